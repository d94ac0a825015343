import { cutoffOf, getMetric, readFigure } from '../../../platform/server/figures/read-figure.ts'
import type { Office } from '../../../platform/server/office.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { mayWeigh } from '../actions/set-weights.ts'
import type { Measured } from '../contract-measures.ts'
import { compose, metricOf, type Weights } from '../measures/weigh.ts'
import { readWeights } from '../storage/weights.ts'

interface Asked {
  readonly area: string
  readonly from: string
  readonly asOf: string
}

const measureArea = async (repository: Repository, asked: Asked, weights: Weights): Promise<Measured> => {
  const cutoff = cutoffOf(repository, asked)
  const figure = (part: keyof Weights) =>
    readFigure(repository, getMetric(repository, metricOf[part]), cutoff)
  const [response, solved, satisfied] = [
    await figure('response'),
    await figure('solved'),
    await figure('satisfied'),
  ]
  const rates = { response: response.value, solved: solved.value, satisfied: satisfied.value }
  return {
    area: asked.area,
    areaName: repository.areas.nameOf(asked.area),
    response,
    solved,
    satisfied,
    score: compose(rates, weights),
  }
}

/** The rates of an area and of those just below it, in the order of their codes: no ranking. */
export const readMeasures = async (repository: Repository, { areas }: Office, asked: Asked) => {
  const weights = await readWeights(repository)
  const whole = await measureArea(repository, asked, weights)
  const below: Measured[] = []
  // A grid's work is one or two people's: what is measured ends with the community.
  for (const { path, level } of areas.children(asked.area))
    if (level === 'subdistrict' || level === 'community')
      below.push(await measureArea(repository, { ...asked, area: path }, weights))
  return { weights, whole, below, mayWeigh: mayWeigh(repository.actor) }
}
