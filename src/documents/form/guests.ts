import { entityOf } from './lexicon.ts'
import type { Subject } from './subject.ts'

/** Entities that have forms of their own. */
const guests = new Set([
  'membership',
  'visit',
  'hazard',
  'rental',
  'matter',
  'dispute',
  'component',
  'volunteer',
  'statistics',
  'archiveItem',
])

/** A shop's form seldom means a home by 建筑面积, a building's seldom a firm by 负责人电话. */
const guestsOf: Partial<Record<Subject['kind'], readonly string[]>> = {
  organisation: ['dwelling'],
  place: ['dwelling'],
  building: ['organisation'],
  dwelling: ['organisation'],
  rental: ['organisation'],
}

/** How words name what they are about; without these a word of one ledger is no sure sign of it in another's form. */
const names: Readonly<Record<string, RegExp>> = {
  disability: /残/,
  elderCare: /老|退休|退\(离\)休|离休|养老|慢性?病|行动|独居|空巢|子女|配偶/,
  unemployment: /失业|就业|下岗|求职|培训|择业|岗位|工种|职业/,
  assistance: /低保|救助|特困|困难|贫|帮扶|供养|保障|自理|补助|补贴|津贴|需求|立卡|优惠|政策|扶持|待遇/,
  veteran: /优抚|优待|退役|抚恤/,
  bravery: /见义勇为/,
  residence: /居|暂住|流入|来[^源]|登记证/,
  unregistered: /落户|户口|未入户|持证|持有/,
  leftBehindChild: /留守|委托|监护|父母/,
  leftBehindPerson: /留守/,
  partyMember: /党|支部|转正/,
}

/** Whether the words by themselves say which ledger they are of, or the form speaks of it anyway. */
export const namesItself = (words: string, key: string, { entities }: Subject): boolean => {
  const entity = entityOf(key)
  return entities.includes(entity) || (names[entity]?.test(words) ?? true)
}

/** What belongs to another kind of form is taken only where the title or a second header speaks of it. */
export const mayOccur = (key: string, { kind, entities }: Subject): boolean => {
  const entity = entityOf(key)
  return !(guests.has(entity) || guestsOf[kind]?.includes(entity)) || entities.includes(entity)
}
