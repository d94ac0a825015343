import type { Ring } from '../../../core/geometry/index.ts'
import type { Tracked } from './chronicle.ts'
import { drawAreas } from './draw-areas.ts'
import { type DistrictPlan, planAreas, type SubdistrictPlan } from './plan-areas.ts'
import { simulateSubdistrict, spanUntil } from './simulate-subdistrict.ts'
import type { Span } from './world.ts'

export interface GeneratedOffice {
  readonly plan: DistrictPlan
  readonly span: Span
  /** Outlines of all areas by path. */
  readonly rings: ReadonlyMap<string, Ring>
  readonly subdistricts: readonly GeneratedSubdistrict[]
}

interface GeneratedSubdistrict {
  readonly plan: SubdistrictPlan
  /** Registry and ledgers; made when asked for, so that a million residents need no more memory than 60,000. */
  makeRecords(): readonly Tracked[]
}

/**
 * A made-up office with two years of history before `today`. The same arguments give the same office. Nobody in it
 * exists: identity numbers are of county codes that begin with 99, mobile numbers of the unused range 154.
 */
export const generateOffice = (options: {
  residents: number
  seed: number
  today: string
}): GeneratedOffice => {
  const plan = planAreas(options.seed, options.residents)
  const span = spanUntil(options.today)
  const { subdistricts } = plan
  const rings = drawAreas(plan, options.seed)
  return {
    plan,
    span,
    rings,
    subdistricts: subdistricts.map((subdistrict) => ({
      plan: subdistrict,
      makeRecords: () => simulateSubdistrict(subdistrict, span, options.seed, subdistricts.length, rings),
    })),
  }
}
