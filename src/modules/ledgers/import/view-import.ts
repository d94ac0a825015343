import { defineReader } from '../../../platform/server/http/mount-route.ts'
import { isoInstant } from '../../../platform/server/repository/instant.ts'
import { findDefinition, type Repository } from '../../../platform/server/repository/repository.ts'
import { getImport, type ImportView, listImports } from '../contract.ts'
import { type ImportBatch, listBatches } from '../storage/import-batch.ts'
import { noCounts } from './check/tally.ts'
import { getBatch } from './get-batch.ts'
import type { LayoutColumn } from './recognise/layout.ts'
import { type Target, targetsOf } from './recognise/target.ts'
import { openPreview } from './sealed-preview.ts'

const titleOf = ({ catalogue }: Repository, name: string | null): string =>
  (name && findDefinition(catalogue, name)?.title) || ''

const headOf = (repository: Repository, batch: ImportBatch) => ({
  id: batch.id,
  fileName: batch.file_name,
  ledgerTitle: titleOf(repository, batch.ledger),
  state: batch.state,
  counts: { ...noCounts, ...batch.counts },
  createdAt: isoInstant(batch.created_at),
})

const columnView = (column: LayoutColumn, targets: readonly Target[]): ImportView['columns'][number] => ({
  column: column.letters,
  header: column.header,
  key: column.key,
  status: column.status,
  candidates: column.candidates.map((key) => ({
    key,
    title: targets.find((target) => target.key === key)?.title ?? key,
  })),
  examples: [...column.examples],
})

const viewOf = (repository: Repository, batch: ImportBatch): ImportView => {
  const { sheets, layout, faults } = openPreview(repository, batch)
  const ledger = batch.ledger === null ? undefined : findDefinition(repository.catalogue, batch.ledger)
  const targets = targetsOf(ledger)
  return {
    ...headOf(repository, batch),
    ledger: batch.ledger,
    area: batch.area ?? '',
    message: batch.message,
    done: batch.done,
    total: batch.total,
    sheets: sheets.map((sheet) => ({ ...sheet })),
    sheet: batch.sheet,
    columns: layout?.columns.map((column) => columnView(column, targets)) ?? [],
    fields: targets.map(({ key, title, required }) => ({ key, title, required })),
    faults: faults.map((fault) => ({ sheet: layout?.sheet ?? '', ...fault })),
  }
}

export const importReaders = [
  defineReader(getImport, async (repository, { params }) =>
    viewOf(repository, await getBatch(repository, params.id)),
  ),
  defineReader(listImports, async (repository) => ({
    imports: (await listBatches(repository)).map((batch) => headOf(repository, batch)),
  })),
]
