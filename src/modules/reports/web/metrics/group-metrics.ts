import type { MetricView } from '../../../../platform/contract/figures.ts'

export interface MetricGroup {
  title: string
  /** All of the group, whatever is sought, so that what was asked for one text serves the next. */
  names: readonly string[]
  metrics: readonly MetricView[]
}

const says = (metric: MetricView, text: string): boolean =>
  [metric.title, metric.ofTitle, metric.description, metric.name, ...metric.synonyms].some((words) =>
    words.toLowerCase().includes(text),
  )

/** Metrics that say the text somewhere, by what they count, in the catalogue's order. */
export const groupMetrics = (metrics: readonly MetricView[], text: string): readonly MetricGroup[] => {
  const sought = text.trim().toLowerCase()
  return [...Map.groupBy(metrics, (metric) => metric.ofTitle)]
    .map(([title, group]) => ({
      title,
      names: group.map(({ name }) => name),
      metrics: group.filter((metric) => sought === '' || says(metric, sought)),
    }))
    .filter((group) => group.metrics.length > 0)
}
