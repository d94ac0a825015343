import type { Field } from '../../../core/definition/index.ts'
import { compactText } from '../../../core/plain-text.ts'
import { findDefinition, type Repository } from '../../../platform/server/repository/repository.ts'
import type { FilledPlace } from '../storage/fill-row.ts'
import type { ComparedColumn } from './compare-rows.ts'

const fieldOf = (repository: Repository, { definition, field }: FilledPlace): Field | undefined =>
  definition === undefined || field === undefined
    ? undefined
    : findDefinition(repository.catalogue, definition)?.fields[field]

/** A value as one text, however it is written: 男 and 1, 2024.3.5 and 2024-03-05. */
const canonOf = (field: Field | undefined, text: string): string => {
  const words = compactText(text)
  if (words === '' || !field) return words
  const read = field.type.parse(words)
  return read.ok ? `=${JSON.stringify(read.value)}` : words
}

const refusal = (field: Field, text: string): string | null => {
  const words = compactText(text)
  if (words === '') return field.required ? `${field.title}不能清空。` : null
  if (/\*{2,}/.test(words)) return '这一格是脱敏的，看不出改成了什么。'
  const read = field.type.parse(words)
  return read.ok ? null : read.message
}

/** How a place of the form is compared. */
export const comparedColumn = (repository: Repository, place: FilledPlace): ComparedColumn => {
  const field = fieldOf(repository, place)
  const known = new Map<string, string>()
  return {
    role: field && !field.kept ? 'field' : place.key === null ? 'manual' : 'computed',
    canon(text) {
      const found = known.get(text) ?? canonOf(field, text)
      if (known.size < 10_000) known.set(text, found)
      return found
    },
    refuse: (text) => (field ? refusal(field, text) : null),
  }
}

/** Keys by which rows are told apart: numbers that are somebody's own, then names with what stands beside. */
export const rowKeys = (places: readonly FilledPlace[]): number[][] => {
  const at = (...keys: string[]) => {
    const found = keys.map((key) => places.findIndex((place) => place.key === key))
    return found.includes(-1) ? [] : [found]
  }
  const own = places.flatMap(({ key, step }, index) =>
    key !== null &&
    (step === 'e' || step === 's') &&
    /(\.idNumber|\.certificateNumber|\.code|household\.number)$/.test(key)
      ? [[index]]
      : [],
  )
  return [
    ...own,
    ...at('person.name', 'person.birthDate'),
    ...at('person.name', 'person.mobile'),
    ...at('person.name', 'person.phone'),
    ...at('person.name', 'dwelling.address'),
    // A name alone is nobody's own where the form has a number.
    ...(own.length === 0 ? at('person.name') : []),
    ...at('organisation.name'),
  ]
}
