import { undoStep as contract } from '../../contract/records.ts'
import { defineAction } from '../action/define-action.ts'
import { refuseManaged } from '../action/refuse-managed.ts'
import { getDefinition } from '../repository/get-definition.ts'
import { undoLatest } from '../repository/undo.ts'

/** Takes back one's own latest step. */
export const undoStep = defineAction(contract, async (repository, { definition: name, id, version }) => {
  const definition = getDefinition(repository, name)
  refuseManaged(definition)
  await undoLatest(repository, definition, id, version)
  return { answer: { id }, audit: { definition: name, subject: id, detail: { version } } }
})
