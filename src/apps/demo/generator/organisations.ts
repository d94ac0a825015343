import { makeCreditCode } from '../../../core/identity/index.ts'
import { addDays, addMonths } from '../../../core/time/index.ts'
import { residentOrganisation } from '../../../modules/ledgers/index.ts'
import { agreement, organisation } from '../../../modules/registry/index.ts'
import type { Tracked } from './chronicle.ts'
import { endOf, livesOf } from './lives.ts'
import { makeMobile } from './person-values.ts'
import type { CommunityPlan, GridPlan } from './plan-areas.ts'
import type { World } from './world.ts'

/** What a kind of organisation does and signs: industry, first two characters of its credit code, agreements. */
interface Trade {
  readonly kind: string
  readonly industry: string
  readonly prefix: string
  readonly signs: readonly string[]
}

const trades: readonly (readonly [RegExp, Trade])[] = [
  [/便利店|水果店|药店|五金/, { kind: '4', industry: 'F', prefix: '92', signs: ['2'] }],
  [/理发|洗衣|快递/, { kind: '4', industry: 'O', prefix: '92', signs: ['2'] }],
  [/餐馆|早餐/, { kind: '4', industry: 'H', prefix: '92', signs: ['2', '3'] }],
  [/物业/, { kind: '3', industry: 'K', prefix: '91', signs: ['1', '5', '3'] }],
  [/幼儿园/, { kind: '2', industry: 'P', prefix: '12', signs: ['1', '4'] }],
  [/卫生/, { kind: '2', industry: 'Q', prefix: '12', signs: ['1'] }],
  [/养老/, { kind: '7', industry: 'Q', prefix: '52', signs: ['1', '3', '5'] }],
  [/舞|书画|志愿|合唱/, { kind: '10', industry: 'S', prefix: '', signs: ['6'] }],
  [/协会/, { kind: '6', industry: 'S', prefix: '51', signs: ['1'] }],
]
const company: Trade = { kind: '3', industry: 'F', prefix: '91', signs: ['1', '3'] }

const agreementNames: Readonly<Record<string, string>> = {
  '1': '党建共建协议',
  '2': '门前三包责任书',
  '3': '消防安全责任书',
  '4': '安全生产责任书',
  '5': '服务协议',
  '6': '场地使用协议',
}

const agreementTerms: Readonly<Record<string, string>> = {
  '1': '每季度共商一次，开放场地和岗位，参加社区志愿服务。',
  '2': '包门前卫生、包绿化、包秩序，不占道经营。',
  '3': '疏通消防通道，灭火器每月自查，员工每半年演练一次。',
  '4': '落实安全生产责任，隐患当日上报、限期整改。',
  '5': '按约定的项目和次数提供服务，每季度由居民评价。',
  '6': '免费使用社区活动室，每周不超过三次，用后打扫。',
}

/** Beside those that stand in the ledger: small shops and what residents found themselves. */
const further = ['药店', '水果店', '五金店', '洗衣店', '快递驿站', '早餐店', '舞蹈队', '书画社', '商会协会']

/** Where a shop is, on the ground floor of a building of its grid. */
const placeIn = (world: World, dwellings: ReadonlyMap<string, Tracked[]>, grid: string) => {
  const homes = dwellings.get(grid) ?? []
  if (homes.length === 0) return {}
  const { address, estate, buildingNumber } = world.random.pick(homes).current!.values
  const building = String(address).replace(/\d+单元.*$/, '')
  return { address: `${building}底商${world.random.between(1, 12)}号`, estate, buildingNumber }
}

/** Signed for a year, or three for what is built on trust; most are renewed in time, a few are not. */
const sign = (world: World, firm: Tracked, kind: string, from: string) => {
  const { random, chronicle, span } = world
  const months = kind === '1' || kind === '5' ? 36 : 12
  const signedOn = addDays(from, random.between(0, 320))
  const last = endOf(firm)
  const until = last?.validTo ?? null
  if (signedOn > span.last || (until !== null && signedOn >= until)) return
  const { area } = livesOf(firm)[0]!
  const paper = chronicle.register(agreement, {
    area,
    on: signedOn,
    values: {
      name: agreementNames[kind],
      kind,
      organisation: firm.id,
      number: `${signedOn.slice(0, 4)}-${area.slice(-6)}-${random.between(100, 999)}`,
      signedOn,
      expiresOn: addMonths(signedOn, months),
      managerName: world.persons.draw(random)?.name ?? '李明',
      terms: agreementTerms[kind],
    },
  })
  for (let ends = addMonths(signedOn, months); ends <= span.last; ends = addMonths(ends, months)) {
    if (until !== null && ends >= until) break
    if (random.chance(0.16)) {
      if (random.chance(0.5)) chronicle.end(paper, ends, 'expired', '到期不再续签')
      break
    }
    chronicle.change(paper, ends, { signedOn: ends, expiresOn: addMonths(ends, months) }, '续签')
  }
  if (paper.current && last?.validTo) chronicle.end(paper, last.validTo, 'closed', '签约单位已不在')
}

const tradeOf = (name: string): Trade => trades.find(([pattern]) => pattern.test(name))?.[1] ?? company

/** The first 17 characters of credit codes that are nobody's: the county begins with 99. */
const makeCodes = (world: World) => {
  let given = world.plan.number * 100_000
  return (prefix: string) =>
    prefix === '' ? null : makeCreditCode(`${prefix}990101${String(++given).padStart(9, '0')}`)
}

/** What the ledger of resident organisations says of one, and more of the same. */
interface Founded {
  readonly name: string
  readonly area: string
  readonly on: string
  readonly values: Readonly<Record<string, unknown>>
  readonly end?: { readonly on: string; readonly reason: string }
}

const fromLedger = (entry: Tracked): Founded => {
  const first = livesOf(entry)[0]!
  const { name, managerName, managerPhone, employeeCount, partyMemberCount } = first.values
  const end = endOf(entry)
  return {
    name: String(name),
    area: first.area,
    on: entry.since,
    values: { managerName, managerPhone, employeeCount, partyMemberCount },
    ...(end?.validTo ? { end: { on: end.validTo, reason: end.reason } } : {}),
  }
}

const foundMore = (world: World, community: CommunityPlan, grid: GridPlan): Founded => {
  const { random, span } = world
  const on = random.chance(0.7) ? span.start : addDays(span.start, random.between(20, 700))
  const closes = addDays(on, random.between(200, 2600))
  return {
    name: `${community.shortName}${random.pick(['惠民', '康乐', '春风', '邻里', '百姓'])}${random.pick(further)}`,
    area: grid.path,
    on,
    values: {
      managerName: world.persons.draw(random)?.name ?? '李明',
      managerPhone: makeMobile(world),
      employeeCount: random.between(1, 8),
    },
    ...(closes <= span.last ? { end: { on: closes, reason: '停业' } } : {}),
  }
}

/**
 * The organisations of a subdistrict: those that stand in the ledger of resident organisations, and as many small ones
 * again, with what they signed. Made last, so that people and homes are the same with or without them.
 */
export const settleOrganisations = (world: World): void => {
  const { random, chronicle, span, plan } = world
  const entries = chronicle.records.filter(({ definition }) => definition.name === residentOrganisation.name)
  const dwellings = Map.groupBy(
    chronicle.records.filter(({ definition, current }) => definition.name === 'dwelling' && current),
    ({ current }) => current!.area,
  )
  const nextCode = makeCodes(world)
  const taken = new Set<string>()
  const founded = [
    ...entries.map(fromLedger),
    ...plan.communities.flatMap((community) =>
      community.grids.flatMap((grid) => (random.chance(0.9) ? [foundMore(world, community, grid)] : [])),
    ),
  ]
  for (const { name, area, on, values, end } of founded) {
    if (taken.has(name)) continue
    taken.add(name)
    const { kind, industry, prefix, signs } = tradeOf(name)
    const firm = chronicle.register(organisation, {
      area,
      on,
      ...(on === span.start ? { cause: 'imported' as const } : {}),
      values: {
        name,
        kind,
        creditCode: nextCode(prefix),
        industry,
        ...placeIn(world, dwellings, area),
        legalRepresentative: values.managerName,
        legalRepresentativePhone: values.managerPhone,
        ...values,
        registeredOn: addDays(on, -random.between(30, 3600)),
        ...(kind === '10' ? { competentDepartment: `${plan.name}办事处` } : {}),
      },
    })
    if (end) chronicle.end(firm, end.on, 'closed', end.reason)
    for (const paper of signs) if (random.chance(0.75)) sign(world, firm, paper, on)
  }
}
