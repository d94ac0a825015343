import type { LedgerData } from './ledger-from-data.ts'
import type { LedgerDefinition } from './record.ts'

/** A ledger as data; `ledgerFromData` turns it back into the same ledger. */
export const ledgerToData = (ledger: LedgerDefinition): LedgerData => ({
  name: ledger.name,
  title: ledger.title,
  unit: ledger.unit,
  description: ledger.description,
  once: ledger.once,
  ...(ledger.of ? { of: ledger.of.name } : {}),
  ...(ledger.entry ? { entry: { ...ledger.entry } } : {}),
  ...(ledger.expected ? { expected: { ...ledger.expected } } : {}),
  ...(ledger.exits.length > 0 ? { exits: ledger.exits.map((exit) => ({ ...exit })) } : {}),
  ...(ledger.follows.length > 0 ? { follows: ledger.follows.map((follow) => ({ ...follow })) } : {}),
  ...(ledger.retired ? { retired: ledger.retired } : {}),
  ...(ledger.upkeep ? { upkeep: { ...ledger.upkeep } } : {}),
  fields: Object.values(ledger.fields).map((field) => ({
    key: field.key,
    title: field.title,
    type: { ...field.type.spec },
    required: field.required,
    element: field.element,
    listed: field.listed,
    ...(field.sensitive ? { sensitive: field.sensitive } : {}),
    ...(field.unit === undefined ? {} : { unit: field.unit }),
    ...(field.synonyms ? { synonyms: [...field.synonyms] } : {}),
  })),
})
