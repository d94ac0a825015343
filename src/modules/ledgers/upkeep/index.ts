import { defineReader } from '../../../platform/server/http/mount-route.ts'
import { getLedger } from '../../../platform/server/repository/get-definition.ts'
import { refuseForeignArea } from '../../../platform/server/repository/scope.ts'
import { listProposals, listUpkeep } from '../contract.ts'
import { acceptEntering } from './accept-entering.ts'
import { acceptLeaving } from './accept-leaving.ts'
import { confirmEntries } from './confirm-entries.ts'
import { declineProposals } from './decline-proposals.ts'
import { findProposals } from './list-proposals.ts'
import { readUpkeep } from './list-upkeep.ts'

export const upkeepActions = [acceptEntering, acceptLeaving, declineProposals, confirmEntries]

export const upkeepReaders = [
  defineReader(listUpkeep, async (repository, { query }) => {
    refuseForeignArea(repository, 'ledger.read', query.area)
    return { ledgers: await readUpkeep(repository, query.area) }
  }),
  defineReader(listProposals, async (repository, { params, query }) => {
    refuseForeignArea(repository, 'ledger.read', query.area)
    return findProposals(repository, getLedger(repository, params.ledger), query.kind, query)
  }),
]
