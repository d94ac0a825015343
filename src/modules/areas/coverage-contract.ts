import { z } from 'zod'
import { areaPath, plainDate } from '../../platform/contract/records.ts'
import { defineRoute } from '../../platform/contract/route.ts'

/** What nobody answers for today, each a list to act on. Lists are cut at 500; `…More` says that there are others. */
export const getCoverage = defineRoute({
  path: '/api/coverage',
  title: '覆盖情况',
  right: 'registry.read',
  query: z.object({ area: areaPath.optional() }),
  answer: z.object({
    areaName: z.string(),
    asOf: plainDate,
    /** Buildings for which no grid worker answers. */
    buildings: z.array(
      z.object({
        area: z.string(),
        areaName: z.string(),
        estate: z.string(),
        number: z.string(),
        dwellings: z.number(),
      }),
    ),
    buildingsMore: z.boolean(),
    grids: z.array(
      z.object({
        path: z.string(),
        name: z.string(),
        communityName: z.string(),
        persons: z.number(),
        lastHolder: z.string().nullable(),
        until: plainDate.nullable(),
      }),
    ),
    /** People and dwellings in no grid, by community. */
    outside: z.array(
      z.object({ area: z.string(), areaName: z.string(), persons: z.number(), dwellings: z.number() }),
    ),
    ending: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        roleTitle: z.string(),
        area: z.string(),
        areaName: z.string(),
        /** First day on which it is no longer held. */
        to: plainDate,
      }),
    ),
    mayStaff: z.boolean(),
  }),
})
export type Coverage = z.infer<typeof getCoverage.answer>
