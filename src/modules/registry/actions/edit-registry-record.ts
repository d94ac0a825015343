import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { editRecord } from '../../../platform/server/action/edit-record.ts'
import { getDefinition } from '../../../platform/server/repository/get-definition.ts'
import { editRegistryRecord as contract } from '../contract.ts'
import { checkRecord } from '../records/check-record.ts'

/** Changes or corrects a record of the registry; values not sent stay as they are. */
export const editRegistryRecord = defineAction(contract, async (repository, input) => {
  const definition = getDefinition(repository, input.definition)
  if (definition.kind !== 'record') throw new Problem('definition.not_found', '这是台账，请用台账的修改。')
  return editRecord(repository, definition, input, (values) =>
    checkRecord(repository, definition, { id: input.id, values, sent: input.values }),
  )
})
