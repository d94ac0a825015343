import { z } from 'zod'
import { areaPath } from '../../platform/contract/records.ts'
import { defineRoute } from '../../platform/contract/route.ts'
import { bodyView, matterLine } from './contract.ts'

const filters = z.object({
  area: areaPath.optional(),
  category: z.string().optional(),
  overdue: z.enum(['true']).optional(),
})

/** Open matters by state: how many stand in each, and the first that are due. */
export const getBoard = defineRoute({
  path: '/api/matters/board',
  title: '诉求看板',
  right: 'matter.write',
  query: filters.extend({ view: z.enum(['mine', 'area']).default('mine') }),
  answer: z.object({
    columns: z.array(z.object({ state: z.string(), count: z.number().int(), rows: z.array(matterLine) })),
  }),
})

const cluster = z.object({
  longitude: z.number(),
  latitude: z.number(),
  count: z.number().int(),
  overdue: z.number().int(),
  /** The matter, where it is but one. */
  id: z.string().nullable(),
  title: z.string(),
})
export type MatterCluster = z.infer<typeof cluster>

/** Open matters on the map: those with a place, near ones as one; and how many lie in each area one level below. */
export const getMatterMap = defineRoute({
  path: '/api/matters/map',
  title: '诉求地图',
  right: 'matter.read',
  query: filters.extend({
    /** Side of the squares whose matters are drawn as one, in degrees. */
    cell: z.coerce.number().min(0.00005).max(1).default(0.002),
  }),
  answer: z.object({
    clusters: z.array(cluster),
    areas: z.array(z.object({ path: z.string(), count: z.number().int(), overdue: z.number().int() })),
    /** Open matters whose place nobody has set on the map. */
    unplaced: z.number().int(),
  }),
})

/** How much lies before each body: what it answers for, what was handed to it, what presses. */
export const getBodyLoads = defineRoute({
  path: '/api/matters/bodies',
  title: '各单位的诉求',
  right: 'matter.write',
  query: filters,
  answer: z.object({
    rows: z.array(
      z.object({
        body: bodyView,
        owned: z.number().int(),
        pending: z.number().int(),
        today: z.number().int(),
        overdue: z.number().int(),
        answered: z.number().int(),
      }),
    ),
  }),
})
export type BodyLoad = z.infer<typeof getBodyLoads.answer>['rows'][number]
