import {
  type Field,
  type LedgerDefinition,
  ledgerFromData,
  ledgerToData,
} from '../../../core/definition/index.ts'
import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { defineOwnLedger as contract } from '../contract.ts'
import { builtInLedgers } from '../definition.ts'
import { nameOwnLedger } from '../name-own-ledger.ts'
import { admitLedger } from '../own-ledgers.ts'
import { hasEntries, storeOwnLedger } from '../storage/own-ledgers.ts'

const choicesOf = ({ type }: Field) => (type.control.kind === 'choice' ? type.control.options : [])

/** Fields that stand must keep their key and type, since there may be entries. */
const refuseLoss = (standing: LedgerDefinition, wanted: LedgerDefinition): void => {
  for (const field of Object.values(standing.fields)) {
    const kept = wanted.fields[field.key]
    if (!kept)
      throw new Problem('field.invalid', `「${field.title}」已在使用，不能删去；可以改名或不在列表里显示。`)
    if (kept.type.name !== field.type.name || kept.encrypted !== field.encrypted)
      throw new Problem('field.invalid', `「${field.title}」已在使用，不能改变类型；请新增一个字段。`)
    const gone = choicesOf(field).find(({ value }) => !choicesOf(kept).some((each) => each.value === value))
    if (gone)
      throw new Problem(
        'field.invalid',
        `「${field.title}」的选项「${gone.title}」已在使用，不能删去或改名。`,
      )
  }
}

/** Makes a ledger of the office's own, or widens one. No deployment, no migration: lists, import and metrics know it. */
export const defineOwnLedger = defineAction(contract, async (repository, input, office) => {
  const { catalogue } = repository
  const named = nameOwnLedger(input.definition, [...catalogue.ledgers.keys(), ...catalogue.records.keys()])
  const ledger = ledgerFromData(named, [...catalogue.records.values()])
  if (!ledger.ok) throw new Problem('field.invalid', ledger.message)
  const { name, title } = ledger.value
  if (builtInLedgers.some((own) => own.name === name) || repository.catalogue.records.has(name))
    throw new Problem('field.invalid', `「${name}」是系统自带的台账或登记项，请换一个名称。`)
  const standing = repository.catalogue.ledgers.get(name)
  if (standing && (await hasEntries(repository, name))) refuseLoss(standing, ledger.value)

  await storeOwnLedger(repository, ledgerToData(ledger.value))
  return {
    answer: { ledger: name },
    audit: { definition: name, detail: { title, fields: Object.keys(ledger.value.fields) } },
    afterwards: async () => admitLedger(office.catalogue, ledger.value),
  }
})
