import type { MetricView } from '../../../../platform/contract/figures.ts'

interface MetricGroup {
  title: string
  metrics: MetricView[]
}

const says = (metric: MetricView, text: string): boolean =>
  [metric.title, metric.ofTitle, metric.description, metric.name, ...metric.synonyms].some((words) =>
    words.toLowerCase().includes(text),
  )

/** Metrics that say the text somewhere, by what they count, in the catalogue's order. */
export const groupMetrics = (metrics: readonly MetricView[], text: string): readonly MetricGroup[] => {
  const sought = text.trim().toLowerCase()
  const groups = new Map<string, MetricView[]>()
  for (const metric of metrics) {
    if (sought !== '' && !says(metric, sought)) continue
    groups.set(metric.ofTitle, [...(groups.get(metric.ofTitle) ?? []), metric])
  }
  return [...groups].map(([title, grouped]) => ({ title, metrics: grouped }))
}
