import { fillForm } from '../../../documents/form/index.ts'
import { Problem } from '../../../platform/contract/problem.ts'
import { recordAudit } from '../../../platform/server/audit/record-audit.ts'
import type { JobHandler } from '../../../platform/server/jobs/job-queue.ts'
import { type Office, repositoryFor } from '../../../platform/server/office.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { recordBurden } from '../burden/record-burden.ts'
import { keptBy } from '../kept-by.ts'
import {
  clearParts,
  type FilledPlace,
  type FillRow,
  getFill,
  type MissingCount,
  updateFill,
} from '../storage/fill-row.ts'
import { getRequest, type RequestRow } from '../storage/request-row.ts'
import { fillSheet } from './fill-sheet.ts'
import { type FillOrder, openSheet } from './sheet-filler.ts'

/** Days for which a filled form stays. */
const keptDays = 30

interface Filled {
  bytes: Uint8Array
  rows: number
  cells: number
  columns: FilledPlace[]
  missing: MissingCount[]
}

const fillAll = async (
  order: FillOrder,
  fill: FillRow,
  request: RequestRow,
  blank: Uint8Array,
  report: (done: number, total: number) => Promise<void>,
): Promise<Filled> => {
  const filled: Filled = { bytes: blank, rows: 0, cells: 0, columns: [], missing: [] }
  let part = 0
  for (const sheet of request.plan.sheets) {
    const filling = openSheet(order, sheet, request.answers[sheet.name])
    if (!filling) continue
    const one = await fillSheet(fill.id, filling, part, report)
    part = one.parts
    const result = fillForm(filled.bytes, sheet, one.content)
    if (!result.ok) throw new Problem('file.unreadable', result.message)
    filled.bytes = result.value
    filled.rows += one.rows
    filled.cells += one.cells
    filled.columns.push(...one.places)
    filled.missing.push(...one.missing)
  }
  return filled
}

/** What follows from a filled form, in one transaction: its file, its counts, the burden, the audit. */
const finish = (office: Office, repository: Repository, fill: FillRow, request: RequestRow, filled: Filled) =>
  office.connection.db.transaction().execute(async (db) => {
    const within = repositoryFor(office, repository.actor, { db, command: fill.command })
    const { bytes, ...counts } = filled
    const file = await office.files.put(within, {
      name: `${request.file_name.replace(/\.\w+$/, '')}-${fill.as_of}.xlsx`,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes,
      purpose: 'export',
    })
    await db
      .updateTable('stored_file')
      .set({ expires_at: new Date(Date.now() + keptDays * 86_400_000) })
      .where('district', '=', repository.district)
      .where('id', '=', file.id)
      .execute()
    await updateFill(within, fill.id, { ...counts, state: 'done', file: file.id, file_name: file.name })
    await recordBurden(within, request, filled.cells)
    await recordAudit(within, {
      action: 'fillFormRequest',
      definition: 'formRequest',
      subject: request.id,
      area: fill.area,
      purpose: fill.purpose,
      detail: { fill: fill.id, rows: filled.rows, cells: filled.cells, unmasked: fill.unmasked },
    })
    return file.id
  })

/** Fills a form from what its owner may see when it runs. */
export const fillFormJob =
  (office: Office): JobHandler =>
  async ({ input }, repository, report) => {
    const fill = await getFill(repository, String(input.fill))
    const request = await getRequest(repository, fill.request)
    await clearParts(repository, fill.id)
    try {
      const blank = await office.files.get(keptBy(repository, request.id), request.file)
      const order = { repository, area: fill.area, asOf: fill.as_of, unmasked: fill.unmasked }
      const filled = await fillAll(order, fill, request, blank.bytes, (done, total) =>
        report({ done, total, message: `已读取 ${done} 行` }),
      )
      const file = await finish(office, repository, fill, request, filled)
      const gaps = filled.missing.reduce((sum, { count }) => sum + count, 0)
      return {
        message: `已填写 ${filled.rows} 行、${filled.cells} 格${gaps > 0 ? `，${gaps} 格台账里没有` : ''}`,
        file,
      }
    } catch (error) {
      await updateFill(repository, fill.id, { state: 'failed' })
      throw error
    }
  }
