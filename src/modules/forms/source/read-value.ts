import type { Field } from '../../../core/definition/index.ts'
import type { ElementValue } from '../../../documents/form/index.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { toValue } from '../../../platform/server/repository/row.ts'
import type { FillContext, JoinedRow, Source } from './source.ts'

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

/** What the records of a row say for a source; null for nothing. */
export const readSource = (
  source: Source,
  row: JoinedRow,
  context: FillContext,
  unmasked: boolean,
): ElementValue | null => {
  if (source.compute) return source.compute(row, context)
  for (const { step, definition, field } of [source.held!, ...(source.otherwise ?? [])]) {
    const record = row[step]
    if (!record) continue
    const value = toValue(context.repository.cipher, definition, field, record)
    if (value === null || value === undefined || value === '') continue
    return field.sensitive && !unmasked
      ? { kind: 'text', text: field.type.mask(value) }
      : elementValueOf(context.repository, field, value)
  }
  return null
}
