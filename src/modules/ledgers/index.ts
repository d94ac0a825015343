export {
  assistance,
  builtInLedgers,
  disability,
  elderCare,
  unemployment,
  volunteerTeam,
} from './definition.ts'
export { ledgerMetrics } from './metrics.ts'
