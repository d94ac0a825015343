import { consentKeys, withdrawal } from './consent.ts'
import type { LedgerData } from './ledger-from-data.ts'
import type { LedgerDefinition } from './record.ts'

/** What consent brings along follows from the basis. */
const fieldsOf = ({ basis, fields }: LedgerDefinition) =>
  Object.values(fields).filter(({ key }) => basis.kind !== 'consent' || !consentKeys.includes(key))

const exitsOf = ({ exits }: LedgerDefinition): Pick<LedgerData, 'exits'> => {
  const own = exits.filter((exit) => exit !== withdrawal)
  return own.length > 0 ? { exits: own.map((exit) => ({ ...exit })) } : {}
}

/** A ledger as data; `ledgerFromData` turns it back into the same ledger. */
export const ledgerToData = (ledger: LedgerDefinition): LedgerData => ({
  name: ledger.name,
  title: ledger.title,
  unit: ledger.unit,
  description: ledger.description,
  once: ledger.once,
  ...(ledger.of ? { of: ledger.of.name } : {}),
  ...(ledger.basis.kind === 'consent' || ledger.basis.rule !== '' ? { basis: { ...ledger.basis } } : {}),
  ...(ledger.entry ? { entry: { ...ledger.entry } } : {}),
  ...(ledger.expected ? { expected: { ...ledger.expected } } : {}),
  ...exitsOf(ledger),
  ...(ledger.follows.length > 0 ? { follows: ledger.follows.map((follow) => ({ ...follow })) } : {}),
  ...(ledger.retired ? { retired: ledger.retired } : {}),
  ...(ledger.upkeep ? { upkeep: { ...ledger.upkeep } } : {}),
  fields: fieldsOf(ledger).map((field) => ({
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
