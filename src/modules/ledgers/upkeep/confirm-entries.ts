import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { refuseFuture } from '../../../platform/server/action/refuse-future.ts'
import { getLedger } from '../../../platform/server/repository/get-definition.ts'
import { lockRecord } from '../../../platform/server/repository/write.ts'
import { confirmEntries as contract } from '../contract.ts'
import { insertConfirmation } from '../storage/proposals.ts'

/** Keeps that entries were looked up and are right as they stand; the version seen is the one confirmed. */
export const confirmEntries = defineAction(contract, async (repository, input) => {
  const ledger = getLedger(repository, input.ledger)
  if (!ledger.upkeep) throw new Problem('rule.unmet', `${ledger.title}没有规定核实周期，不用核实。`)
  refuseFuture(repository, input.on)
  for (const { id, version } of input.entries)
    await insertConfirmation(repository, await lockRecord(repository, ledger, id, version), input.on)
  return {
    answer: { confirmed: input.entries.length },
    audit: {
      definition: ledger.name,
      detail: { on: input.on, entries: input.entries.map(({ id }) => id) },
    },
  }
})
