import { pinyin } from 'pinyin-pro'
import type { Definition, Field } from '../../../core/definition/index.ts'
import type { Cipher } from '../cipher/cipher.ts'
import { columnOf, type Row } from './columns.ts'

/** Values by field key; a missing value is absent or null. */
export type Values = Record<string, unknown>

/** What a sealed value of a record is bound to. */
export const placeOfField = (definition: Definition, field: Field, id: string): string =>
  `${definition.name}.${field.key}:${id}`

const fieldName = (definition: Definition, field: Field) => `${definition.name}.${field.key}`

interface Reading {
  readonly full: string
  readonly initials: string
}

/** Names recur, and reading one takes longer than sealing it. */
const readings = new Map<string, Reading>()
const mostReadings = 100_000

/** Full pinyin and initials of a name, lower case without tones: 欧阳娜 → ouyangna, oyn. */
const readingOf = (name: string): Reading => {
  const known = readings.get(name)
  if (known) return known
  const syllables = pinyin(name, { toneType: 'none', type: 'array', surname: 'head', v: true }).map((s) =>
    s.toLowerCase(),
  )
  const reading = {
    full: syllables.join(''),
    initials: syllables.map((syllable) => syllable[0] ?? '').join(''),
  }
  if (readings.size >= mostReadings) readings.clear()
  readings.set(name, reading)
  return reading
}

/** Keyed hash of a whole value or of its last four characters. */
export const lookupHash = (
  cipher: Cipher,
  definition: Definition,
  field: Field,
  value: string,
  face: 'whole' | 'tail',
) => cipher.lookup(face === 'tail' ? value.slice(-4) : value, `${fieldName(definition, field)}.${face}`)

const hashColumn = (field: Field, face: 'whole' | 'tail') =>
  `${columnOf(field)}${face === 'tail' ? '_tail' : ''}_hash`

/** What stands in one column, from the values of a record. */
type ColumnWriter = (id: string, values: Values) => unknown

const searchWriter = (cipher: Cipher, definition: Definition, field: Field, face: 'whole' | 'tail') => {
  return (_: string, values: Values) => {
    const value = values[field.key] ?? null
    return value === null ? null : lookupHash(cipher, definition, field, String(value), face)
  }
}

const fieldWriters = (cipher: Cipher, definition: Definition, field: Field): [string, ColumnWriter][] => {
  const { key } = field
  const sealedPlace = `${fieldName(definition, field)}:`
  const own: ColumnWriter = field.encrypted
    ? (id, values) => {
        const value = values[key] ?? null
        return value === null ? null : cipher.encrypt(String(value), sealedPlace + id)
      }
    : (_, values) => values[key] ?? null
  return [
    [columnOf(field), own],
    ...field.search.flatMap((face): [string, ColumnWriter][] => {
      if (face === 'name') {
        const reading = (values: Values) => readingOf(String(values[key] ?? ''))
        return [
          [`${columnOf(field)}_pinyin`, (_, values) => reading(values).full],
          [`${columnOf(field)}_initials`, (_, values) => reading(values).initials],
        ]
      }
      if (face !== 'whole' && face !== 'tail') return []
      return [[hashColumn(field, face), searchWriter(cipher, definition, field, face)]]
    }),
  ]
}

/** As numbers are written on paper or typed: blanks, hyphens and small letters do not matter. */
export const compactNumber = (text: string): string => text.replace(/[\s-]/g, '').toUpperCase()

/** Fields of a ledger whose numbers are sealed and yet sought. */
export const numberedFields = (definition: Definition): Field[] =>
  Object.values(definition.fields).filter(({ encrypted, search }) => encrypted && search.includes('whole'))

/** The words of all numbers of an entry, as a `tsvector` is written; null where its ledger has none. */
const numbersWriter = (cipher: Cipher, definition: Definition): ColumnWriter => {
  const fields = numberedFields(definition)
  if (fields.length === 0) return () => null
  return (_, values) =>
    fields
      .flatMap((field) => {
        const value = values[field.key] ?? null
        if (value === null) return []
        const compact = compactNumber(String(value))
        return (['whole', 'tail'] as const).map((face) =>
          lookupHash(cipher, definition, field, compact, face).toString('hex'),
        )
      })
      .join(' ')
}

const makeWriters = (cipher: Cipher, definition: Definition): [string, ColumnWriter][] => {
  const ofFields = Object.values(definition.fields).map((field) => fieldWriters(cipher, definition, field))
  if (definition.kind === 'record') return ofFields.flat()
  const writers = Object.values(definition.fields).map(
    (field, index) => [field.key, ofFields[index]![0]![1]] as const,
  )
  const fields: ColumnWriter = (id, values) => {
    const stored: Record<string, unknown> = {}
    for (const [key, write] of writers) {
      const value = write(id, values)
      if (value !== null) stored[key] = Buffer.isBuffer(value) ? value.toString('base64') : value
    }
    return stored
  }
  return [
    ['ledger', () => definition.name],
    ['fields', fields],
    ['numbers', numbersWriter(cipher, definition)],
  ]
}

const writersOf = new WeakMap<Cipher, WeakMap<Definition, [string, ColumnWriter][]>>()

/** Each column that holds a definition's values, with what writes it; found out once, since imports write millions. */
export const columnWriters = (cipher: Cipher, definition: Definition): [string, ColumnWriter][] => {
  const ofCipher = writersOf.get(cipher) ?? new WeakMap<Definition, [string, ColumnWriter][]>()
  writersOf.set(cipher, ofCipher)
  const writers = ofCipher.get(definition) ?? makeWriters(cipher, definition)
  ofCipher.set(definition, writers)
  return writers
}

/** The columns that hold the values: for a ledger one `fields` object, for a record a column each. */
export const toColumns = (
  cipher: Cipher,
  definition: Definition,
  id: string,
  values: Values,
): Record<string, unknown> => {
  const columns: Record<string, unknown> = {}
  for (const [column, write] of columnWriters(cipher, definition)) columns[column] = write(id, values)
  return columns
}

/** One value of a stored version, decrypted; undefined where there is none. */
export const toValue = (cipher: Cipher, definition: Definition, field: Field, row: Row): unknown => {
  const stored = definition.kind === 'record' ? row[columnOf(field)] : row.fields?.[field.key]
  if (stored === null || stored === undefined) return undefined
  return field.encrypted
    ? cipher.decrypt(
        Buffer.isBuffer(stored) ? stored : Buffer.from(String(stored), 'base64'),
        placeOfField(definition, field, row.id),
      )
    : stored
}

/** The values of a stored version, decrypted. Numbers and flags come back as such. */
export const toValues = (cipher: Cipher, definition: Definition, row: Row): Values => {
  const values: Values = {}
  for (const field of Object.values(definition.fields)) {
    const value = toValue(cipher, definition, field, row)
    if (value !== undefined) values[field.key] = value
  }
  return values
}
