import { defineAction } from '../../../platform/server/action/define-action.ts'
import { refuseFuture } from '../../../platform/server/action/refuse-future.ts'
import { getLedger } from '../../../platform/server/repository/get-definition.ts'
import { endRecord, lockRecord } from '../../../platform/server/repository/write.ts'
import { endEntry as contract } from '../contract.ts'

/** Takes an entry out of its ledger from a day on, with the cause. Its history stays. */
export const endEntry = defineAction(contract, async (repository, input) => {
  const ledger = getLedger(repository, input.ledger)
  const old = await lockRecord(repository, ledger, input.id, input.version)
  refuseFuture(repository, input.on)
  await endRecord(repository, ledger, old, input)
  return {
    answer: { id: old.id, version: old.version },
    audit: {
      definition: ledger.name,
      subject: old.id,
      area: old.area,
      detail: { cause: input.cause, on: input.on },
    },
  }
})
