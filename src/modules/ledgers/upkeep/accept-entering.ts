import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { getLedger } from '../../../platform/server/repository/get-definition.ts'
import { enterSubject } from '../actions/add-entry.ts'
import { acceptEntering as contract } from '../contract.ts'

/** Enters everybody chosen, all with the same values; one who may not be entered stops them all, by reason. */
export const acceptEntering = defineAction(contract, async (repository, input) => {
  const ledger = getLedger(repository, input.ledger)
  const { expected } = ledger
  if (!expected) throw new Problem('rule.unmet', `${ledger.title}没有应进规则，请逐个登记。`)
  const entries = []
  for (const subject of new Set(input.subjects)) {
    const row = await enterSubject(repository, ledger, {
      subject,
      on: input.on,
      values: input.values,
      reason: expected.reason,
    })
    entries.push({ id: row.id, version: row.version })
  }
  return {
    answer: { entries },
    audit: {
      definition: ledger.name,
      detail: { rule: expected.rule, on: input.on, entries: entries.map(({ id }) => id) },
    },
  }
})
