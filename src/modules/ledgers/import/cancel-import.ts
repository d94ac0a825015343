import { defineAction } from '../../../platform/server/action/define-action.ts'
import { cancelImport as contract } from '../contract.ts'
import { expireFile, updateBatch } from '../storage/import-batch.ts'
import { keptDays } from './apply-import.ts'
import { getBatchIn } from './get-batch.ts'

/** Gives an import up before it is written; what was read of the file is forgotten. */
export const cancelImport = defineAction(contract, async (repository, { id }) => {
  const batch = await getBatchIn(repository, id, 'reading', 'preview', 'failed')
  await updateBatch(repository, id, batch.state, {
    state: 'cancelled',
    message: '',
    preview: null,
    faults: null,
  })
  await expireFile(repository, batch.file, keptDays)
  return {
    answer: { import: id },
    audit: { definition: batch.ledger ?? undefined, area: batch.area ?? undefined, detail: { import: id } },
  }
})
