import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { may } from '../../../platform/server/permission/actor.ts'
import { findRow, notFound } from '../../../platform/server/repository/find.ts'
import { getLedger } from '../../../platform/server/repository/get-definition.ts'
import { lockRecord } from '../../../platform/server/repository/write.ts'
import { declineProposals as contract } from '../contract.ts'
import { insertDeclined } from '../storage/proposals.ts'
import { findLeaving } from './find-leaving.ts'

/** Keeps why somebody is not entered, or an entry not taken out, though a rule says so. */
export const declineProposals = defineAction(contract, async (repository, input) => {
  const ledger = getLedger(repository, input.ledger)
  const declined: { record: string; rule: string }[] = []
  for (const record of new Set(input.records)) {
    if (input.kind === 'enter') {
      const found = ledger.of && ledger.expected ? await findRow(repository, ledger.of, record) : undefined
      if (!found) throw notFound(ledger.of ?? ledger)
      if (!may(repository.actor, 'ledger.write', found.row.area))
        throw new Problem('right.missing', '您的岗位不能在这个区域登记台账。')
      declined.push({ record, rule: ledger.expected!.rule })
    } else {
      const leaving = await findLeaving(repository, ledger, await lockRecord(repository, ledger, record))
      if (leaving) declined.push({ record, rule: leaving.rule })
    }
  }
  await insertDeclined(repository, ledger.name, declined, input.reason)
  return {
    answer: { declined: declined.length },
    audit: {
      definition: ledger.name,
      detail: { kind: input.kind, records: declined.map(({ record }) => record), reason: input.reason },
    },
  }
})
