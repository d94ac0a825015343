import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { getLedger } from '../../../platform/server/repository/get-definition.ts'
import { endRecord, lockRecord } from '../../../platform/server/repository/write.ts'
import { acceptLeaving as contract } from '../contract.ts'
import { findLeaving } from './find-leaving.ts'

/** Takes out every entry chosen, each with the cause and reason of its rule; one that may stay stops them all. */
export const acceptLeaving = defineAction(contract, async (repository, input) => {
  const ledger = getLedger(repository, input.ledger)
  const told = []
  for (const { id, version } of input.entries) {
    const old = await lockRecord(repository, ledger, id, version)
    const leaving = await findLeaving(repository, ledger, old)
    if (!leaving)
      throw new Problem('rule.unmet', `所选的记录里有一条已不需要移出${ledger.title}，请刷新后再选。`)
    const { on, cause, reason, rule } = leaving
    await endRecord(repository, ledger, old, { on, cause, reason })
    told.push({ id, version, rule, cause })
  }
  return {
    answer: { entries: told.map(({ id, version }) => ({ id, version })) },
    audit: { definition: ledger.name, detail: { entries: told } },
  }
})
