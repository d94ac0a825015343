import { listMetrics } from '../../contract/figures.ts'
import { useRoute } from '../api/use-route.ts'
import { useMay } from '../session/use-me.ts'

/** The catalogue metric that counts every record of a definition; undefined where there is none. */
export const useCountingMetric = (definition: string): string | undefined => {
  const enabled = useMay()('metric.read')
  const { data } = useRoute(listMetrics, {}, { enabled })
  return data?.metrics.find(
    (metric) =>
      metric.of === definition && metric.kind === 'count' && metric.flow === 'stock' && metric.rule === '',
  )?.name
}
