import type { MetricDefinition } from '../../../core/definition/index.ts'
import { compactText } from '../../../core/plain-text.ts'
import { addMonths, sameDayLastYear } from '../../../core/time/index.ts'
import type { AreaView } from '../../../platform/contract/session.ts'

/** What a row or column of a statistical table asks for, as far as its labels tell by themselves. */
export interface ReadLine {
  readonly metric?: MetricDefinition
  readonly area?: AreaView
  /** Another day than the form's: 上年, 上月. */
  readonly day?: (asOf: string) => string
  /** Labels that must be entries of the metric's dimensions. */
  readonly values: readonly string[]
}

/** Words that say how to count, not what. */
const neutral =
  /^(人数|数量|户数|件数|数|总数|总计|合计|小计|共计|计|其中|现有|累计|本年|本期|本月|今年|期末|期末数|年末|月末|当前|截至目前)$/

const lastYear = /^(上年|去年|上年同期|去年同期|上年末)$/
const lastMonth = /^(上月|上个月|上月末|上期)$/

const wordsOf = (label: string): string =>
  compactText(label)
    .replace(/[:：]$/, '')
    .replace(/^其中[:：]?/, '')

const areaWords = (name: string): string =>
  compactText(name).replace(/(社区居民委员会|社区居委会|居委会|社区|村委会|村|网格)$/, '')

/** The metric of exactly that name. */
const findNamed = (metrics: Iterable<MetricDefinition>, label: string): MetricDefinition | undefined => {
  for (const metric of metrics)
    if ([metric.title, ...metric.synonyms].some((name) => compactText(name) === label)) return metric
  return undefined
}

/** Reads the labels of one line, from the outermost group inwards. */
export const readLine = (
  labels: readonly string[],
  metrics: Iterable<MetricDefinition>,
  areas: readonly AreaView[],
): ReadLine => {
  const all = [...metrics]
  const line: { -readonly [Key in keyof ReadLine]: ReadLine[Key] } & { values: string[] } = { values: [] }
  for (const label of labels.map(wordsOf)) {
    if (label === '' || neutral.test(label)) continue
    if (lastYear.test(label)) line.day = sameDayLastYear
    else if (lastMonth.test(label)) line.day = (asOf) => addMonths(asOf, -1)
    else {
      const places = areas.filter(({ name }) => name === label || areaWords(name) === areaWords(label))
      const metric = findNamed(all, label)
      if (places.length === 1) line.area = places[0]!
      else if (metric) line.metric = metric
      else line.values.push(label)
    }
  }
  return line
}

/** The metric that a table's title speaks of: the longest name in it. */
export const findBaseMetric = (
  title: string,
  metrics: Iterable<MetricDefinition>,
): MetricDefinition | undefined => {
  const words = compactText(title)
  let best: { metric: MetricDefinition; length: number } | undefined
  for (const metric of metrics)
    for (const name of [metric.title, ...metric.synonyms].map(compactText))
      if (words.includes(name) && name.length > (best?.length ?? 1)) best = { metric, length: name.length }
  return best?.metric
}
