import { undoStep as contract } from '../../contract/records.ts'
import { defineAction } from '../action/define-action.ts'
import { refuseManaged } from '../action/refuse-managed.ts'
import { findCommandOf } from '../repository/command-records.ts'
import { getDefinition } from '../repository/get-definition.ts'
import { refuseOthersCommand, undoLatest } from '../repository/undo.ts'
import { undoCommand } from '../repository/undo-command.ts'

/** Takes back one's own latest step; where it was part of a command on several records, all of that command. */
export const undoStep = defineAction(contract, async (repository, { definition: name, id, version }) => {
  const definition = getDefinition(repository, name)
  refuseManaged(definition)
  const whole = await findCommandOf(repository, id, version)
  if (whole) {
    await refuseOthersCommand(repository, whole)
    await undoCommand(repository, whole)
  } else await undoLatest(repository, definition, id, version)
  return { answer: { id }, audit: { definition: name, subject: id, detail: { version } } }
})
