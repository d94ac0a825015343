import type { ServerModule } from '../../platform/server/http/module.ts'
import { defineReader } from '../../platform/server/http/mount-route.ts'
import { refuseForeignArea } from '../../platform/server/repository/scope.ts'
import { changeHead } from './actions/change-head.ts'
import { changeIdNumber } from './actions/change-id-number.ts'
import { joinHousehold } from './actions/join-household.ts'
import { mergeHouseholds } from './actions/merge-households.ts'
import { mergePersons } from './actions/merge-persons.ts'
import { moveHousehold } from './actions/move-household.ts'
import { moveIn } from './actions/move-in.ts'
import { moveOut } from './actions/move-out.ts'
import { registerBirth } from './actions/register-birth.ts'
import { registerDeath } from './actions/register-death.ts'
import { registerDivorce } from './actions/register-divorce.ts'
import { registerMarriage } from './actions/register-marriage.ts'
import { settleFollowUp } from './actions/settle-follow-up.ts'
import { splitHousehold } from './actions/split-household.ts'
import { undoChange } from './actions/undo-change.ts'
import { listChanges, listFollowUps } from './change-contract.ts'
import type { ChangeFollower } from './changes/happening.ts'
import { readChanges } from './changes/read-changes.ts'
import { listDuplicates, listLikelySame } from './duplicate-contract.ts'
import { findDuplicates, findDuplicatesJob } from './duplicates/find-duplicates.ts'
import { keepApart } from './duplicates/keep-apart.ts'
import { readDuplicates, readLikelySame } from './duplicates/read-duplicates.ts'
import { followRelations } from './relations/follow-relations.ts'
import { listOpenFollowUps } from './storage/list-changes.ts'

const changes = [
  moveIn,
  moveOut,
  moveHousehold,
  joinHousehold,
  splitHousehold,
  mergeHouseholds,
  changeHead,
  registerBirth,
  registerDeath,
  registerMarriage,
  registerDivorce,
  changeIdNumber,
  mergePersons,
]

const mostFollowUps = 50

/** What happens to people and households, and finding duplicates. `followers` are told of every change. */
export const householdServer = (followers: readonly ChangeFollower[]): ServerModule => {
  const made = changes.map((change) => change([followRelations, ...followers]))
  const titles = new Map([...made, keepApart].map(({ contract }) => [contract.name, contract.title] as const))
  return {
    actions: [...made, undoChange, settleFollowUp, findDuplicates, keepApart],
    readers: [
      defineReader(listChanges, (repository, { params, query }) =>
        readChanges(repository, params, query.asOf, titles),
      ),
      defineReader(listFollowUps, async (repository) => ({
        followUps: (await listOpenFollowUps(repository, mostFollowUps)).map(({ area, ...line }) => ({
          ...line,
          areaName: repository.areas.nameOf(area),
        })),
      })),
      defineReader(listDuplicates, (repository, { query }) => {
        refuseForeignArea(repository, 'registry.write', query.area)
        return readDuplicates(repository, query)
      }),
      defineReader(listLikelySame, (repository, { params }) => readLikelySame(repository, params.id)),
    ],
    jobs: () => ({ findDuplicates: findDuplicatesJob }),
  }
}
