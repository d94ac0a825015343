import { areaLevels } from '../../../core/area/index.ts'
import { personRelationKind, titleOf } from '../../../core/code/index.ts'
import { addDays, ageOn } from '../../../core/time/index.ts'
import { may } from '../../../platform/server/permission/actor.ts'
import type { Touched } from '../../../platform/server/repository/command-records.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import type { Values } from '../../../platform/server/repository/row.ts'
import { changeRecord, endRecord, valuesOf } from '../../../platform/server/repository/write.ts'
import type { ChangeFollower, Consequence, Happening, PersonChange } from '../changes/happening.ts'
import { personRelation } from '../definitions/person-relation.ts'
import { findNames, lockRelationsOf, type RelationRow } from '../storage/person-relations.ts'

/** 监护人 and 照料人: somebody depends on them, so that their going leaves something to do. */
const leanedOn = new Set(['1', '2'])
const carer = '2'

const later = (a: string, b: string): string => (a > b ? a : b)

const communityLength = areaLevels.find(({ name }) => name === 'community')!.length
const communityOf = (area: string): string => area.slice(0, communityLength)

/** A relation beside what happens to its two sides. */
interface Standing {
  readonly repository: Repository
  readonly happening: Happening
  readonly row: RelationRow
  readonly values: Values
  readonly own: PersonChange | undefined
  readonly other: PersonChange | undefined
  /** The person whom it is about, as a sentence names them. */
  readonly ward: string
  readonly relative: string
}

const kindOf = ({ row }: Standing): string => titleOf(personRelationKind, row.kind) ?? '关系人'

const about = ({ row }: Standing) => ({
  area: row.area,
  definition: 'person',
  record: String(row.person),
})

const touch = (row: RelationRow, after: number | null): Touched[] => [
  { definition: personRelation.name, record: row.id, before: row.version, after },
]

const end = (standing: Standing, cause: 'moved' | 'died' | 'mistaken', title: string): Consequence => {
  const { row, happening } = standing
  return {
    ...about(standing),
    kind: 'relationEnded',
    effect: 'done',
    title,
    carryOut: async (tx) => {
      const on = later(happening.on, row.valid_from)
      await endRecord(tx, personRelation, row, { on, cause, reason: happening.title })
      return touch(row, null)
    },
  }
}

const change = (standing: Standing, to: { values?: Values; area?: string }, title: string): Consequence => {
  const { row, happening, values } = standing
  return {
    ...about(standing),
    ...(to.area === undefined ? {} : { area: to.area }),
    kind: 'relationChanged',
    effect: 'done',
    title,
    carryOut: async (tx) => {
      const written = await changeRecord(tx, personRelation, row, {
        values: { ...values, ...to.values },
        on: later(happening.on, row.valid_from),
        mode: 'change',
        ...(to.area === undefined ? {} : { area: to.area }),
        reason: happening.title,
      })
      return touch(row, written.version)
    },
  }
}

/** Somebody's guardian or carer is gone: who stands by them now is for a person to settle. */
const settleCare = (standing: Standing, what: string): Consequence => ({
  ...about(standing),
  kind: 'careGone',
  effect: 'todo',
  title: `${standing.ward}的${kindOf(standing)}${standing.relative}${what}，请落实由谁${standing.row.kind === carer ? '照料' : '监护'}`,
  due: addDays(standing.repository.today, 7),
})

/** One of the two records was entered twice: the relation passes to the one that stays. */
const pass = (standing: Standing): Consequence => {
  const { row, own, other, ward, relative } = standing
  const person = own?.mergedInto ?? row.person
  const others = other?.mergedInto ?? row.relative
  const name = `${ward}与${kindOf(standing)}${relative}的关系`
  return person === others
    ? end(standing, 'mistaken', `${name}随重复登记合并而取消`)
    : change(standing, { values: { person, relative: others } }, `${name}转到保留的一条登记`)
}

/** Who moved away is reached by name and telephone from now on; nothing that stands points to who stands no more. */
const asOutsider = (standing: Standing, values: Values): Consequence =>
  change(
    standing,
    { values: { relative: undefined, name: standing.relative, phone: values.mobile } },
    `${standing.ward}的${kindOf(standing)}${standing.relative}改记为辖区外人员，留姓名和电话`,
  )

const afterRelativeLeft = (standing: Standing, other: PersonChange): Consequence[] => {
  const died = other.end === 'died'
  const todo = leanedOn.has(standing.row.kind) ? [settleCare(standing, died ? '已去世' : '已迁出')] : []
  const name = `${standing.ward}与${kindOf(standing)}${standing.relative}的关系`
  // A record in somebody else's area is theirs to change; the to-do tells them.
  if (!may(standing.repository.actor, 'registry.write', standing.row.area)) return todo
  if (died || standing.row.kind === carer || other.end === 'mistaken')
    return [
      end(standing, other.end === 'moved' ? 'moved' : (other.end as 'died'), `${name}随之结束`),
      ...todo,
    ]
  return [asOutsider(standing, other.before!.values), ...todo]
}

/** Both stay in the district, but live in different communities from now on. */
const hasParted = ({ row, own, other }: Standing): boolean => {
  if (!other?.before || !other.after || row.kind === '3' || row.kind === '4') return false
  const wardBefore = own?.before?.area ?? row.area
  const wardAfter = own?.after?.area ?? row.area
  return (
    communityOf(other.before.area) === communityOf(wardBefore) &&
    communityOf(other.after.area) !== communityOf(wardAfter)
  )
}

const followOne = (standing: Standing): Consequence[] => {
  const { repository, row, own, other, ward } = standing
  if (own?.mergedInto || other?.mergedInto) return [pass(standing)]
  if (own && !own.after)
    return [
      end(
        standing,
        own.end === 'died' ? 'died' : 'moved',
        `${ward}与${kindOf(standing)}${standing.relative}的关系随之结束`,
      ),
    ]
  if (other && !other.after) return afterRelativeLeft(standing, other)
  const parted = hasParted(standing)
    ? [settleCare(standing, `已搬到${repository.areas.nameOf(other!.after!.area)}`)]
    : []
  const area = own?.after?.area
  return area === undefined || area === row.area
    ? parted
    : [
        change(
          standing,
          { area },
          `${ward}的${kindOf(standing)}登记随人转到${repository.areas.nameOf(area)}`,
        ),
        ...parted,
      ]
}

/** What follows for guardians, carers and relatives when something happens to people. */
export const followRelations: ChangeFollower = async (repository, happening) => {
  const changes = new Map(happening.persons.map((person) => [person.id, person]))
  const rows = await lockRelationsOf(repository, [...changes.keys()])
  const others = rows.flatMap(({ person, relative }) => [person, relative]).filter((id) => id !== null)
  const known = await findNames(repository, [...new Set(others)])
  /** Whose relation lies outside one's scope is somebody there, no more. */
  const wordWard = (row: RelationRow): string => {
    if (!may(repository.actor, 'registry.read', row.area))
      return `${repository.areas.nameOf(row.area)}一名居民`
    const own = changes.get(String(row.person))
    const name = own?.name ?? known.get(String(row.person))?.name ?? '一名居民'
    const born = own?.before?.values.birthDate ?? known.get(String(row.person))?.birthDate
    return born ? `${name}（${ageOn(String(born), happening.on)} 岁）` : name
  }
  return rows.flatMap((row) => {
    const values = valuesOf(repository, personRelation, row)
    const other = row.relative === null ? undefined : changes.get(row.relative)
    return followOne({
      repository,
      happening,
      row,
      values,
      own: changes.get(String(row.person)),
      other,
      ward: wordWard(row),
      relative: other?.name ?? known.get(String(row.relative))?.name ?? String(values.name ?? ''),
    })
  })
}
