import type { z } from 'zod'
import { readPeriod } from '../../../core/time/index.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import type { ReportView, reportFigure } from '../contract.ts'
import type { FigureRow } from '../storage/figure-row.ts'
import type { ReportRow } from '../storage/report-row.ts'

const periodTitle = (text: string): string => {
  const read = readPeriod(text)
  return read.ok ? read.value.title : text
}

export const viewOfReport = (
  { areas }: Repository,
  row: Omit<ReportRow, 'blocks'>,
): Omit<ReportView, 'blocks' | 'figures'> => ({
  id: row.id,
  title: row.title,
  template: row.template,
  templateTitle: row.template_title,
  area: row.area,
  areaName: areas.nameOf(row.area),
  period: row.period,
  periodTitle: periodTitle(row.period),
  asOf: row.as_of,
  state: row.state,
  version: row.version,
  createdAt: row.created_at.toISOString(),
  createdBy: row.created_by_name,
  publishedAt: row.published_at?.toISOString() ?? null,
  reason: row.reason,
  successor: row.successor ?? null,
})

/** A figure as it was frozen, its definition too. */
export const viewOfFigure = (row: FigureRow): z.infer<typeof reportFigure> => ({
  id: row.id,
  aspect: row.aspect,
  metric: row.metric,
  title: row.aspect === 'change' ? `${row.title}同比` : row.title,
  unit: row.aspect === 'change' ? '' : row.unit,
  description: row.description,
  area: row.area,
  areaName: row.area_name,
  asOf: row.as_of,
  from: row.period_from,
  knownAt: row.known_at.toISOString(),
  value: row.value,
  text: row.text,
  lastYear: row.last_year,
  numerator: row.numerator,
  denominator: row.denominator,
})
