import { pinyin } from 'pinyin-pro'

const longest = 30

/** A name in Latin letters from a Chinese title: 楼道杂物 → loudaozawu. Another number where it is taken. */
const nameFrom = (title: unknown, taken: ReadonlySet<string>, otherwise: string): string => {
  const letters = pinyin(String(title ?? ''), { toneType: 'none', type: 'array', v: true })
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/^\d+/, '')
    .slice(0, longest)
  const base = letters || otherwise
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? base : `${base}${number}`
    if (!taken.has(name) && !(name in Object.prototype)) return name
  }
}

/** Words that lists and addresses use beside ledgers and fields. */
const reservedNames = ['import', 'define']
const reservedKeys = 'id area district version subject validFrom validTo recordedAt asOf sort cursor limit q'
const reservedRecords = ['person', 'household', 'dwelling']

/**
 * Gives a ledger and its fields names where the person who defined them gave none: people know titles only.
 * What is no ledger is left as it is; `ledgerFromData` says what is wrong with it.
 */
export const nameOwnLedger = (
  definition: Record<string, unknown>,
  takenNames: Iterable<string>,
): Record<string, unknown> => {
  const { fields } = definition
  const name =
    definition.name ?? nameFrom(definition.title, new Set([...takenNames, ...reservedNames]), 'own')
  if (!Array.isArray(fields)) return { ...definition, name }
  const given = fields.flatMap((field) => (typeof field?.key === 'string' ? [field.key as string] : []))
  const taken = new Set([...reservedKeys.toLowerCase().split(' '), ...reservedRecords, ...given])
  const named = fields.map((field) => {
    if (typeof field !== 'object' || field === null || field.key !== undefined) return field
    const key = nameFrom(field.title, taken, 'field')
    taken.add(key)
    return { key, ...field }
  })
  return { ...definition, name, fields: named }
}
