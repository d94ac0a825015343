import { z } from 'zod'
import { areaPath, plainDate } from '../../platform/contract/records.ts'
import { defineRoute, describeAction } from '../../platform/contract/route.ts'

const words = (what: string, max = 1000) =>
  z.string().trim().min(2, `请写明${what}`).max(max, `${what}最多 ${max} 个字`)

/** Every step names the dispute and how many of its steps one has seen; a newer one refuses with `record.stale`. */
const taken = { id: z.uuid(), seen: z.number().int().min(1) }
const stepTaken = z.object({ id: z.string(), seen: z.number().int(), state: z.string() })

const step = <Input extends z.ZodRawShape>(
  name: string,
  title: string,
  right: 'dispute.write' | 'dispute.assign',
  input: Input,
) => describeAction({ name, title, right, input: z.object({ ...taken, ...input }), output: stepTaken })

const partyInput = z.object({
  /** A resident of the registry; the name is taken from there. */
  person: z.uuid().nullable().default(null),
  name: z.string().trim().max(50).default(''),
  phone: z.string().trim().max(20).default(''),
  address: z.string().trim().max(120).default(''),
})

export const openDispute = describeAction({
  name: 'openDispute',
  title: '登记纠纷',
  right: 'dispute.write',
  input: z.object({
    area: areaPath,
    kind: z.string(),
    title: words('摘要', 60),
    content: words('纠纷情况', 2000),
    parties: z.array(partyInput).min(2, '至少要有两方当事人').max(10, '最多 10 方当事人'),
    /** The matter that becomes this dispute; it is answered with that. */
    matter: z.object(taken).optional(),
  }),
  output: z.object({
    number: z.string(),
    /** Who assigns the mediators. */
    head: z.string(),
    /** The dispute, where whoever opened it may see it. */
    id: z.string().nullable(),
  }),
})

export const assignMediators = step('assignMediators', '指派调解员', 'dispute.assign', {
  mediators: z.array(z.uuid()).min(1, '请至少选一位调解员').max(5, '最多 5 位调解员'),
})

export const recordSession = step('recordSession', '记录调解', 'dispute.write', {
  on: plainDate,
  place: words('地点', 60),
  present: z.array(z.string().trim().min(1).max(50)).min(1, '请写明谁到场').max(20),
  text: words('调解情况', 4000),
})

export const recordAgreement = step('recordAgreement', '达成协议', 'dispute.write', {
  on: plainDate,
  dispute: words('主要事实和争议', 2000),
  items: z
    .array(
      z.object({
        party: z.string().trim().min(1, '请选择由谁履行'),
        text: words('协议事项', 500),
        due: plainDate,
      }),
    )
    .min(1, '请至少写一项协议内容')
    .max(20),
})

export const recordFulfilment = step('recordFulfilment', '记录履行', 'dispute.write', {
  /** Which item, counted from 0. */
  item: z.number().int().min(0),
  kept: z.boolean(),
  text: z.string().trim().max(500).default(''),
})

export const revisitDispute = step('revisitDispute', '回访纠纷当事人', 'dispute.write', {
  result: z.enum(['kept', 'waiting', 'again']),
  text: words('回访情况'),
})

export const closeDispute = step('closeDispute', '结案', 'dispute.write', {
  outcome: z.enum(['settled', 'failed', 'withdrawn', 'transferred']),
  text: words('结案说明'),
})

export const reopenDispute = step('reopenDispute', '重新调解', 'dispute.assign', {
  text: words('重新调解的理由'),
})

const disputeLine = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  kind: z.string(),
  state: z.string(),
  areaName: z.string(),
  dueOn: z.string().nullable(),
  overdue: z.boolean(),
  mediators: z.array(z.string()),
  /** Whether the reader is who assigns, or mediates. */
  as: z.enum(['head', 'mediator']),
})
export type DisputeLine = z.infer<typeof disputeLine>

/** Disputes in which the reader takes part; nobody else's. */
export const listDisputes = defineRoute({
  path: '/api/disputes',
  title: '我经手的纠纷',
  right: 'dispute.write',
  query: z.object({ closed: z.enum(['true']).optional() }),
  answer: z.object({ rows: z.array(disputeLine) }),
})

export const disputeStory = z.object({
  line: disputeLine,
  seen: z.number().int(),
  content: z.string(),
  openedOn: z.string(),
  mediateBy: z.string(),
  head: z.string(),
  parties: z.array(
    z.object({ person: z.string().nullable(), name: z.string(), phone: z.string(), address: z.string() }),
  ),
  mediators: z.array(z.object({ staff: z.string(), name: z.string() })),
  agreement: z
    .object({
      on: z.string(),
      dispute: z.string(),
      items: z.array(
        z.object({
          party: z.string(),
          text: z.string(),
          due: z.string(),
          state: z.enum(['open', 'kept', 'failed']),
          note: z.string(),
        }),
      ),
    })
    .nullable(),
  revisitOn: z.string().nullable(),
  outcome: z.object({ code: z.string(), text: z.string() }).nullable(),
  matter: z.string().nullable(),
  steps: z.array(
    z.object({ seq: z.number().int(), at: z.string(), by: z.string(), title: z.string(), text: z.string() }),
  ),
  /** Steps that the reader may take now. */
  can: z.array(z.string()),
  /** Whom the head may assign: staff with a post over the area. Empty for others. */
  staff: z.array(z.object({ staff: z.string(), name: z.string(), title: z.string() })),
})
export type DisputeStory = z.infer<typeof disputeStory>

export const getDispute = defineRoute({
  path: '/api/disputes/:id',
  title: '一件纠纷',
  right: 'dispute.write',
  params: z.object({ id: z.uuid() }),
  answer: disputeStory,
})

const counts = z.object({
  /** Null where it is too small to be told. */
  total: z.number().int().nullable(),
  shown: z.array(z.object({ code: z.string(), title: z.string(), count: z.number().int() })),
  /** How many kinds are kept back. */
  hidden: z.number().int(),
})
export type DisputeCounts = z.infer<typeof counts>

/** How many, without records: whole subdistricts, calendar years, and no small numbers. */
export const getDisputeNumbers = defineRoute({
  path: '/api/dispute-numbers',
  title: '纠纷件数',
  right: 'metric.read',
  query: z.object({ area: areaPath, year: z.string().regex(/^20\d{2}$/, '年份应写作 2026') }),
  answer: z.object({ opened: counts, closed: counts }),
})
