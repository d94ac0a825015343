export { matter } from './definition.ts'
export { matterMetrics } from './metrics.ts'
