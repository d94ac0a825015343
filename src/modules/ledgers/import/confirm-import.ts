import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { refuseFuture } from '../../../platform/server/action/refuse-future.ts'
import { confirmImport as contract } from '../contract.ts'
import { hashOfFile, updateBatch } from '../storage/import-batch.ts'
import { getBatchIn, getImportable } from './get-batch.ts'

/** Leaves the writing of the rows without a fault to a job, under this command. */
export const confirmImport = defineAction(contract, async (repository, input, office) => {
  const batch = await getBatchIn(repository, input.id, 'preview')
  if (batch.ledger === null) throw new Problem('import.wrong_state', '请先选择要导入的台账。')
  const ledger = getImportable(repository, batch.ledger)
  const { rows = 0, faulty = 0 } = batch.counts
  if (rows === faulty) throw new Problem('import.wrong_state', '没有可以导入的行，请先改正表格后重新上传。')
  refuseFuture(repository, input.on)

  await updateBatch(repository, batch.id, 'preview', {
    state: 'importing',
    message: '',
    done: 0,
    total: rows,
    on_day: input.on,
    command: repository.command!,
  })
  await office.jobs.send(repository, {
    kind: 'applyImport',
    title: `导入${ledger.title}（${rows - faulty} 行）`,
    input: { import: batch.id },
  })
  return {
    answer: { import: batch.id },
    audit: {
      definition: ledger.name,
      area: batch.area ?? undefined,
      detail: { import: batch.id, on: input.on, sha256: await hashOfFile(repository, batch.file) },
    },
  }
})
