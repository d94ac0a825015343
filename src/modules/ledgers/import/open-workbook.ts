import { readWorkbook, type Workbook } from '../../../documents/xlsx/index.ts'
import { Problem } from '../../../platform/contract/problem.ts'
import type { Office } from '../../../platform/server/office.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import type { ImportBatch } from '../storage/import-batch.ts'

/** The workbook of an import. Throws `file.unreadable` with the reader's sentence. */
export const openWorkbook = async (
  office: Office,
  repository: Repository,
  batch: Pick<ImportBatch, 'file' | 'file_name'>,
): Promise<Workbook> => {
  const { bytes } = await office.files.get(repository, batch.file)
  const workbook = await readWorkbook(bytes, { fileName: batch.file_name })
  if (!workbook.ok) throw new Problem('file.unreadable', workbook.message)
  return workbook.value
}
