import type { LedgerDefinition } from '../../../core/definition/index.ts'
import { countRows } from '../../../platform/server/repository/list.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { dueToEnter, dueToLeave } from '../storage/proposals.ts'

const countsOf = async (repository: Repository, ledger: LedgerDefinition, area: string | undefined) => {
  const at = { area, limit: 0 }
  const enter = dueToEnter(repository, ledger, false)
  const leave = dueToLeave(repository, ledger, false)
  return {
    enter: enter ? await countRows(repository, enter.of, { ...at, where: enter.where }) : 0,
    leave: leave ? await countRows(repository, ledger, { ...at, where: leave }) : 0,
    overdue: ledger.upkeep
      ? await countRows(repository, ledger, { ...at, filters: { confirmedInTime: 'false' } })
      : 0,
  }
}

/** How each ledger is kept today, in an area or all of one's own. */
export const readUpkeep = async (repository: Repository, area: string | undefined) => {
  const ledgers = [...repository.catalogue.ledgers.values()].filter(({ retired }) => !retired)
  return Promise.all(
    ledgers.map(async (ledger) => ({
      name: ledger.name,
      title: ledger.title,
      unit: ledger.unit,
      upkeep: ledger.upkeep ?? null,
      ...(await countsOf(repository, ledger, area)),
    })),
  )
}
