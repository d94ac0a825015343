import type { z } from 'zod'
import type { HistoryStep, RecordView } from '../../../platform/contract/records.ts'
import { listResponsible } from '../../../platform/server/records/responsible.ts'
import { findRow, notFound } from '../../../platform/server/repository/find.ts'
import { getHistory } from '../../../platform/server/repository/history.ts'
import { findDefinition, type Repository } from '../../../platform/server/repository/repository.ts'
import { viewOf } from '../../../platform/server/repository/view.ts'
import type { Viewpoint } from '../../../platform/server/repository/viewpoint.ts'
import type { getPersonPage } from '../contract.ts'
import { dwelling, household, person } from '../definition.ts'
import { readRelations } from '../relations/read-relations.ts'
import { listMembers } from '../storage/household-members.ts'
import { listEntryIds } from '../storage/subject-entries.ts'
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

const readEntries = async (repository: Repository, id: string, viewpoint: Viewpoint) => {
  const entries: { ledger: string; ledgerTitle: string; entry: RecordView }[] = []
  const steps: HistoryStep[] = []
  for (const { ledger, id: entry } of await listEntryIds(repository, id)) {
    const definition = findDefinition(repository.catalogue, ledger)
    if (definition?.kind !== 'ledger') continue
    steps.push(...(await getHistory(repository, definition, entry)))
    const found = await findRow(repository, definition, entry, {
      ...viewpoint,
      asOf: viewpoint.asOf ?? repository.today,
    })
    if (found)
      entries.push({
        ledger,
        ledgerTitle: definition.title,
        entry: viewOf(repository, definition, found.row, found.subject),
      })
  }
  return { entries, steps }
}

/** All that is known of a person at the viewpoint, and all that changed. Throws `record.not_found`. */
export const readPersonPage = async (
  repository: Repository,
  id: string,
  viewpoint: Viewpoint,
): Promise<z.input<typeof getPersonPage.answer>> => {
  const found = await findRow(repository, person, id, viewpoint)
  if (!found) throw notFound(person)
  const { entries, steps } = await readEntries(repository, id, viewpoint)
  const day = viewpoint.asOf ?? repository.today
  return {
    person: viewOf(repository, person, found.row),
    ...(await readHousehold(repository, (found.row.household as string | null) ?? undefined, viewpoint)),
    relations: await readRelations(repository, id, viewpoint),
    entries,
    timeline: [...(await getHistory(repository, person, id)), ...steps]
      .filter((step) => step.on <= day)
      .sort(newestFirst),
    responsible: await listResponsible(repository, found.row.area, day),
  }
}
