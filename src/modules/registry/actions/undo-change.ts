import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { may } from '../../../platform/server/permission/actor.ts'
import { undoCommand } from '../../../platform/server/repository/undo-command.ts'
import { undoChange as contract } from '../change-contract.ts'
import { reopenPairs } from '../storage/duplicate-pairs.ts'
import { findChange } from '../storage/list-changes.ts'

/** Takes a change back as a whole, one's own or a colleague's, as long as nothing later stands on it. */
export const undoChange = defineAction(contract, async (repository, { change }) => {
  const found = await findChange(repository, change)
  if (!found || !may(repository.actor, 'registry.write', found.area))
    throw new Problem('record.not_found', '没有找到要撤销的变动，或者它不在您的辖区。')
  const touched = await undoCommand(repository, change)
  await reopenPairs(repository, change)
  return {
    answer: { change },
    audit: {
      definition: touched[0]?.definition ?? 'person',
      subject: touched[0]?.record,
      area: found.area,
      detail: { change, kind: found.kind, records: touched.length },
    },
  }
})
