import type { Definition, Field } from '../../../core/definition/index.ts'
import type { RecordView } from '../../contract/records.ts'
import type { Row } from './columns.ts'
import { isoInstant } from './instant.ts'
import type { Repository } from './repository.ts'
import { toValues, type Values } from './row.ts'

/** A value in the words of people; masked where it is sensitive, unless it may be shown. */
export const wordOf = (field: Field, value: unknown, clear = false): string => {
  if (value === null || value === undefined) return ''
  if (field.type.control.kind === 'reference') return ''
  return field.sensitive && !clear ? field.type.mask(value) : field.type.format(value)
}

const present = (definition: Definition, values: Values) => {
  const shown: Values = {}
  const display: Record<string, string> = {}
  const masked: string[] = []
  for (const field of Object.values(definition.fields)) {
    const value = values[field.key]
    if (value === null || value === undefined) continue
    display[field.key] = wordOf(field, value)
    if (field.sensitive) masked.push(field.key)
    shown[field.key] = field.sensitive ? display[field.key] : value
  }
  return { values: shown, display, masked }
}

/** The record as its reader sees it: sensitive values masked, codes and dates worded. */
export const viewOf = (
  repository: Repository,
  definition: Definition,
  row: Row,
  subjectRow?: Row,
): RecordView => {
  const subject = definition.kind === 'ledger' ? definition.of : undefined
  return {
    id: row.id,
    area: row.area,
    areaName: repository.areas.nameOf(row.area),
    version: row.version,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    recordedAt: isoInstant(row.recorded_at),
    ...present(definition, toValues(repository.cipher, definition, row)),
    subject:
      subject && subjectRow
        ? {
            kind: subject.name,
            id: subjectRow.id,
            ...(({ values, display }) => ({ values, display }))(
              present(subject, toValues(repository.cipher, subject, subjectRow)),
            ),
          }
        : null,
  }
}
