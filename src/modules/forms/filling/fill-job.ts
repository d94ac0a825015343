import { Problem } from '../../../platform/contract/problem.ts'
import { recordAudit } from '../../../platform/server/audit/record-audit.ts'
import type { JobHandler } from '../../../platform/server/jobs/job-queue.ts'
import { type Office, repositoryFor } from '../../../platform/server/office.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { recordBurden } from '../burden/record-burden.ts'
import { keptBy } from '../kept-by.ts'
import { clearParts, type FillRow, getFill, storePart, updateFill } from '../storage/fill-row.ts'
import { getRequest, type RequestRow } from '../storage/request-row.ts'
import { type FilledWorkbook, fillWorkbook } from './fill-workbook.ts'

/** Days for which a filled form stays. */
const keptDays = 30

/** Excel opens a workbook with macros only under the ending that says so; every other form is answered as .xlsx. */
const packageKind = (fileName: string): { ending: string; type: string } =>
  /\.xlsm$/i.test(fileName)
    ? { ending: '.xlsm', type: 'application/vnd.ms-excel.sheet.macroEnabled.12' }
    : { ending: '.xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }

/** What follows from a filled form, in one transaction: its file, its counts, the burden, the audit. */
const finish = (
  office: Office,
  repository: Repository,
  fill: FillRow,
  request: RequestRow,
  filled: FilledWorkbook,
) =>
  office.connection.db.transaction().execute(async (db) => {
    const within = repositoryFor(office, repository.actor, { db, command: fill.command })
    const { bytes, rows, cells, columns, missing, notes } = filled
    const { ending, type } = packageKind(request.file_name)
    const file = await office.files.put(within, {
      name: `${request.file_name.replace(/\.\w+$/, '')}-${fill.as_of}${ending}`,
      type,
      bytes,
      purpose: 'export',
    })
    await db
      .updateTable('stored_file')
      .set({ expires_at: new Date(Date.now() + keptDays * 86_400_000) })
      .where('district', '=', repository.district)
      .where('id', '=', file.id)
      .execute()
    await updateFill(within, fill.id, {
      rows,
      cells,
      columns,
      missing,
      notes,
      state: 'done',
      file: file.id,
      file_name: file.name,
    })
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
      const { area, as_of: asOf, unmasked } = fill
      let part = 0
      // Read as it stands at one instant; what is sent is stored outside, while reading goes on.
      const filled = await office.connection.db
        .transaction()
        .setIsolationLevel('repeatable read')
        .execute((db) =>
          fillWorkbook(
            {
              repository: repositoryFor(office, repository.actor, { db }),
              areas: office.areas,
              area,
              asOf,
              unmasked,
              sources: input.sources === true,
            },
            request.plan,
            request.answers,
            blank.bytes,
            (sheet, rows) => storePart(repository, fill.id, { number: part++, sheet, rows }),
            (done, total) => report({ done, total, message: `已读取 ${done} 行` }),
          ),
        )
      const file = await finish(office, repository, fill, request, filled)
      const gaps =
        filled.missing.reduce((sum, { count }) => sum + count, 0) +
        filled.columns.filter(({ reason }) => reason !== undefined).length
      return {
        message: `已填写 ${filled.rows} 行、${filled.cells} 格${gaps > 0 ? `，${gaps} 格台账里没有` : ''}${filled.notes.map((note) => `。${note}`).join('')}`,
        file,
      }
    } catch (error) {
      const why = error instanceof Problem ? error.message : '填写时出了故障，请稍后再填一次。'
      await updateFill(repository, fill.id, { state: 'failed', notes: [why] })
      throw error
    }
  }
