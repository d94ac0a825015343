import { useParams } from '@tanstack/react-router'
import { listMetrics, type MetricView } from '../../../../platform/contract/figures.ts'
import { useRoute } from '../../../../platform/web/api/use-route.ts'

interface NamedMetric {
  metric: MetricView | undefined
  /** The catalogue is known and does not have it. */
  missing: boolean
  error: Error | null
}

/** The metric that the path names. */
export const useMetric = (): NamedMetric => {
  const { name = '' } = useParams({ strict: false }) as { name?: string }
  const { data, error } = useRoute(listMetrics)
  const metric = data?.metrics.find((one) => one.name === name)
  return { metric, missing: data !== undefined && metric === undefined, error }
}
