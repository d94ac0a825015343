import type { Control } from '../../../core/definition/field-type.ts'
import type { DefinitionView, FieldView } from '../../contract/catalogue.ts'
import { canFilter } from './filter-control.tsx'

/** A field by which a list can be narrowed. */
export interface Filterable {
  readonly key: string
  readonly title: string
  readonly control: Control
}

// Values that may be encrypted cannot be compared in the database; codes never are.
const comparable = (field: FieldView): boolean => field.sensitive === null || field.role === 'dimension'

const age: Control = { kind: 'number', decimals: 0, min: 0, max: 150, unit: '岁' }

const filterablesIn = (definition: DefinitionView, prefix: string): readonly Filterable[] =>
  definition.fields
    .filter((field) => comparable(field) && canFilter(field.control as Control))
    .flatMap((field) => {
      const own = { key: `${prefix}${field.key}`, title: field.title, control: field.control as Control }
      // Whoever has a birth date has an age, which is what people ask for.
      return field.key === 'birthDate' ? [{ key: `${prefix}age`, title: '年龄', control: age }, own] : [own]
    })

/** The fields by which a list of the definition can be narrowed; those of the subject come second. */
export const filterablesOf = (
  definition: DefinitionView,
  subject: DefinitionView | undefined,
): readonly Filterable[] => [
  ...filterablesIn(definition, ''),
  ...(subject ? filterablesIn(subject, `${subject.name}.`) : []),
]
