import { addDays } from '../../core/time/index.ts'
import { readSubjectNames } from '../../platform/server/audit/subject-names.ts'
import type { ServerModule } from '../../platform/server/http/module.ts'
import { defineReader } from '../../platform/server/http/mount-route.ts'
import { may } from '../../platform/server/permission/actor.ts'
import { findRow, notFound } from '../../platform/server/repository/find.ts'
import { isoInstant } from '../../platform/server/repository/instant.ts'
import { refuseForeignArea } from '../../platform/server/repository/scope.ts'
import { viewOf } from '../../platform/server/repository/view.ts'
import { person } from '../registry/index.ts'
import { issueDisclosure } from './actions/issue-disclosure.ts'
import { settleCorrection } from './actions/settle-correction.ts'
import { voidDisclosure } from './actions/void-disclosure.ts'
import { listCorrections, listDisclosures, verifications } from './contract.ts'
import { ownInformationPage } from './public/own-information-page.ts'
import { listOpenCorrections, sealedCorrections } from './storage/corrections.ts'
import { listDisclosuresOf } from './storage/disclosures.ts'

/** Days in which a request is to be answered: PIPL art. 50 says in time; 15 is the office's promise. */
const correctionDays = 15

export const privacyServer: ServerModule = {
  actions: [issueDisclosure, voidDisclosure, settleCorrection],
  readers: [
    defineReader(listDisclosures, async (repository, { params }) => {
      const found = await findRow(repository, person, params.id)
      if (!found || !may(repository.actor, 'registry.write', found.row.area)) throw notFound(person)
      const given = await listDisclosuresOf(repository, params.id)
      return {
        person: viewOf(repository, person, found.row),
        hasIdNumber: Boolean(found.row.id_number),
        disclosures: given.map(({ issued_at, expires_on, verified, by, ...rest }) => ({
          ...rest,
          issuedAt: isoInstant(issued_at),
          by: by ?? '系统',
          verified: verifications[verified as keyof typeof verifications] ?? verified,
          expiresOn: expires_on,
        })),
      }
    }),
    defineReader(listCorrections, async (repository, { query }) => {
      refuseForeignArea(repository, 'registry.write', query.area)
      const open = await listOpenCorrections(repository, query.area)
      const names = await readSubjectNames(
        repository,
        open.map((one) => ({ definition: 'person', subject: one.person })),
      )
      return {
        corrections: open.map((one) => ({
          id: one.id,
          person: one.person,
          name: names.get(one.person) ?? '居民',
          areaName: repository.areas.nameOf(one.area),
          askedAt: isoInstant(one.asked_at),
          due: addDays(one.asked_on, correctionDays),
          said: one.said,
        })),
      }
    }),
  ],
  publicPages: [ownInformationPage],
  traces: [
    { table: 'disclosure', column: 'person' },
    { table: 'correction_request', column: 'person' },
  ],
  sealed: [sealedCorrections],
  jobs: () => ({}),
}

export { retentionServer } from './retention-server.ts'
export { verifyErasures } from './storage/erasures.ts'
