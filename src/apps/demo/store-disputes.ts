import type { PoolClient } from 'pg'
import { addDays } from '../../core/time/index.ts'
import { dueOf, factsPlace, replay, type Step, stepPlace } from '../../modules/disputes/index.ts'
import type { Cipher } from '../../platform/server/cipher/cipher.ts'
import { newId } from '../../platform/server/new-id.ts'
import { copyRows } from '../../platform/server/repository/bulk.ts'
import type { StaffPost } from './generator/make-staff.ts'

interface Told {
  readonly kind: string
  readonly title: string
  readonly content: string
  readonly parties: readonly string[]
  /** How many days ago it was opened. */
  readonly ago: number
  readonly session?: string
  readonly agreed?: readonly { party: string; text: string }[]
}

const told: readonly Told[] = [
  {
    kind: 'neighbour',
    title: '楼上卫生间漏水',
    content: '三楼说四楼装修后卫生间漏水，吊顶鼓包；四楼认为是公共管道老化。',
    parties: ['韩秀兰', '沈国平'],
    ago: 40,
    session: '一起上门看了漏点，物业说管道没问题，是地漏没做好防水。四楼同意重做。',
    agreed: [
      { party: '沈国平', text: '重做卫生间地漏防水' },
      { party: '沈国平', text: '赔偿吊顶损失 800 元' },
    ],
  },
  {
    kind: 'property',
    title: '楼道堆放电动车充电',
    content: '一楼住户在楼道里充电，楼上几户担心着火，和他争过几次。',
    parties: ['魏建军', '二单元住户代表 彭丽'],
    ago: 12,
    session: '说了消防规定，魏建军愿意推到车棚，希望车棚多装两个插座。',
  },
  {
    kind: 'family',
    title: '老人赡养费怎么分',
    content: '兄弟两人为母亲的护理费各出多少谈不拢。',
    parties: ['蒋志远', '蒋志明'],
    ago: 2,
  },
]

/** A dispute as it came about: opened by the head, mediated by the community's clerk. */
const stepsOf = (each: Told, community: string, today: string, mediator: StaffPost): Step[] => {
  const day = addDays(today, -each.ago)
  const parties = each.parties.map((name) => ({ person: null, name, phone: '', address: '' }))
  const { kind, title, content, session, agreed } = each
  const opened: Step = {
    kind: 'open',
    day,
    detail: { area: community, headArea: community, kind, title, content, parties, matter: null },
  }
  if (!session) return [opened]
  const on = addDays(day, 3)
  const talked: Step[] = [
    opened,
    { kind: 'assign', day, detail: { mediators: [{ staff: mediator.id, name: mediator.name }] } },
    {
      kind: 'session',
      day: on,
      detail: { on, place: '社区调解室', present: each.parties, text: session },
    },
  ]
  if (!agreed) return talked
  const items = agreed.map((item) => ({ ...item, due: addDays(on, 30) }))
  return [
    ...talked,
    { kind: 'agree', day: on, detail: { on, dispute: content, items } },
    { kind: 'fulfil', day: addDays(on, 20), detail: { item: 0, kept: true, text: '看过，不漏了' } },
  ]
}

/** A few disputes of the first community with accounts, so that their mediator and head find something. */
export const storeDisputes = async (
  client: PoolClient,
  { district, today, cipher }: { district: string; today: string; cipher: Cipher },
  staff: readonly StaffPost[],
): Promise<void> => {
  const head = staff.find(({ role, username }) => role === 'head' && username)
  const mediator = staff.find(
    ({ role, area, username }) => role === 'clerk' && username && area === head?.area,
  )
  if (!head || !mediator) return
  const made = told.map((each, index) => {
    const steps = stepsOf(each, head.area, today, mediator)
    const number = `调${addDays(today, -each.ago).replaceAll('-', '')}${String(index + 1).padStart(4, '0')}`
    return { id: newId(), number, steps, facts: replay(steps) }
  })
  await copyRows(
    client,
    'dispute',
    ['district', 'id', 'number', 'seq', 'area', 'head_area', 'kind', 'state', 'opened_on', 'due_on', 'facts'],
    made.map(({ id, number, steps, facts }) => [
      district,
      id,
      number,
      steps.length,
      facts.area,
      facts.headArea,
      facts.kind,
      facts.state,
      facts.openedOn,
      dueOf(facts),
      cipher.encrypt(JSON.stringify(facts), factsPlace(id)),
    ]),
  )
  await copyRows(
    client,
    'dispute_step',
    ['district', 'dispute', 'seq', 'at', 'actor', 'actor_name', 'step'],
    made.flatMap(({ id, steps }) =>
      steps.map((step, index) => {
        const by = step.kind === 'open' || step.kind === 'assign' ? head : mediator
        return [
          district,
          id,
          index + 1,
          new Date(`${step.day}T10:00:00+08:00`),
          by.id,
          by.name,
          cipher.encrypt(JSON.stringify(step), stepPlace(id, index + 1)),
        ]
      }),
    ),
  )
  await copyRows(
    client,
    'dispute_mediator',
    ['district', 'dispute', 'staff'],
    made.flatMap(({ id, facts }) => facts.mediators.map(({ staff: each }) => [district, id, each])),
  )
  await client.query(`select setval('dispute_number_seq', $1)`, [made.length])
}
