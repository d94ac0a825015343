import type { ServerModule } from '../../platform/server/http/module.ts'
import { defineReader } from '../../platform/server/http/mount-route.ts'
import { findRow, notFound } from '../../platform/server/repository/find.ts'
import { getHistory } from '../../platform/server/repository/history.ts'
import { listRecords } from '../../platform/server/repository/list.ts'
import { editRegistryRecord } from './actions/edit-registry-record.ts'
import { endRegistryRecord } from './actions/end-registry-record.ts'
import { registerPerson } from './actions/register-person.ts'
import { registerRecord } from './actions/register-record.ts'
import { getHouseholdPage, getPersonPage, search } from './contract.ts'
import { household, person } from './definition.ts'
import { readExpiring } from './pages/expiring.ts'
import { findDwellings } from './pages/find-dwellings.ts'
import { readOrganisationPage } from './pages/organisation-page.ts'
import { readHousehold, readPersonPage } from './pages/person-page.ts'
import { getOrganisationPage, listExpiringAgreements } from './record-contract.ts'

export const registryServer: ServerModule = {
  actions: [editRegistryRecord, registerPerson, registerRecord, endRegistryRecord],
  readers: [
    defineReader(search, async (repository, { query }) => {
      const page = { asOf: query.asOf, q: query.q, limit: query.limit, uncounted: true }
      return {
        persons: (await listRecords(repository, person, page)).rows,
        dwellings: await findDwellings(repository, page),
      }
    }),
    defineReader(getPersonPage, (repository, { params, query }) =>
      readPersonPage(repository, params.id, query),
    ),
    defineReader(getHouseholdPage, async (repository, { params, query }) => {
      const found = await findRow(repository, household, params.id, query)
      const page = await readHousehold(repository, params.id, query)
      if (!found || !page.household) throw notFound(household)
      return {
        ...page,
        household: page.household,
        timeline: (await getHistory(repository, household, params.id)).reverse(),
      }
    }),
    defineReader(getOrganisationPage, (repository, { params, query }) =>
      readOrganisationPage(repository, params.id, query),
    ),
    defineReader(listExpiringAgreements, readExpiring),
  ],
  traces: [
    { table: 'follow_up', column: 'record' },
    { table: 'duplicate_pair', column: 'a' },
    { table: 'duplicate_pair', column: 'b' },
  ],
  jobs: () => ({}),
}

export type {
  ChangeFollower,
  Consequence,
  Happening,
  PersonChange,
  PersonFacts,
} from './changes/happening.ts'
export { householdServer } from './household-server.ts'
export { listRelations } from './storage/person-relations.ts'
export { listEntryIds } from './storage/subject-entries.ts'
