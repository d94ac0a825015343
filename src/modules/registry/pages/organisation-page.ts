import type { z } from 'zod'
import { listResponsible } from '../../../platform/server/records/responsible.ts'
import { findRow, notFound } from '../../../platform/server/repository/find.ts'
import { getHistory } from '../../../platform/server/repository/history.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { viewOf } from '../../../platform/server/repository/view.ts'
import type { Viewpoint } from '../../../platform/server/repository/viewpoint.ts'
import { agreement } from '../definitions/agreement.ts'
import { facility } from '../definitions/facility.ts'
import { organisation } from '../definitions/organisation.ts'
import type { getOrganisationPage } from '../record-contract.ts'
import { listAgreementIdsOf, listAgreementsOf } from '../storage/agreements.ts'
import { listFacilitiesOf } from '../storage/facilities.ts'
import { newestFirst } from './newest-first.ts'

/** All that is known of an organisation at the viewpoint, and all that changed. Throws `record.not_found`. */
export const readOrganisationPage = async (
  repository: Repository,
  id: string,
  viewpoint: Viewpoint,
): Promise<z.input<typeof getOrganisationPage.answer>> => {
  const found = await findRow(repository, organisation, id, viewpoint)
  if (!found) throw notFound(organisation)
  const day = viewpoint.asOf ?? repository.today
  const steps = await getHistory(repository, organisation, id)
  for (const one of await listAgreementIdsOf(repository, id))
    steps.push(...(await getHistory(repository, agreement, one)))
  const agreements = await listAgreementsOf(repository, id, viewpoint)
  const facilities = await listFacilitiesOf(repository, id, viewpoint)
  return {
    organisation: viewOf(repository, organisation, found.row),
    agreements: agreements.map((row) => viewOf(repository, agreement, row)),
    facilities: facilities.map((row) => viewOf(repository, facility, row)),
    timeline: steps.filter((step) => step.on <= day).sort(newestFirst),
    responsible: await listResponsible(repository, found.row.area, day),
  }
}
