import type { z } from 'zod'
import { listResponsible } from '../../../platform/server/records/responsible.ts'
import { findRow, notFound } from '../../../platform/server/repository/find.ts'
import { getKnown, getKnownEntries } from '../../../platform/server/repository/history.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { viewOf } from '../../../platform/server/repository/view.ts'
import type { Viewpoint } from '../../../platform/server/repository/viewpoint.ts'
import type { getPersonPage } from '../contract.ts'
import { dwelling, household, person } from '../definition.ts'
import { readRelations } from '../relations/read-relations.ts'
import { listMembers } from '../storage/household-members.ts'
import { newestFirst } from './newest-first.ts'

/** The household of a person or page, with its members and dwelling, as far as the actor may see them. */
export const readHousehold = async (repository: Repository, id: string | undefined, viewpoint: Viewpoint) => {
  const found = id ? await findRow(repository, household, id, viewpoint) : undefined
  if (!found) return { household: null, members: [], dwelling: null }
  const at = found.row.dwelling as string | null
  const home = at ? await findRow(repository, dwelling, at, viewpoint) : undefined
  const members = await listMembers(repository, found.row.id, viewpoint)
  return {
    household: viewOf(repository, household, found.row),
    members: members.map((row) => viewOf(repository, person, row)),
    dwelling: home ? viewOf(repository, dwelling, home.row) : null,
  }
}

/** All that is known of a person at the viewpoint, and all that changed. Throws `record.not_found`. */
export const readPersonPage = async (
  repository: Repository,
  id: string,
  viewpoint: Viewpoint,
): Promise<z.input<typeof getPersonPage.answer>> => {
  const known = await getKnown(repository, person, id, viewpoint)
  // Who has left is shown as they were last.
  const row = known.holding ?? (await findRow(repository, person, id, viewpoint))?.row
  if (!row) throw notFound(person)
  const day = viewpoint.asOf ?? repository.today
  const [home, relations, entries, responsible] = await Promise.all([
    readHousehold(repository, (row.household as string | null) ?? undefined, viewpoint),
    readRelations(repository, id, viewpoint),
    getKnownEntries(repository, id, viewpoint),
    listResponsible(repository, row.area, day),
  ])
  return {
    person: viewOf(repository, person, row),
    ...home,
    relations,
    entries: entries.flatMap(({ definition: { name, title }, definition, holding }) =>
      holding
        ? [
            {
              ledger: name,
              ledgerTitle: title,
              entry: viewOf(repository, definition, holding, known.holding),
            },
          ]
        : [],
    ),
    timeline: [known, ...entries]
      .flatMap(({ steps }) => steps)
      .filter((step) => step.on <= day)
      .sort(newestFirst),
    responsible,
  }
}
