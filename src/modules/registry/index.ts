export { dwelling, household, person, registryRecords } from './definition.ts'
export { elders60, registryMetrics, residents, workingAge } from './metrics.ts'
