import { z } from 'zod'
import { areaPath, plainDate } from '../../platform/contract/records.ts'
import { defineRoute, describeAction } from '../../platform/contract/route.ts'
import { photoIds, photoView } from './contract-photos.ts'

/** What a person has to write, two signs at least. */
export const words = (what: string, max = 500) =>
  z.string().trim().min(2, `请写明${what}`).max(max, `${what}最多 ${max} 个字`)
/** A body as it is chosen: `area:<path>` or `unit:<id>`. */
export const body = z.string().regex(/^(area:\d{6,27}|unit:[0-9a-f-]{36})$/, '请选择承办单位')
export const bodyView = z.object({ body: z.string(), title: z.string() })
const matterClass = z.enum(['danger', 'utility', 'general', 'complex', 'consultation', 'complaint'])

/** Every step names the matter and how many of its steps one has seen; a newer one refuses with `record.stale`. */
const taken = { id: z.uuid(), seen: z.number().int().min(1) }
const stepTaken = z.object({ id: z.string(), seen: z.number().int(), state: z.string() })

const step = <Input extends z.ZodRawShape>(
  name: string,
  title: string,
  right: 'matter.write' | 'matter.dispatch' | 'matter.callback',
  input: Input,
) => describeAction({ name, title, right, input: z.object({ ...taken, ...input }), output: stepTaken })

/** A matter in a list: what it is, who answers for it, until when. */
export const matterLine = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  category: z.string(),
  state: z.string(),
  area: z.string(),
  areaName: z.string(),
  place: z.string(),
  longitude: z.number().nullable(),
  latitude: z.number().nullable(),
  owner: bodyView,
  pending: bodyView.nullable(),
  receivedAt: z.string(),
  /** When the clock that presses most runs out; null where none runs. */
  dueAt: z.string().nullable(),
  overdue: z.boolean(),
  reports: z.number().int(),
})
export type MatterLine = z.infer<typeof matterLine>

/** A lasting task for what keeps coming from one place. */
export const lastingNote = z.object({
  id: z.string(),
  title: z.string(),
  category: z.string(),
  /** The day on which it was taken up for good. */
  since: z.string(),
  dueOn: z.string(),
})
export type LastingNote = z.infer<typeof lastingNote>

export const matterStory = z.object({
  matter: matterLine,
  /** How many steps this answer has seen. */
  seen: z.number().int(),
  content: z.string(),
  class: z.string(),
  channel: z.string(),
  /** The hotline's own number of it, and when it was called. */
  order: z.object({ external: z.string(), calledAt: z.string().nullable() }).nullable(),
  reporter: z.object({ name: z.string(), phone: z.string(), anonymous: z.boolean() }),
  finishBy: z.string(),
  /** Holidays of a coming year are not published; Monday to Friday were taken. */
  assumed: z.boolean(),
  acceptBy: z.string().nullable(),
  returns: z.number().int(),
  reopened: z.number().int(),
  binding: z.boolean(),
  request: z
    .object({ kind: z.enum(['pause', 'extension']), reason: z.string(), until: z.string() })
    .nullable(),
  parts: z.array(
    z.object({
      id: z.string(),
      body: bodyView,
      task: z.string(),
      due: z.string(),
      done: z.boolean(),
      answer: z.string(),
      /** The reader's own share. */
      mine: z.boolean(),
    }),
  ),
  outcome: z
    .object({
      reason: z.string(),
      solved: z.boolean().nullable(),
      satisfaction: z.string().nullable(),
      notOurs: z.string().nullable(),
      into: z.string().nullable(),
    })
    .nullable(),
  steps: z.array(
    z.object({
      seq: z.number().int(),
      at: z.string(),
      kind: z.string(),
      title: z.string(),
      by: z.string(),
      body: z.string(),
      text: z.string(),
      /** What it led to, worded: to whom, until when. */
      facts: z.array(z.object({ title: z.string(), text: z.string() })),
      photos: z.array(photoView),
    }),
  ),
  /** Whom the office's rules name for this category here. */
  proposed: bodyView.nullable(),
  /** The lasting task that is open for this category at this place. */
  lasting: lastingNote.nullable(),
  links: z.array(z.object({ id: z.string(), number: z.string(), title: z.string(), kind: z.string() })),
  /** Steps that the reader may take now. */
  can: z.array(z.string()),
  /** Whether the reader may see the number to call. */
  mayReveal: z.boolean(),
})
export type MatterStory = z.infer<typeof matterStory>

export const getMatter = defineRoute({
  path: '/api/matters/:id',
  title: '一件诉求',
  right: 'signedIn',
  params: z.object({ id: z.uuid() }),
  answer: matterStory,
})

/** What a person has before them: `mine` of their bodies, `above` what others under them let run over. */
export const listMatters = defineRoute({
  path: '/api/matters',
  title: '诉求列表',
  right: 'signedIn',
  query: z.object({
    view: z.enum(['mine', 'area']).default('mine'),
    area: areaPath.optional(),
    state: z.string().optional(),
    category: z.string().optional(),
    overdue: z.enum(['true']).optional(),
    /** Due today at the latest. */
    today: z.enum(['true']).optional(),
    /** Answered for by a body, or handed to it. */
    body: body.optional(),
    q: z.string().trim().max(60).optional(),
    cursor: z.string().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({
    rows: z.array(matterLine),
    next: z.string().nullable(),
    /** How many stand in each state, and how many are overdue and due today (`today`), whatever state was asked for. */
    counts: z.record(z.string(), z.number().int()),
    /** The reader's own bodies. */
    mine: z.array(z.string()),
  }),
})

/** Before it is written down: what it may be about, how soon, and what was said already. */
export const prepareMatter = defineRoute({
  path: '/api/matters/prepare',
  title: '受理前的提示',
  right: 'matter.write',
  query: z.object({
    content: z.string().max(2000),
    place: z.string().max(120).default(''),
    longitude: z.coerce.number().min(-180).max(180).optional(),
    latitude: z.coerce.number().min(-90).max(90).optional(),
    area: areaPath.optional(),
  }),
  answer: z.object({
    categories: z.array(
      z.object({ code: z.string(), title: z.string(), class: z.string(), limit: z.string() }),
    ),
    similar: z.array(matterLine),
    /** What is dealt with for good at the place, whatever its category. */
    lasting: z.array(lastingNote),
  }),
})

/** Bodies to whom a matter can be handed: areas in order, then units. */
export const listBodies = defineRoute({
  path: '/api/matter-bodies',
  title: '承办单位',
  right: 'matter.write',
  answer: z.object({ bodies: z.array(bodyView), mine: z.array(z.string()) }),
})

export const recordMatter = describeAction({
  name: 'recordMatter',
  title: '受理诉求',
  right: 'matter.write',
  input: z.object({
    area: areaPath,
    title: z.string().trim().max(60).default(''),
    content: words('反映的内容', 2000),
    category: z.string(),
    class: matterClass.optional(),
    channel: z.enum(['window', 'phone', 'hotline', 'visit', 'letter', 'inspection', 'meeting']),
    place: z.string().trim().max(120).default(''),
    longitude: z.number().min(-180).max(180).nullable().default(null),
    latitude: z.number().min(-90).max(90).nullable().default(null),
    reporterName: z.string().trim().max(50).default(''),
    reporterPhone: z.string().trim().max(20).default(''),
    anonymous: z.boolean().default(false),
    photos: photoIds,
  }),
  output: z.object({ id: z.string(), number: z.string(), code: z.string() }),
})

/** Another person says the same: counted and written down, nothing opened anew. */
export const joinMatter = step('joinMatter', '一并反映', 'matter.write', {
  text: z.string().trim().max(500).default(''),
})
export const acceptMatter = step('acceptMatter', '签收', 'matter.write', {})
export const dispatchMatter = step('dispatchMatter', '派发', 'matter.write', {
  to: body,
  text: words('办理要求'),
})
export const returnMatter = step('returnMatter', '退回', 'matter.write', { text: words('退回的理由') })
export const decideMatter = step('decideMatter', '裁定', 'matter.dispatch', {
  to: body,
  text: words('裁定的理由'),
})
export const escalateMatter = step('escalateMatter', '上报', 'matter.write', { text: words('上报的理由') })
export const noteProgress = step('noteProgress', '记录进展', 'matter.write', {
  text: words('进展', 1000),
  /** Shown to the resident. */
  public: z.boolean().default(true),
  /** Seen by the resident where the progress is. */
  photos: photoIds,
})
export const reclassifyMatter = step('reclassifyMatter', '改类别', 'matter.write', {
  category: z.string(),
  class: matterClass,
  text: words('更改的理由'),
})
export const askPause = step('askPause', '申请暂停', 'matter.write', {
  text: words('暂停的理由'),
  until: plainDate,
})
export const askExtension = step('askExtension', '申请延期', 'matter.write', {
  text: words('延期的理由'),
  /** Whole days after the present end. */
  days: z.number().int().min(1).max(60),
})
export const decideRequest = step('decideRequest', '审批暂停或延期', 'matter.dispatch', {
  granted: z.boolean(),
  text: z.string().trim().max(500).default(''),
})
export const resumeMatter = step('resumeMatter', '恢复办理', 'matter.write', {
  text: z.string().trim().max(500).default(''),
})
/** 吹哨: several bodies, one lead, each with a part and a date. */
export const summonBodies = step('summonBodies', '吹哨', 'matter.write', {
  parts: z
    .array(z.object({ body, task: words('要办的事'), due: plainDate }))
    .min(1, '请至少请一个单位到场')
    .max(10, '一次最多请 10 个单位'),
  text: z.string().trim().max(500).default(''),
})
export const answerPart = step('answerPart', '反馈协办', 'matter.write', {
  part: z.uuid(),
  text: words('办理情况', 1000),
})
export const splitMatter = step('splitMatter', '拆分', 'matter.write', {
  parts: z
    .array(z.object({ title: words('摘要', 60), content: words('内容', 2000), category: z.string() }))
    .min(2, '拆分至少要有两件')
    .max(5, '一次最多拆成 5 件'),
})
export const mergeMatter = step('mergeMatter', '并入', 'matter.write', {
  into: z.uuid(),
  text: z.string().trim().max(500).default(''),
})
export const answerMatter = step('answerMatter', '答复', 'matter.write', {
  text: words('答复', 2000),
  /** Evidence of the result. */
  photos: photoIds,
  /** Whether the resident sees it. */
  photosShown: z.boolean().default(false),
})
export const recordCallback = step('recordCallback', '回访', 'matter.callback', {
  reached: z.boolean(),
  solved: z.boolean().optional(),
  /** Not solved, but the resident accepts why. */
  explained: z.boolean().default(false),
  satisfaction: z.enum(['satisfied', 'fair', 'unsatisfied']).optional(),
  text: z.string().trim().max(1000).default(''),
})
export const closeMatter = step('closeMatter', '办结', 'matter.dispatch', {
  reason: z.enum(['explained', 'notOurs']),
  /** Whose it is; asked for where it is not ours. */
  notOurs: z.string().trim().max(60).default(''),
  text: words('办结说明', 1000),
})
export const withdrawMatter = step('withdrawMatter', '撤回', 'matter.write', { text: words('撤回的原因') })
export const reopenMatter = step('reopenMatter', '重新办理', 'matter.write', {
  text: words('重新办理的理由'),
})

/** The number to call, while one handles the matter or is to call back; written down with the purpose. */
export const revealReporter = describeAction({
  name: 'revealReporter',
  title: '查看反映人联系方式',
  right: 'matter.write',
  input: z.object({ id: z.uuid(), purpose: words('查看的用途', 100) }),
  output: z.object({ name: z.string(), phone: z.string() }),
})
