import { createHash } from 'node:crypto'
import type { Definition, MetricDefinition } from '../../../core/definition/index.ts'
import { shareOf, yearBefore } from '../../../platform/server/figures/evaluate-metric.ts'
import { type Cutoff, metricHash } from '../../../platform/server/figures/metric-query.ts'
import { figureText, flowOf, getMetric } from '../../../platform/server/figures/read-figure.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import type { Measured, Need } from '../figures/measured.ts'
import { countWithInputs } from '../storage/count-with-inputs.ts'
import { reachesBack } from '../storage/reaches-back.ts'

/** First and last day of what a report is about. */
export interface Days {
  readonly from: string
  readonly asOf: string
}

const evaluate = async (repository: Repository, metric: MetricDefinition, cutoff: Cutoff) => {
  if (metric.kind === 'count') {
    const { value, inputs } = await countWithInputs(repository, metric, cutoff)
    return { value, numerator: null, denominator: null, inputs }
  }
  const above = await countWithInputs(repository, metric.numerator, cutoff)
  const below = await countWithInputs(repository, metric.denominator, cutoff)
  return {
    value: shareOf(metric, above.value, below.value),
    numerator: above.value,
    denominator: below.value,
    inputs: createHash('sha256').update(`${above.inputs}/${below.inputs}`).digest('hex'),
  }
}

const definitionsOf = (metric: MetricDefinition): Definition[] =>
  metric.kind === 'count' ? [metric.of] : [metric.numerator.of, metric.denominator.of]

/** Measures what a report needs, as it is known now. Numbers belong together in a snapshot (`defineAction`). */
export const measurer = (repository: Repository, days: Days) => {
  const reach = new Map<string, Promise<boolean>>()
  const reaches = (definition: Definition, cutoff: Cutoff) => {
    const key = `${definition.name} ${cutoff.area} ${cutoff.asOf}`
    const known = reach.get(key) ?? reachesBack(repository, definition, cutoff)
    reach.set(key, known)
    return known
  }
  const isTold = async (metric: MetricDefinition, cutoff: Cutoff) => {
    for (const definition of definitionsOf(metric)) if (!(await reaches(definition, cutoff))) return false
    return true
  }
  return async (need: Need): Promise<Measured> => {
    const metric = getMetric(repository, need.metric)
    const asked = { ...days, area: need.area }
    const cutoff = need.yearBefore ? yearBefore(asked) : asked
    const earlier = yearBefore(cutoff)
    const now = await evaluate(repository, metric, cutoff)
    const before = await evaluate(repository, metric, earlier)
    const value = need.yearBefore && !(await isTold(metric, cutoff)) ? null : now.value
    return {
      ...need,
      hash: metricHash(metric),
      title: metric.title,
      unit: metric.unit,
      description: metric.description,
      areaName: repository.areas.nameOf(need.area),
      asOf: cutoff.asOf,
      from: flowOf(metric) === 'stock' ? null : cutoff.from,
      ...now,
      value,
      text: figureText(metric, value),
      lastYear: (await isTold(metric, earlier)) ? before.value : null,
      inputsLastYear: before.inputs,
    }
  }
}
