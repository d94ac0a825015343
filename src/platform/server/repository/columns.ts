import type { Definition, Field } from '../../../core/definition/index.ts'

/** Columns that every versioned table has, beside those of its fields. */
const systemColumns = [
  'district',
  'id',
  'area',
  'version',
  'valid_from',
  'valid_to',
  'recorded_at',
  'closed_at',
  'superseded_at',
  'since',
  'ended',
  'command',
  'closed_command',
  'cause',
  'reason',
] as const

/** A stored version: system columns and the columns of its fields, as the driver gives them. */
export interface Row {
  district: string
  id: string
  area: string
  version: number
  valid_from: string
  valid_to: string | null
  recorded_at: Date
  closed_at: Date | null
  superseded_at: Date | null
  since: string
  ended: string | null
  command: string
  closed_command: string | null
  cause: string
  reason: string
  subject?: string | null
  fields?: Record<string, unknown>
  [column: string]: unknown
}

const columns = new WeakMap<Field, string>()

/** The column of a record's field: its key in snake case. */
export const columnOf = (field: Field): string => {
  const known = columns.get(field)
  if (known) return known
  const column = field.key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  columns.set(field, column)
  return column
}

/** Columns by which a field is sought, derived from its value when it is written. */
const searchColumnsOf = (field: Field): string[] =>
  field.search.flatMap((face) => {
    if (face === 'name') return [`${columnOf(field)}_pinyin`, `${columnOf(field)}_initials`]
    if (face === 'whole') return [`${columnOf(field)}_hash`]
    if (face === 'tail') return [`${columnOf(field)}_tail_hash`]
    return []
  })

/** The table of current versions; closed ones lie in `<table>_past`. */
export const tableOf = (definition: Definition): string =>
  definition.kind === 'record' ? definition.table : 'ledger_entry'

/** All columns of a definition's table. */
export const columnsOf = (definition: Definition): string[] =>
  definition.kind === 'ledger'
    ? [...systemColumns, 'ledger', 'subject', 'fields', 'numbers']
    : [
        ...systemColumns,
        ...Object.values(definition.fields).flatMap((field) => [columnOf(field), ...searchColumnsOf(field)]),
      ]
