import { pinyin } from 'pinyin-pro'
import type { Definition, Field } from '../../../core/definition/index.ts'
import type { Cipher } from '../cipher/cipher.ts'
import { columnOf, type Row } from './columns.ts'

/** Values by field key; a missing value is absent or null. */
export type Values = Record<string, unknown>

const place = (definition: Definition, field: Field, id: string) => `${definition.name}.${field.key}:${id}`
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

const searchColumns = (cipher: Cipher, definition: Definition, field: Field, value: unknown) => {
  const columns: Record<string, unknown> = {}
  const text = value === null || value === undefined ? undefined : String(value)
  for (const face of field.search) {
    if (face === 'name') {
      const reading = readingOf(text ?? '')
      columns[`${columnOf(field)}_pinyin`] = reading.full
      columns[`${columnOf(field)}_initials`] = reading.initials
    }
    if (face === 'whole' || face === 'tail') {
      const column = `${columnOf(field)}${face === 'tail' ? '_tail' : ''}_hash`
      columns[column] = text === undefined ? null : lookupHash(cipher, definition, field, text, face)
    }
  }
  return columns
}

/** The columns that hold the values: for a ledger one `fields` object, for a record a column each. */
export const toColumns = (
  cipher: Cipher,
  definition: Definition,
  id: string,
  values: Values,
): Record<string, unknown> => {
  const fields: Record<string, unknown> = {}
  const columns: Record<string, unknown> = {}
  for (const field of Object.values(definition.fields)) {
    const value = values[field.key] ?? null
    const sealed =
      field.encrypted && value !== null ? cipher.encrypt(String(value), place(definition, field, id)) : value
    if (definition.kind === 'record') {
      columns[columnOf(field)] = sealed
      Object.assign(columns, searchColumns(cipher, definition, field, value))
    } else if (value !== null)
      fields[field.key] = Buffer.isBuffer(sealed) ? sealed.toString('base64') : sealed
  }
  return definition.kind === 'record' ? columns : { ledger: definition.name, fields }
}

/** The values of a stored version, decrypted. Numbers and flags come back as such. */
export const toValues = (cipher: Cipher, definition: Definition, row: Row): Values => {
  const values: Values = {}
  for (const field of Object.values(definition.fields)) {
    const stored = definition.kind === 'record' ? row[columnOf(field)] : row.fields?.[field.key]
    if (stored === null || stored === undefined) continue
    values[field.key] = field.encrypted
      ? cipher.decrypt(
          Buffer.isBuffer(stored) ? stored : Buffer.from(String(stored), 'base64'),
          place(definition, field, row.id),
        )
      : stored
  }
  return values
}
