import type { Point, Ring } from '../../../core/geometry/index.ts'
import { addDays, daysBetween } from '../../../core/time/index.ts'
import { publicityPosition } from '../../../modules/ledgers/index.ts'
import { facility } from '../../../modules/registry/index.ts'
import type { Tracked } from './chronicle.ts'
import { pointIn } from './draw-areas.ts'
import { livesOf } from './lives.ts'
import { makeMobile } from './person-values.ts'
import type { CommunityPlan, GridPlan } from './plan-areas.ts'
import type { World } from './world.ts'

/** Kinds of the ledger of publicity positions as the registry knows them. */
const kindOfPosition: Readonly<Record<string, string>> = {
  '1': '08',
  '2': '08',
  '3': '02',
  '4': '01',
  '5': '04',
  '6': '07',
}

const ofCommunities: readonly (readonly [kind: string, title: string, share: number, capacity: number])[] = [
  ['03', '居民活动室', 0.9, 60],
  ['05', '日间照料中心', 0.6, 40],
  ['06', '儿童之家', 0.6, 30],
  ['16', '应急避难场所', 0.7, 800],
]

const ofGrids: readonly (readonly [kind: string, title: string, share: number])[] = [
  ['11', '健身器材', 0.8],
  ['12', '1号消防栓', 1],
  ['12', '2号消防栓', 0.9],
  ['13', '微型消防站', 0.4],
  ['14', '电动自行车充电棚', 0.8],
  ['15', '垃圾分类投放点', 1],
]

/** What can break, and is looked after by the property company where there is one. */
const breaks = new Set(['11', '12', '14', '15', '08'])

interface Site {
  readonly area: string
  readonly on: string
  readonly point: Point | undefined
  readonly values: Readonly<Record<string, unknown>>
}

const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6

/** Looked at twice a year; now and then something is broken, and mended within three months. */
const keepUp = (world: World, record: Tracked, kind: string) => {
  const { random, chronicle, span } = world
  const lasts = daysBetween(record.since, span.last)
  for (let day = random.between(60, 180); day <= lasts; day += random.between(150, 210)) {
    const on = addDays(record.since, day)
    const broken = breaks.has(kind) && random.chance(0.2)
    chronicle.change(
      record,
      on,
      { checkedOn: on, ...(broken ? { state: '2' } : {}) },
      broken ? '检查发现损坏' : '例行检查',
    )
    const mended = addDays(on, random.between(5, 90))
    if (broken && mended <= span.last)
      chronicle.change(record, mended, { state: '1', checkedOn: mended }, '已修好')
  }
}

const build = (world: World, { area, on, point, values }: Site) => {
  const { span, chronicle } = world
  const record = chronicle.register(facility, {
    area,
    on,
    ...(on === span.start ? { cause: 'imported' as const } : {}),
    values: {
      state: '1',
      ...(point ? { longitude: round(point[0]), latitude: round(point[1]) } : {}),
      ...values,
    },
  })
  keepUp(world, record, String(values.kind))
}

/** The companies that manage property in a community and have stood all the time. */
const maintainersOf = (world: World): ReadonlyMap<string, string> => {
  const standing = world.chronicle.records.filter(
    ({ definition, current, since }) =>
      definition.name === 'organisation' && current?.values.industry === 'K' && since === world.span.start,
  )
  return new Map(standing.map(({ id, current }) => [current!.area.slice(0, -3), id]))
}

const buildGrid = (
  world: World,
  community: CommunityPlan,
  grid: GridPlan,
  ring: Ring | undefined,
  maintainer: string | undefined,
) => {
  const { random, span } = world
  for (const [kind, title, share] of ofGrids) {
    if (!random.chance(share)) continue
    build(world, {
      area: grid.path,
      on: random.chance(0.85) ? span.start : addDays(span.start, random.between(30, 600)),
      point: ring && pointIn(random, ring),
      values: {
        name: `${grid.name}${title}`,
        kind,
        code: `${grid.path.slice(-6)}-${kind}-${random.between(100, 999)}`,
        address: `${community.shortName}社区${grid.name}`,
        ...(breaks.has(kind) && maintainer ? { maintainer } : {}),
        managerName: world.persons.draw(random)?.name ?? '李明',
        managerPhone: makeMobile(world),
      },
    })
  }
}

const buildCommunity = (world: World, community: CommunityPlan, ring: Ring | undefined) => {
  const { random, span } = world
  for (const [kind, title, share, capacity] of ofCommunities) {
    if (!random.chance(share)) continue
    const on = random.chance(0.8) ? span.start : addDays(span.start, random.between(30, 500))
    build(world, {
      area: community.path,
      on,
      point: ring && pointIn(random, ring),
      values: {
        name: `${community.shortName}社区${title}`,
        kind,
        capacity,
        floorArea: capacity * 3,
        openHours: kind === '16' ? '全天' : '周一至周六 8:30—20:00',
        openedOn: addDays(on, -random.between(10, 2400)),
        managerName: world.persons.draw(random)?.name ?? '李明',
        managerPhone: makeMobile(world),
      },
    })
  }
}

/** What the ledger of publicity positions holds is a place of the registry too. */
const buildPosition = (world: World, entry: Tracked, ring: Ring | undefined) => {
  const { area, values } = livesOf(entry)[0]!
  const { name, kind, floorArea, openedOn, managerName, managerPhone } = values
  build(world, {
    area,
    on: entry.since,
    point: ring && pointIn(world.random, ring),
    values: {
      name,
      kind: kindOfPosition[String(kind)] ?? '99',
      floorArea,
      openedOn,
      managerName,
      managerPhone,
      openHours: '周一至周五 8:30—18:00',
    },
  })
}

/** Places and facilities of communities and grids, where they stand, and what was broken and mended. */
export const buildFacilities = (world: World, rings: ReadonlyMap<string, Ring>): void => {
  const positions = world.chronicle.records.filter(
    ({ definition }) => definition.name === publicityPosition.name,
  )
  const maintainers = maintainersOf(world)
  for (const entry of positions) buildPosition(world, entry, rings.get(livesOf(entry)[0]!.area))
  for (const community of world.plan.communities) {
    buildCommunity(world, community, rings.get(community.path))
    for (const grid of community.grids)
      buildGrid(world, community, grid, rings.get(grid.path), maintainers.get(community.path))
  }
}
