export type { CodeItem, CodeList } from './code-list.ts'
export { readCode, titleOf } from './read-code.ts'

import { agreementKind } from './agreement-kind.ts'
import { assistanceReason } from './assistance-reason.ts'
import { awayReason } from './away-reason.ts'
import type { CodeList } from './code-list.ts'
import { consentForm } from './consent-form.ts'
import { disabilityCause } from './disability-cause.ts'
import { disabilityKind } from './disability-kind.ts'
import { disabilityLevel } from './disability-level.ts'
import { dwellingKind } from './dwelling-kind.ts'
import { dwellingStructure } from './dwelling-structure.ts'
import { dwellingUse } from './dwelling-use.ts'
import { education } from './education.ts'
import { elderCategory } from './elder-category.ts'
import { elderStatus } from './elder-status.ts'
import { employmentStatus } from './employment-status.ts'
import { ethnicity } from './ethnicity.ts'
import { facilityKind } from './facility-kind.ts'
import { facilityState } from './facility-state.ts'
import { guardianshipKind } from './guardianship-kind.ts'
import { hardToEmployKind } from './hard-to-employ-kind.ts'
import { hazardKind } from './hazard-kind.ts'
import { hazardLevel } from './hazard-level.ts'
import { idDocument } from './id-document.ts'
import { industry } from './industry.ts'
import { jobIntention } from './job-intention.ts'
import { kinship } from './kinship.ts'
import { leftBehindSituation } from './left-behind-situation.ts'
import { livingArrangement } from './living-arrangement.ts'
import { lodgingKind } from './lodging-kind.ts'
import { lowIncomeCategory } from './low-income-category.ts'
import { maritalStatus } from './marital-status.ts'
import { moveInReason } from './move-in-reason.ts'
import { organisationKind } from './organisation-kind.ts'
import { personRelationKind } from './person-relation-kind.ts'
import { politicalStatus } from './political-status.ts'
import { populationType } from './population-type.ts'
import { protectionMode } from './protection-mode.ts'
import { publicityKind } from './publicity-kind.ts'
import { registerKind } from './register-kind.ts'
import { rentalKind } from './rental-kind.ts'
import { residenceStatus } from './residence-status.ts'
import { residentOrganisationKind } from './resident-organisation-kind.ts'
import { selfCareAbility } from './self-care-ability.ts'
import { sex } from './sex.ts'
import { spouseStatus } from './spouse-status.ts'
import { supportMode } from './support-mode.ts'
import { unemployedCategory } from './unemployed-category.ts'
import { unemploymentReason } from './unemployment-reason.ts'
import { veteranKind } from './veteran-kind.ts'
import { volunteerTeamKind } from './volunteer-team-kind.ts'

/** Every code list by its name, the name under which a field stored as data refers to it. */
export const codeLists: Readonly<Record<string, CodeList>> = {
  consentForm,
  leftBehindSituation,
  guardianshipKind,
  veteranKind,
  lodgingKind,
  rentalKind,
  hazardKind,
  hazardLevel,
  publicityKind,
  residentOrganisationKind,
  sex,
  maritalStatus,
  ethnicity,
  education,
  kinship,
  politicalStatus,
  disabilityKind,
  disabilityLevel,
  idDocument,
  employmentStatus,
  populationType,
  residenceStatus,
  registerKind,
  dwellingKind,
  dwellingUse,
  dwellingStructure,
  moveInReason,
  awayReason,
  lowIncomeCategory,
  protectionMode,
  assistanceReason,
  selfCareAbility,
  supportMode,
  disabilityCause,
  unemploymentReason,
  unemployedCategory,
  hardToEmployKind,
  jobIntention,
  livingArrangement,
  elderStatus,
  elderCategory,
  spouseStatus,
  volunteerTeamKind,
  agreementKind,
  facilityKind,
  facilityState,
  industry,
  organisationKind,
  personRelationKind,
}

export {
  agreementKind,
  assistanceReason,
  awayReason,
  consentForm,
  disabilityCause,
  disabilityKind,
  disabilityLevel,
  dwellingKind,
  dwellingStructure,
  dwellingUse,
  education,
  elderCategory,
  elderStatus,
  employmentStatus,
  ethnicity,
  facilityKind,
  facilityState,
  guardianshipKind,
  hardToEmployKind,
  hazardKind,
  hazardLevel,
  idDocument,
  industry,
  jobIntention,
  kinship,
  leftBehindSituation,
  livingArrangement,
  lodgingKind,
  lowIncomeCategory,
  maritalStatus,
  moveInReason,
  organisationKind,
  personRelationKind,
  politicalStatus,
  populationType,
  protectionMode,
  publicityKind,
  registerKind,
  rentalKind,
  residenceStatus,
  residentOrganisationKind,
  selfCareAbility,
  sex,
  spouseStatus,
  supportMode,
  unemployedCategory,
  unemploymentReason,
  veteranKind,
  volunteerTeamKind,
}
