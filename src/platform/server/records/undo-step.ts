import { undoStep as contract } from '../../contract/records.ts'
import { defineAction } from '../action/define-action.ts'
import { getDefinition } from '../repository/get-definition.ts'
import { undoLatest } from '../repository/undo.ts'

/** Takes back one's own latest step. */
export const undoStep = defineAction(contract, async (repository, { definition: name, id, version }) => {
  await undoLatest(repository, getDefinition(repository, name), id, version)
  return { answer: { id }, audit: { definition: name, subject: id, detail: { version } } }
})
