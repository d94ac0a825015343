import type { Field } from '../../../core/definition/index.ts'
import type { ElementValue } from '../../../documents/form/index.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { toValues, type Values } from '../../../platform/server/repository/row.ts'
import type { FillContext, JoinedRow, Source, Step } from './source.ts'

/** A stored value as forms are given it. */
const elementValueOf = (repository: Repository, field: Field, value: unknown): ElementValue | null => {
  if (value === null || value === undefined || value === '') return null
  const { control } = field.type
  const words = field.type.format(value)
  switch (control.kind) {
    case 'choice':
      return { kind: 'code', items: [{ code: String(value), title: words }] }
    case 'number':
      return { kind: 'number', number: Number(value), ...(field.unit ? { unit: field.unit } : {}) }
    case 'flag':
      return { kind: 'flag', flag: value === true }
    case 'date':
      return { kind: 'date', date: String(value) }
    case 'area':
      return { kind: 'text', text: repository.areas.nameOf(String(value)) }
    default:
      return field.type.name === 'address' ? { kind: 'address', text: words } : { kind: 'text', text: words }
  }
}

/** Reads the values of one row, each record opened once. */
export const rowReader = (row: JoinedRow, context: FillContext, unmasked: boolean) => {
  const opened = new Map<Step, Values>()
  return (source: Source): ElementValue | null => {
    if (source.compute) return source.compute(row, context)
    const { step, definition, field } = source.held!
    const record = row[step]
    if (!record) return null
    const values = opened.get(step) ?? toValues(context.repository.cipher, definition, record)
    opened.set(step, values)
    const value = values[field.key]
    if (value === null || value === undefined || value === '') return null
    return field.sensitive && !unmasked
      ? { kind: 'text', text: field.type.mask(value) }
      : elementValueOf(context.repository, field, value)
  }
}
