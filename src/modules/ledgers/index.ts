export {
  assistance,
  builtInLedgers,
  disability,
  elderCare,
  unemployment,
  volunteerTeam,
} from './definition.ts'
export { floatingResident } from './definitions/floating.ts'
export { hazard } from './definitions/hazard.ts'
export { leftBehindChild, leftBehindElder } from './definitions/left-behind.ts'
export { publicityPosition } from './definitions/publicity-position.ts'
export { rental } from './definitions/rental.ts'
export { residentOrganisation } from './definitions/resident-organisation.ts'
export { veteran } from './definitions/veteran.ts'
export { volunteer } from './definitions/volunteer.ts'
export { ledgerMetrics } from './metrics.ts'
