export { formRequest } from './definition.ts'
export { formMetrics } from './metrics.ts'
