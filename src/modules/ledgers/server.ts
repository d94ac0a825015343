import type { ServerModule } from '../../platform/server/http/module.ts'
import { defineReader } from '../../platform/server/http/mount-route.ts'
import { repositoryFor } from '../../platform/server/office.ts'
import { systemActor } from '../../platform/server/permission/system-actor.ts'
import { countRows } from '../../platform/server/repository/list.ts'
import { refuseForeignArea } from '../../platform/server/repository/scope.ts'
import { addEntry } from './actions/add-entry.ts'
import { defineOwnLedger } from './actions/define-own-ledger.ts'
import { editEntry } from './actions/edit-entry.ts'
import { endEntry } from './actions/end-entry.ts'
import { retireOwnLedger } from './actions/retire-own-ledger.ts'
import { findEntriesByNumber, getOwnLedger, listLedgers } from './contract.ts'
import { builtInLedgers } from './definition.ts'
import { searchEntries } from './entry-search.ts'
import { importActions, importDownloads, importJobs, importReaders, sealedPreviews } from './import/index.ts'
import { ledgerTotals } from './metrics.ts'
import { readOwnLedger } from './read-own-ledger.ts'
import { returnedActions } from './returned/index.ts'
import { numberEntries } from './storage/entry-numbers.ts'
import { upkeepActions, upkeepReaders } from './upkeep/index.ts'

export { followChanges } from './follow-changes.ts'
export { importHandOver } from './import/import-hand-over.ts'
export { withOwnLedgers } from './own-ledgers.ts'

const builtInNames = new Set(builtInLedgers.map(({ name }) => name))

export const ledgersServer: ServerModule = {
  actions: [
    addEntry,
    editEntry,
    endEntry,
    defineOwnLedger,
    retireOwnLedger,
    ...upkeepActions,
    ...returnedActions,
    ...importActions,
  ],
  readers: [
    defineReader(listLedgers, async (repository, { query }) => {
      refuseForeignArea(repository, 'ledger.read', query.area)
      return {
        ledgers: await Promise.all(
          [...repository.catalogue.ledgers.values()].map(async (ledger) => ({
            name: ledger.name,
            title: ledger.title,
            unit: ledger.unit,
            description: ledger.description,
            count: await countRows(repository, ledger, { ...query, limit: 0 }),
            metric:
              ledgerTotals.find((metric) => metric.of.name === ledger.name)?.name ?? `${ledger.name}.total`,
            own: !builtInNames.has(ledger.name),
            retired: ledger.retired ?? null,
          })),
        ),
      }
    }),
    defineReader(getOwnLedger, async (repository, { params }) => readOwnLedger(repository, params.name)),
    defineReader(findEntriesByNumber, (repository, { query }) =>
      searchEntries(repository, query.q, query.limit),
    ),
    ...upkeepReaders,
    ...importReaders,
  ],
  sealed: sealedPreviews,
  traces: [
    { table: 'entry_confirmation', column: 'entry' },
    { table: 'proposal_declined', column: 'record' },
  ],
  jobs: importJobs,
  beats: (office) => [
    {
      name: 'entry-numbers',
      everySeconds: 3600,
      run: async () => void (await numberEntries(repositoryFor(office, systemActor(office.district)))),
    },
  ],
  downloads: importDownloads,
}
