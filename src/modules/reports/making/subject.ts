import { levelOf } from '../../../core/area/index.ts'
import { type CalendarPeriodKind, type Period, readPeriod } from '../../../core/time/index.ts'
import { Problem } from '../../../platform/contract/problem.ts'
import type { Office } from '../../../platform/server/office.ts'
import type { ReportSubject } from '../templates/template.ts'

const wrong = (field: string, message: string) =>
  new Problem('field.invalid', message, { places: [{ field, message }] })

const examples: Readonly<Record<CalendarPeriodKind, string>> = {
  month: '2026-10',
  quarter: '2026-Q3',
  half: '2026-H1',
  year: '2026',
}

/** The period of a report: one that its template is made for, and that has begun. */
export const readReportPeriod = (
  text: string,
  periods: readonly CalendarPeriodKind[],
  today: string,
): Period => {
  const read = readPeriod(text)
  if (!read.ok) throw wrong('period', read.message)
  const period = read.value
  if (!periods.some((kind) => kind === period.kind))
    throw wrong(
      'period',
      `这个模板不出「${period.title}」的汇报，期间请写成 ${periods.map((kind) => examples[kind]).join('、')}。`,
    )
  if (period.from > today) throw wrong('period', `${period.title}还没有开始，不能生成汇报。`)
  return period
}

/** The last day that a report can tell of: that of its period, or today while it lasts. */
export const lastDay = (period: Period, today: string): string => (period.to > today ? today : period.to)

/** What a report is about. Throws where there is no such area. */
export const subjectOf = (
  { areas }: Pick<Office, 'areas'>,
  about: { area: string; period: Period; asOf: string; writtenOn: string; corrected: boolean },
): ReportSubject => {
  const area = areas.find(about.area, about.asOf) ?? areas.find(about.area)
  if (!area) throw wrong('area', `没有代码为 ${about.area} 的区域。`)
  const below = areas.children(about.area, about.asOf).map(({ path, name }) => ({ path, name }))
  return {
    ...about,
    areaName: area.name,
    below,
    belowTitle: below[0] ? levelOf(below[0].path).title : '',
  }
}
