import type { RowFile } from '../../../documents/xlsx/index.ts'
import { Problem } from '../../../platform/contract/problem.ts'
import type { JobHandler, Report } from '../../../platform/server/jobs/job-queue.ts'
import type { Office } from '../../../platform/server/office.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { type Counts, findBatch, type ImportBatch, updateBatch } from '../storage/import-batch.ts'
import { checkRows } from './check/check-rows.ts'
import type { Fault } from './check/fault.ts'
import { makePlan } from './check/plan.ts'
import { makeTally, mostFaults, noCounts } from './check/tally.ts'
import { getImportable, importableLedgers } from './get-batch.ts'
import { openRowFile, rowsOf } from './open-row-file.ts'
import { findLayout, type Layout } from './recognise/layout.ts'
import { sealPreview } from './sealed-preview.ts'
import { telling } from './tell-progress.ts'

const noHeader = (sheet: string | null) =>
  `${sheet ? `工作表“${sheet}”` : '文件'}里找不到表头：前 40 行中没有认出“姓名”“身份证号”等列名。请在数据上方写上列名后再上传。`

interface Found {
  layout: Layout | null
  counts: Counts
  faults: readonly Fault[]
  message: string
}

const previewRows = async (
  office: Office,
  repository: Repository,
  batch: ImportBatch,
  layout: Layout,
  file: RowFile,
  total: number,
  report: Report,
): Promise<Found> => {
  const found = { layout, counts: { ...noCounts, rows: total }, faults: [] }
  if (total === 0) return { ...found, message: `工作表“${layout.sheet}”的表头下面没有数据。` }
  if (layout.ledger === null) return { ...found, message: '看不出这是哪个台账的表，请选择台账。' }
  const tally = makeTally()
  const tell = telling(repository, batch.id, 'reading', report)
  for await (const outcomes of checkRows({
    repository,
    areas: office.areas,
    plan: makePlan(getImportable(repository, layout.ledger), layout, repository.today),
    rows: rowsOf(file, layout),
    on: repository.today,
    lock: false,
    area: batch.area ?? undefined,
  })) {
    tally.take(outcomes)
    await tell(tally.counts.rows, Math.max(total, tally.counts.rows))
  }
  const { counts, faults } = tally
  const message =
    faults.length < mostFaults ? '' : `有误的单元格太多，只列出前 ${mostFaults} 处；有误的行都不会导入。`
  return { layout, counts, faults, message }
}

const read = async (office: Office, repository: Repository, batch: ImportBatch, report: Report) => {
  const file = await openRowFile(office, repository, batch)
  const { layout, sheets } = findLayout(
    file,
    importableLedgers(repository),
    { ledger: batch.ledger ?? undefined, sheet: batch.sheet ?? undefined, mapping: batch.mapping },
    batch.file_name,
  )
  if (!layout && !batch.sheet) throw new Problem('file.unreadable', noHeader(null))
  const rows = sheets.find(({ name }) => name === layout?.sheet)?.rows ?? 0
  const found: Found = layout
    ? await previewRows(office, repository, batch, layout, file, rows, report)
    : { layout: null, counts: noCounts, faults: [], message: noHeader(batch.sheet) }
  await updateBatch(repository, batch.id, 'reading', {
    state: 'preview',
    message: found.message,
    ledger: layout?.ledger ?? batch.ledger,
    sheet: layout?.sheet ?? batch.sheet,
    done: found.counts.rows,
    total: found.counts.rows,
    counts: found.counts,
    ...sealPreview(repository, batch.id, { sheets, layout: found.layout, faults: found.faults }),
  })
  return found
}

/** Reads a file and tells what importing it would do. Nothing is written to the ledger. */
export const readImport =
  (office: Office): JobHandler =>
  async ({ input }, repository, report) => {
    const batch = await findBatch(repository, String(input.import))
    if (batch?.state !== 'reading') return { message: '已放弃。' }
    try {
      const { counts, message } = await read(office, repository, batch, report)
      return {
        message:
          message ||
          `共 ${counts.rows} 行，可导入 ${counts.rows - counts.faulty} 行，有误 ${counts.faulty} 行`,
      }
    } catch (error) {
      const message =
        error instanceof Problem ? error.message : '读取时系统内部出错，已记入日志。请稍后再试。'
      await updateBatch(repository, batch.id, 'reading', { state: 'failed', message })
      throw error
    }
  }
