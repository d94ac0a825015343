import { defineAction } from '../../../platform/server/action/define-action.ts'
import { editRecord } from '../../../platform/server/action/edit-record.ts'
import { getLedger } from '../../../platform/server/repository/get-definition.ts'
import { editEntry as contract } from '../contract.ts'

/** Changes an entry from a day on, or corrects what was always wrong; values not sent stay as they are. */
export const editEntry = defineAction(contract, async (repository, input) =>
  editRecord(repository, getLedger(repository, input.ledger), input),
)
