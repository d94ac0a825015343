import type { FigureManifest } from '../../../documents/figures/index.ts'
import { newId } from '../../../platform/server/new-id.ts'
import type { Office } from '../../../platform/server/office.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { type FigureSheet, makeSheet } from '../figures/figure-sheet.ts'
import { insertFigures } from '../storage/figure-row.ts'
import { insertReport } from '../storage/report-row.ts'
import type { ReportSubject } from '../templates/template.ts'
import { keptBy } from './kept-by.ts'
import { measurer } from './measure.ts'
import type { PreparedReport } from './prepared-report.ts'

/** Where one takes a document to have its numbers checked. */
const checkPage = '/reports/check'

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const manifestOf = (report: string, sheet: FigureSheet, knownAt: Date): FigureManifest => ({
  report,
  verify: checkPage,
  figures: sheet.placed.map(({ id, aspect, measured, text }) => ({
    id,
    metric: measured.metric,
    title: aspect === 'change' ? `${measured.title}同比` : measured.title,
    area: measured.area,
    areaName: measured.areaName,
    from: measured.from,
    asOf: measured.asOf,
    knownAt: knownAt.toISOString(),
    value: measured.value,
    text,
    unit: aspect === 'change' ? '' : measured.unit,
    hash: measured.inputs,
  })),
})

/** A draft, measured now: figures, blocks and document. To be called in a snapshot. */
export const makeReport = async (
  repository: Repository,
  office: Office,
  order: {
    prepared: PreparedReport
    subject: ReportSubject
    template: string
    period: string
    version: number
    revises: string | null
    reason: string
  },
): Promise<{ id: string; title: string; figures: number }> => {
  const { prepared, subject } = order
  const id = newId()
  const knownAt = new Date()
  const measure = measurer(repository, { from: subject.period.from, asOf: subject.asOf })
  const measured = []
  for (const need of prepared.needs) measured.push(await measure(need))

  const sheet = makeSheet(subject.area, measured, () => newId())
  const { blocks, document } = await prepared.make(
    sheet,
    { author: repository.actor.name, createdAt: knownAt.toISOString() },
    () => manifestOf(id, sheet, knownAt),
  )
  const file = await office.files.put(keptBy(repository, id), {
    name: `${prepared.title}.docx`,
    type: wordType,
    bytes: document,
    purpose: 'report',
  })
  await insertReport(repository, {
    id,
    area: subject.area,
    template: order.template,
    template_title: prepared.templateTitle,
    title: prepared.title,
    period: order.period,
    as_of: subject.asOf,
    known_at: knownAt,
    version: order.version,
    revises: order.revises,
    reason: order.reason,
    blocks,
    document: file.id,
  })
  await insertFigures(repository, id, knownAt, sheet.placed)
  return { id, title: prepared.title, figures: sheet.placed.length }
}
