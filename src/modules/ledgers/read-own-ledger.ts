import { ledgerToData } from '../../core/definition/index.ts'
import { Problem } from '../../platform/contract/problem.ts'
import { getLedger } from '../../platform/server/repository/get-definition.ts'
import type { Repository } from '../../platform/server/repository/repository.ts'
import { builtInLedgers } from './definition.ts'
import { hasEntries } from './storage/own-ledgers.ts'

/** A ledger of the office's own. Throws `definition.not_found` for those that come with the house. */
export const getOwn = (repository: Repository, name: string) => {
  const ledger = getLedger(repository, name)
  if (builtInLedgers.some((own) => own.name === name))
    throw new Problem('definition.not_found', `「${ledger.title}」是系统自带的台账，不能在这里调整。`)
  return ledger
}

/** Its definition as data, and whether anybody entered anything. */
export const readOwnLedger = async (repository: Repository, name: string) => ({
  definition: ledgerToData(getOwn(repository, name)),
  used: await hasEntries(repository, name),
})
