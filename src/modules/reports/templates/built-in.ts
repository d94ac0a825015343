import { communityMonthly } from './community-monthly/index.ts'
import { disabilityWork } from './disability-work/index.ts'
import type { ReportTemplate } from './template.ts'

/** The templates that come with the house. */
export const builtInTemplates: readonly ReportTemplate[] = [communityMonthly, disabilityWork]
