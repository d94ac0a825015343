import { volunteerTeamKind } from '../../../core/code/index.ts'
import { addDays } from '../../../core/time/index.ts'
import { volunteerTeam } from '../../../modules/ledgers/index.ts'
import type { Tracked } from './chronicle.ts'
import { makeMobile } from './person-values.ts'
import type { CommunityPlan } from './plan-areas.ts'
import type { World } from './world.ts'

const services: Record<string, string> = {
  '01': '党员亮身份、结对帮扶、政策宣讲、社区治理',
  '02': '青年助学、周末清洁、大型活动引导',
  '03': '家庭教育、婚姻家庭关爱、邻里互助',
  '04': '银龄宣讲、文明劝导、以老助老',
  '05': '夜间巡逻、重点时段值守、矛盾纠纷发现',
  '06': '上门探访、代购代办、助浴助洁',
  '07': '文艺演出、健身指导、节日联欢',
  '08': '垃圾分类引导、楼道清洁、绿地认养',
  '09': '义诊、健康讲座、慢病随访',
  '10': '法律咨询、人民调解、以案释法',
  '11': '防汛抢险、消防演练、应急值守',
  '12': '课后看护、亲子阅读、假期托管',
  '13': '家电维修、理发磨刀、配钥匙',
}

const foundTeam = (
  world: World,
  community: CommunityPlan,
  kind: string,
  on: string,
  cause?: 'imported',
): Tracked => {
  const { random, chronicle } = world
  const title = volunteerTeamKind.items.find((item) => item.code === kind)!.title
  return chronicle.register(volunteerTeam, {
    area: community.path,
    on,
    ...(cause ? { cause } : {}),
    values: {
      name: `${community.shortName}社区${title}`,
      kind,
      managerName: world.persons.draw(random)?.name ?? '李明',
      managerPhone: makeMobile(world),
      memberCount: random.between(12, 68),
      foundedOn: cause ? addDays(on, -random.between(100, 3400)) : on,
      services: services[kind],
    },
  })
}

/** Five to ten teams in a community, fewer in a small one but two at least; a new one now and then. */
export const foundTeams = (world: World, community: CommunityPlan): void => {
  const { random, span } = world
  const residents = community.grids.reduce((sum, grid) => sum + grid.residents, 0)
  const most = Math.max(2, Math.min(10, Math.round(residents / 600)))
  const count = random.between(Math.max(2, most - 3), most)
  const kinds = Object.keys(services)
  const chosen = Array.from({ length: count }, () => kinds.splice(random.between(0, kinds.length - 1), 1)[0]!)
  const teams = chosen.map((kind) => foundTeam(world, community, kind, span.start, 'imported'))
  for (let year = 1; year <= 2; year++) {
    const on = addDays(span.start, 365 * year - random.between(1, 200))
    for (const team of teams) {
      const { memberCount } = team.current!.values
      const changed = Math.max(8, Number(memberCount) + random.between(-4, 9))
      if (random.chance(0.7))
        world.schedule(addDays(on, random.between(0, 20)), (day) =>
          world.chronicle.change(team, day, { memberCount: changed }, '队员变动'),
        )
    }
    const kind = kinds.splice(0, 1)[0]
    if (kind && random.chance(0.3)) world.schedule(on, (day) => foundTeam(world, community, kind, day))
  }
}
