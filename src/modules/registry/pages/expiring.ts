import type { z } from 'zod'
import { addDays } from '../../../core/time/index.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import type { listExpiringAgreements } from '../record-contract.ts'
import { listExpiring } from '../storage/agreements.ts'

/** So many days before it ends, somebody is told to renew an agreement. */
const noticeDays = 30
const most = 50

/** Agreements that have ended or soon will, for those who may renew them. */
export const readExpiring = async (
  repository: Repository,
): Promise<z.input<typeof listExpiringAgreements.answer>> => {
  const rows = await listExpiring(repository, addDays(repository.today, noticeDays), most)
  return {
    agreements: rows.map(({ id, name, organisation, organisation_name, expires_on, area }) => ({
      id,
      name,
      organisation,
      organisationName: organisation_name ?? '',
      expiresOn: expires_on,
      areaName: repository.areas.nameOf(area),
    })),
  }
}
