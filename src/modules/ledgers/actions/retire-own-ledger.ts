import type { LedgerDefinition } from '../../../core/definition/index.ts'
import { ledgerToData } from '../../../core/definition/index.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { retireOwnLedger as contract } from '../contract.ts'
import { admitLedger } from '../own-ledgers.ts'
import { getOwn } from '../read-own-ledger.ts'
import { storeOwnLedger } from '../storage/own-ledgers.ts'

/** Takes a ledger out of use: no new entries; those that stand can be read, mended and ended. Or back into use. */
export const retireOwnLedger = defineAction(contract, async (repository, input, office) => {
  const { retired: _, ...standing } = getOwn(repository, input.ledger)
  const ledger: LedgerDefinition = input.retire ? { ...standing, retired: repository.today } : standing
  await storeOwnLedger(repository, ledgerToData(ledger))
  return {
    answer: { ledger: ledger.name },
    audit: { definition: ledger.name, detail: { retired: input.retire, reason: input.reason } },
    afterwards: async () => admitLedger(office.catalogue, ledger),
  }
})
