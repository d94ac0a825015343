import { openRows, Refusal, type Row, type RowFile } from '../../../documents/xlsx/index.ts'
import { Problem } from '../../../platform/contract/problem.ts'
import type { Office } from '../../../platform/server/office.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import type { ImportBatch } from '../storage/import-batch.ts'
import { dataRows } from './recognise/data-rows.ts'
import type { Layout } from './recognise/layout.ts'

/** The file of an import, read row by row. Throws `file.unreadable` with the reader's sentence. */
export const openRowFile = async (
  office: Office,
  repository: Repository,
  batch: Pick<ImportBatch, 'file' | 'file_name'>,
): Promise<RowFile> => {
  const { bytes } = await office.files.get(repository, batch.file)
  const file = await openRows(bytes, { fileName: batch.file_name })
  if (!file.ok) throw new Problem('file.unreadable', file.message)
  return file.value
}

/** The rows of a layout that hold data, some at a time. Throws `file.unreadable` where the file breaks off. */
export async function* rowsOf(file: RowFile, layout: Layout): AsyncGenerator<Row[]> {
  const columns = new Set(layout.columns.map(({ number }) => number))
  try {
    for await (const rows of file.rows(layout.sheet)) yield dataRows(rows, layout.headerRows[1], columns)
  } catch (error) {
    throw error instanceof Refusal ? new Problem('file.unreadable', error.message) : error
  }
}
