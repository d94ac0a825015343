import { type Figure, getFigures, listMetrics, type MetricView } from '../../contract/figures.ts'
import { useRoute } from '../api/use-route.ts'
import { useModules } from '../module/modules-context.ts'
import { useMay } from '../session/use-me.ts'
import { useViewpoint } from '../viewpoint/use-viewpoint.ts'

const shown = 6

const choose = (metrics: readonly MetricView[], wanted: readonly string[]): readonly string[] => {
  const known = wanted.filter((name) => metrics.some((metric) => metric.name === name))
  const others = metrics.filter((metric) => metric.flow === 'stock' && !known.includes(metric.name))
  return [...known, ...others.map((metric) => metric.name)].slice(0, shown)
}

/** Six figures at most: those that modules put first, as far as the catalogue has them. */
export const useHeadlines = (): { figures: readonly Figure[]; pending: boolean; error: Error | null } => {
  const enabled = useMay()('metric.read')
  const { query } = useViewpoint()
  const wanted = useModules().flatMap((module) => module.headlines ?? [])
  const catalogue = useRoute(listMetrics, {}, { enabled })
  const names = choose(catalogue.data?.metrics ?? [], wanted)
  const asked = useRoute(
    getFigures,
    { query: { ...query, names: names.join(',') } },
    { enabled: enabled && names.length > 0, keepPrevious: true },
  )
  return {
    figures: asked.data?.figures ?? [],
    pending: enabled && (catalogue.isPending || (names.length > 0 && asked.isPending)),
    error: catalogue.error ?? asked.error,
  }
}
