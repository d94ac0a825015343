export { getAreaMap, listAreaBuildings } from './contract.ts'
export { areaMetrics } from './metrics.ts'
export { fillGaps, rosterDays, standardRule } from './roster/plan-roster.ts'
