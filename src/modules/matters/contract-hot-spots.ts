import { z } from 'zod'
import { areaPath, plainDate } from '../../platform/contract/records.ts'
import { defineRoute, describeAction } from '../../platform/contract/route.ts'
import { words } from './contract.ts'

/** So many matters of one category at one place, within the period, are a hot spot. */
export const fewestMatters = 3

const source = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  receivedOn: z.string(),
  state: z.string(),
})

const spotKey = { area: areaPath, category: z.string().max(40), spot: z.string().min(1).max(140) }

const hotSpot = z.object({
  ...spotKey,
  areaName: z.string(),
  /** As it was last written. */
  place: z.string(),
  longitude: z.number().nullable(),
  latitude: z.number().nullable(),
  count: z.number().int(),
  firstOn: z.string(),
  lastOn: z.string(),
  /** The matters it was counted from, the latest first; at most 50. */
  matters: z.array(source),
  mayDecide: z.boolean(),
})
export type HotSpot = z.infer<typeof hotSpot>

const lastingTask = z.object({
  id: z.string(),
  title: z.string(),
  state: z.string(),
  area: z.string(),
  areaName: z.string(),
  category: z.string(),
  place: z.string(),
  /** Since when it is dealt with for good. */
  since: z.string(),
  dueOn: z.string(),
  overdue: z.boolean(),
  ownerTitle: z.string(),
  /** Matters of the kind that came to the place since. */
  countSince: z.number().int(),
})
export type LastingTask = z.infer<typeof lastingTask>

const dismissed = z.object({
  id: z.string(),
  areaName: z.string(),
  category: z.string(),
  place: z.string(),
  count: z.number().int(),
  reason: z.string(),
  on: z.string(),
  by: z.string(),
  mayDecide: z.boolean(),
})
export type DismissedSpot = z.infer<typeof dismissed>

/** Where matters of one category keep coming from one place, and what was decided of it. */
export const getHotSpots = defineRoute({
  path: '/api/matters/hot-spots',
  title: '重复问题',
  right: 'matter.read',
  query: z.object({
    area: areaPath.optional(),
    category: z.string().max(40).optional(),
    days: z.coerce.number().int().min(7).max(366).default(90),
    least: z.coerce.number().int().min(2).max(50).default(fewestMatters),
  }),
  answer: z.object({
    /** The first day that was counted. */
    from: z.string(),
    spots: z.array(hotSpot),
    tasks: z.array(lastingTask),
    dismissed: z.array(dismissed),
  }),
})

/** One lasting task for a hot spot: a matter of its own, with owner and due date, to which those counted are linked. */
export const openLasting = describeAction({
  name: 'openLasting',
  title: '转为长期治理',
  right: 'matter.dispatch',
  input: z.object({
    ...spotKey,
    /** The matters that were seen. */
    matters: z.array(z.uuid()).min(2, '至少要有两件诉求').max(50),
    title: words('摘要', 60),
    text: words('要从根上解决什么', 1000),
    dueOn: plainDate,
  }),
  output: z.object({ id: z.string(), number: z.string() }),
})

/** Leaves a hot spot as it is; it is shown again when as many new matters have come. */
export const dismissHotSpot = describeAction({
  name: 'dismissHotSpot',
  title: '不作长期治理',
  right: 'matter.dispatch',
  input: z.object({
    ...spotKey,
    matters: z.array(z.uuid()).min(2).max(50),
    reason: words('不作长期治理的理由'),
  }),
  output: z.object({ id: z.string() }),
})

/** Takes a dismissal back: the hot spot is proposed again. */
export const proposeAgain = describeAction({
  name: 'proposeAgain',
  title: '重新提出',
  right: 'matter.dispatch',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.string() }),
})
