import { ageOn } from '../../../core/time/age.ts'
import type { DefinitionView, FieldView } from '../../contract/catalogue.ts'
import type { RecordView } from '../../contract/records.ts'

/** A column that a list can show. */
export interface Column {
  /** Field key; `person.name` for a field of the subject; `area`, `validFrom` for what every record has. */
  readonly key: string
  readonly title: string
  readonly numeric: boolean
  readonly sortable: boolean
  readonly listed: boolean
  /** Shown only where some row has it, as references to records outside one's area are not worded. */
  readonly mayBeBare: boolean
  read(row: RecordView): string
}

const fieldColumn = (field: FieldView): Column => ({
  key: field.key,
  title: field.title,
  numeric: field.control.kind === 'number',
  // Encrypted values and references have no order that means anything to people.
  sortable: field.control.kind !== 'reference' && (!field.sensitive || field.role !== 'none'),
  listed: field.listed,
  mayBeBare: field.control.kind === 'reference',
  read: (row) => row.display[field.key] ?? '',
})

/** Whole years on the day looked at, for whatever has a birth date. */
const ageColumn = (day: string, key: string, birthDate: (row: RecordView) => unknown): Column => ({
  key,
  title: '年龄',
  numeric: true,
  sortable: true,
  listed: true,
  mayBeBare: false,
  read: (row) => {
    const born = birthDate(row)
    return typeof born === 'string' && born <= day ? String(ageOn(born, day)) : ''
  },
})

const hasBirthDate = (definition: DefinitionView): boolean =>
  definition.fields.some((field) => field.key === 'birthDate' && !field.sensitive)

const subjectColumn = (subject: string, field: FieldView, listed: boolean): Column => ({
  ...fieldColumn(field),
  key: `${subject}.${field.key}`,
  listed,
  read: (row) => row.subject?.display[field.key] ?? '',
})

/** The subject's fields that a ledger shows unless told otherwise: who it is, not everything about them. */
const subjectListed = ['name', 'sex']

const everyRecord: readonly Column[] = [
  {
    key: 'area',
    title: '所在网格',
    numeric: false,
    sortable: true,
    listed: true,
    mayBeBare: false,
    read: (row) => row.areaName,
  },
  {
    key: 'validFrom',
    title: '起始日',
    numeric: false,
    sortable: true,
    listed: false,
    mayBeBare: false,
    read: (row) => row.validFrom,
  },
]

/** Age stands after the birth date. */
const withAge = (columns: readonly Column[], after: string, age: Column): readonly Column[] =>
  columns.flatMap((column) => (column.key === after ? [column, age] : [column]))

const recordColumns = (definition: DefinitionView, day: string): readonly Column[] => {
  const columns = definition.fields.map(fieldColumn)
  return hasBirthDate(definition)
    ? withAge(
        columns,
        'birthDate',
        ageColumn(day, 'age', (row) => row.values.birthDate),
      )
    : columns
}

const subjectColumns = (subject: DefinitionView, day: string): readonly Column[] => {
  const columns = subject.fields.map((field) =>
    subjectColumn(subject.name, field, subjectListed.includes(field.key)),
  )
  if (!hasBirthDate(subject)) return columns
  const age = ageColumn(day, `${subject.name}.age`, (row) => row.subject?.values.birthDate)
  return withAge(columns, `${subject.name}.birthDate`, age)
}

/** Every column a list of the definition can have: the subject first, then the record, then area and day. */
export const columnsOf = (
  definition: DefinitionView,
  subject: DefinitionView | undefined,
  day: string,
): readonly Column[] => [
  ...(subject ? subjectColumns(subject, day) : []),
  ...recordColumns(definition, day),
  ...everyRecord,
]
