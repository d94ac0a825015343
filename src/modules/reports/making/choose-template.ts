import type { CalendarPeriodKind } from '../../../core/time/index.ts'
import type { Office } from '../../../platform/server/office.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { getOwnTemplate } from '../storage/template-row.ts'
import { builtInTemplates } from '../templates/built-in.ts'
import type { ReportSubject } from '../templates/template.ts'
import { keptBy } from './kept-by.ts'
import { prepareBuiltIn } from './prepare-built-in.ts'
import { prepareOwn } from './prepare-own.ts'
import type { PreparedReport } from './prepared-report.ts'

export interface ChosenTemplate {
  readonly periods: readonly CalendarPeriodKind[]
  prepare(subject: ReportSubject): PreparedReport
}

/** A template's own periods are for whoever fills it: any that the calendar has. */
export const anyPeriod: readonly CalendarPeriodKind[] = ['month', 'quarter', 'half', 'year']

/** A built-in template or the office's own, by name. Throws `template.not_found`. */
export const chooseTemplate = async (
  repository: Repository,
  office: Office,
  name: string,
): Promise<ChosenTemplate> => {
  const builtIn = builtInTemplates.find((template) => template.name === name)
  if (builtIn) return { periods: builtIn.periods, prepare: (subject) => prepareBuiltIn(builtIn, subject) }
  const { title, file } = await getOwnTemplate(repository, name)
  const { bytes } = await office.files.get(keptBy(repository, name), file)
  return { periods: anyPeriod, prepare: (subject) => prepareOwn(repository, { title, bytes }, subject) }
}
