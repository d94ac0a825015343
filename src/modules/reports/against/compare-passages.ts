import type { Definition, MetricDefinition } from '../../../core/definition/index.ts'
import { numberText } from '../../../documents/official/index.ts'
import type { Figure } from '../../../platform/contract/figures.ts'
import { Problem } from '../../../platform/contract/problem.ts'
import { readFigure } from '../../../platform/server/figures/read-figure.ts'
import type { AreaTree } from '../../../platform/server/permission/area-tree.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'

import { reachesBack } from '../storage/reaches-back.ts'
import { synonymsFor } from '../storage/synonym-row.ts'
import { fitsValue } from './fits-value.ts'
import { makeLexicon } from './lexicon.ts'
import { type Match, matchPassages } from './match-passages.ts'
import type { Passage } from './passage.ts'
import type { Compared } from './verdict-words.ts'

type Verdict = Pick<Compared, 'verdict' | 'message'> & Partial<Pick<Compared, 'figure' | 'difference'>>

const definitionsOf = (metric: MetricDefinition): Definition[] =>
  metric.kind === 'count' ? [metric.of] : [metric.numerator.of, metric.denominator.of]

const scopeOf = ({ areaName, from, asOf, title }: Figure): string =>
  `${areaName}${from ? `${from} 至 ` : ''}${asOf} 的「${title}」`

const unsure = (message: string, figure: Figure | null = null): Verdict => ({
  verdict: 'unknown',
  message,
  figure,
})

/** The share before it was rounded, so that a text may print more or fewer decimals. */
const exact = (metric: MetricDefinition, { value, numerator, denominator }: Figure): number | null =>
  metric.kind === 'ratio' && numerator !== null && denominator
    ? (numerator / denominator) * metric.times
    : value

const judge = (match: Match, metric: MetricDefinition, figure: Figure): Verdict => {
  const value = exact(metric, figure)
  if (value === null) return unsure(`${scopeOf(figure)}算不出来，没有可以对照的数。`, figure)
  const { quantity } = match
  const told = `${scopeOf(figure)}是 ${figure.text} ${figure.unit}`
  const fit = fitsValue(quantity, value)
  if (fit === 'open') return unsure(`${told}，文中只说了一个界限，相差较大，不能算作一致。`, figure)
  if (fit === 'fits') return { verdict: 'confirmed', message: `与台账一致：${told}。`, figure }
  const edge = value < quantity.low ? quantity.low : quantity.high
  const difference = Number((edge - value).toFixed(2))
  return {
    verdict: 'differs',
    message: `${told}，文中${difference > 0 ? '多' : '少'} ${numberText(Math.abs(difference))} ${figure.unit}。`,
    figure,
    difference,
  }
}

/** Reads figures of one comparison, the same one only once. */
const figureReader = (repository: Repository) => {
  const known = new Map<string, Promise<Figure | string>>()
  const read = async (metric: MetricDefinition, match: Match): Promise<Figure | string> => {
    const cutoff = { area: match.area!, asOf: match.asOf!, from: match.from ?? match.asOf! }
    const figure = await readFigure(repository, metric, cutoff)
    if (figure.area !== match.area || !figure.areaName)
      return `您看不到${repository.areas.nameOf(match.area!)}全部的「${metric.title}」，不能核对。`
    for (const definition of definitionsOf(metric))
      if (!(await reachesBack(repository, definition, cutoff)))
        return `${figure.areaName}到 ${cutoff.asOf} 还没有登记「${definition.title}」，没有可以对照的数。`
    return figure
  }
  return (metric: MetricDefinition, match: Match): Promise<Figure | string> => {
    const key = [metric.name, match.area, match.from, match.asOf].join(' ')
    const again =
      known.get(key) ??
      read(metric, match).catch((error: unknown) => {
        if (error instanceof Problem && error.status === 403) return error.message
        throw error
      })
    known.set(key, again)
    return again
  }
}

const decide = async (read: ReturnType<typeof figureReader>, match: Match): Promise<Verdict> => {
  const [metric] = match.metrics
  if (match.none) return { verdict: 'unlisted', message: `有人教过：“${match.phrase}”不在指标目录里。` }
  if (!metric)
    return match.phrase.length < 2
      ? unsure('没有看出它数的是什么。')
      : {
          verdict: 'unlisted',
          message: `指标目录里没有${match.quantity.unit && `按“${match.quantity.unit}”`}数“${match.phrase}”的指标。`,
        }
  if (match.doubts.length > 0)
    return unsure(`像是「${metric.title}」，但${match.doubts.join('；')}，不能确定。`)
  const figure = await read(metric, match)
  return typeof figure === 'string' ? unsure(figure) : judge(match, metric, figure)
}

const shown = 5

/**
 * Holds each number of the passages against the ledgers, within the actor's scope. Numbers that count nothing a
 * ledger could hold (ages, durations, ratios) are passed over.
 */
export const comparePassages = async (
  repository: Repository,
  areas: Pick<AreaTree, 'under'>,
  { area, asOf, passages }: { area: string; asOf: string; passages: readonly Passage[] },
): Promise<Compared[]> => {
  const lexicon = makeLexicon(repository.catalogue.metrics, await synonymsFor(repository, area))
  const around = { area, asOf, areas: areas.under(repository.district) }
  const read = figureReader(repository)
  const results: Compared[] = []
  for (const match of matchPassages(lexicon, passages, around))
    results.push({
      number: match.quantity.number,
      phrase: match.phrase.length > 1 ? match.phrase : '',
      figure: null,
      difference: null,
      ...(await decide(read, match)),
      candidates: match.metrics.slice(0, shown).map(({ name, title }) => ({ metric: name, title })),
    })
  return results
}
