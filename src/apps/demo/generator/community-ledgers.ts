import { addDays, daysBetween } from '../../../core/time/index.ts'
import { hazard, publicityPosition, residentOrganisation } from '../../../modules/ledgers/index.ts'
import { makeMobile } from './person-values.ts'
import type { CommunityPlan } from './plan-areas.ts'
import { drawFrom } from './random.ts'
import type { World } from './world.ts'

const drawHazard = drawFrom([
  ['01', 14],
  ['02', 18],
  ['03', 8],
  ['05', 20],
  ['06', 20],
  ['07', 10],
  ['08', 4],
  ['10', 6],
] as const)

const hazardWords: Record<string, string> = {
  '01': '灭火器过期、消火栓箱破损',
  '02': '私拉电线给电动车充电',
  '03': '燃气软管老化',
  '05': '电动自行车停放在楼道',
  '06': '楼道堆放杂物，堵塞通道',
  '07': '健身器材松动、路灯不亮',
  '08': '外墙瓷砖松动',
  '10': '下水井盖破损、雨后积水',
}

const findHazards = (world: World, community: CommunityPlan) => {
  const { random, chronicle, span } = world
  const residents = community.grids.reduce((sum, grid) => sum + grid.residents, 0)
  const count = Math.max(3, Math.round(residents / 60))
  for (let index = 0; index < count; index++) {
    const grid = community.grids[random.between(0, community.grids.length - 1)]!
    const kind = drawHazard(random)
    const on = addDays(span.start, random.between(0, daysBetween(span.start, span.last)))
    const entry = chronicle.register(hazard, {
      area: grid.path,
      on,
      values: {
        address: `${grid.name}${random.between(1, 18)}号楼${random.between(1, 4)}单元`,
        kind,
        level: random.chance(0.8) ? '1' : random.chance(0.9) ? '2' : '3',
        description: hazardWords[kind],
        foundOn: on,
        isRectified: false,
      },
    })
    const rectified = addDays(on, random.between(1, 45))
    if (rectified > span.last || random.chance(0.04)) continue
    chronicle.change(entry, rectified, { isRectified: true, rectification: '已整改到位' }, '完成整改')
    const checked = addDays(rectified, random.between(1, 12))
    if (checked <= span.last) chronicle.end(entry, checked, 'expired', '复查通过，销号')
  }
}

const positions: readonly [string, string, number][] = [
  ['1', '宣传栏', 6],
  ['2', '电子屏', 4],
  ['3', '新时代文明实践站', 120],
  ['4', '党群服务中心', 400],
  ['5', '图书室', 60],
  ['6', '文化广场', 900],
]

const openPositions = (world: World, community: CommunityPlan) => {
  const { random, chronicle, span } = world
  for (const [kind, title, size] of positions) {
    if (random.chance(0.25)) continue
    const on = random.chance(0.8) ? span.start : addDays(span.start, random.between(30, 600))
    chronicle.register(publicityPosition, {
      area: community.path,
      on,
      ...(on === span.start ? { cause: 'imported' as const } : {}),
      values: {
        name: `${community.shortName}社区${title}`,
        kind,
        floorArea: Math.round(size * (0.7 + random.next() * 0.6)),
        openedOn: addDays(on, -random.between(10, 2400)),
        managerName: world.persons.draw(random)?.name ?? '李明',
        managerPhone: makeMobile(world),
      },
    })
  }
}

const trades: readonly [string, string, number][] = [
  ['7', '便利店', 4],
  ['7', '理发店', 5],
  ['7', '餐馆', 9],
  ['6', '物业服务公司', 38],
  ['6', '商贸公司', 22],
  ['3', '幼儿园', 46],
  ['4', '社区卫生服务站', 14],
  ['8', '养老服务中心', 18],
]

const settleOrganisations = (world: World, community: CommunityPlan) => {
  const { random, chronicle, span } = world
  for (const [kind, title, people] of trades)
    for (const word of ['幸福', '阳光', '和美'].slice(0, kind === '7' ? 3 : 1)) {
      if (random.chance(0.2)) continue
      const on = random.chance(0.75) ? span.start : addDays(span.start, random.between(20, 650))
      const entry = chronicle.register(residentOrganisation, {
        area: community.grids[random.between(0, community.grids.length - 1)]!.path,
        on,
        ...(on === span.start ? { cause: 'imported' as const } : {}),
        values: {
          name: `${community.shortName}${word}${title}`,
          kind,
          managerName: world.persons.draw(random)?.name ?? '李明',
          managerPhone: makeMobile(world),
          employeeCount: Math.max(1, Math.round(people * (0.6 + random.next()))),
          partyMemberCount: random.between(0, 4),
          agreedUntil: random.chance(0.5) ? addDays(span.today, random.between(-90, 500)) : null,
        },
      })
      const closed = addDays(on, random.between(60, 2400))
      if (closed <= span.last) chronicle.end(entry, closed, 'moved', '停业或迁走')
    }
}

/** What a community keeps about places and organisations: hazards, publicity positions, organisations. */
export const enterCommunityLedgers = (world: World, community: CommunityPlan): void => {
  findHazards(world, community)
  openPositions(world, community)
  settleOrganisations(world, community)
}
