import type { z } from 'zod'
import { type LedgerDefinition, ruleContext, ruleVariables } from '../../../core/definition/index.ts'
import { checkRule, evaluateRule } from '../../../core/expression/index.ts'
import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { refuseFuture } from '../../../platform/server/action/refuse-future.ts'
import { newId } from '../../../platform/server/new-id.ts'
import { may } from '../../../platform/server/permission/actor.ts'
import { checkValues } from '../../../platform/server/repository/check-values.ts'
import type { Row } from '../../../platform/server/repository/columns.ts'
import { findRow, getRecord, notFound } from '../../../platform/server/repository/find.ts'
import { getLedger } from '../../../platform/server/repository/get-definition.ts'
import { mergeValues } from '../../../platform/server/repository/merge-values.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import type { Values } from '../../../platform/server/repository/row.ts'
import { insertRecord, valuesOf } from '../../../platform/server/repository/write.ts'
import { addEntry as contract } from '../contract.ts'
import { hasEntry } from '../storage/has-entry.ts'

/** Throws `rule.unmet` with the ledger's own sentence where the subject does not meet its entry rule. */
const checkEntryRule = (ledger: LedgerDefinition, on: string, values: Values, subject: Values): void => {
  if (!ledger.entry) return
  const rule = checkRule(ledger.entry.rule, ruleVariables(ledger))
  if (!rule.ok) throw new Error(`${ledger.name}: ${rule.message}`)
  if (!evaluateRule(rule.value, ruleContext(ledger, on, values, subject)))
    throw new Problem('rule.unmet', ledger.entry.message)
}

/** Where an entry stands and about whom: with its subject, or in an area of its own. */
const placeEntry = async (
  repository: Repository,
  ledger: LedgerDefinition,
  input: { subject?: string | undefined; area?: string | undefined },
) => {
  if (!ledger.of) {
    if (!input.area || repository.areas.nameOf(input.area) === input.area)
      throw new Problem('field.invalid', '请选择所属区域。', {
        places: [{ field: 'area', message: '请选择' }],
      })
    return { area: input.area, subject: undefined, values: {} }
  }
  const found = input.subject ? await findRow(repository, ledger.of, input.subject) : undefined
  if (!found) throw notFound(ledger.of)
  if (found.row.ended) throw new Problem('record.ended', `${ledger.of.title}的登记已经结束，不能再登记台账。`)
  return { area: found.row.area, subject: found.row.id, values: valuesOf(repository, ledger.of, found.row) }
}

/** Enters somebody, or something, into a ledger; the rules are the same whether one is entered or many. */
export const enterSubject = async (
  repository: Repository,
  ledger: LedgerDefinition,
  input: Omit<z.output<typeof contract.input>, 'ledger'>,
): Promise<Row> => {
  if (ledger.retired)
    throw new Problem('ledger.retired', `${ledger.title}自 ${ledger.retired} 起已停用，不再登记新的记录。`)
  const place = await placeEntry(repository, ledger, input)
  if (!may(repository.actor, 'ledger.write', place.area))
    throw new Problem('right.missing', '您的岗位不能在这个区域登记台账。')
  refuseFuture(repository, input.on)
  const values = checkValues(ledger, mergeValues(ledger, {}, input.values))
  if (ledger.once && place.subject && (await hasEntry(repository, ledger.name, place.subject)))
    throw new Problem('entry.already_there', `此人已在${ledger.title}中，请打开已有记录修改。`)
  checkEntryRule(ledger, input.on, values, place.values)
  return insertRecord(repository, ledger, {
    id: newId(),
    area: place.area,
    subject: place.subject,
    on: input.on,
    values,
    reason: input.reason,
  })
}

/** Enters somebody, or something, into a ledger. */
export const addEntry = defineAction(contract, async (repository, input) => {
  const ledger = getLedger(repository, input.ledger)
  const row = await enterSubject(repository, ledger, input)
  return {
    answer: { record: await getRecord(repository, ledger, row.id) },
    audit: { definition: ledger.name, subject: row.id, area: row.area, detail: { person: row.subject } },
  }
})
