import type { Definition, Field } from '../../../core/definition/index.ts'
import { findElement } from '../../../core/dictionary/index.ts'
import type { Catalogue } from '../../../platform/server/repository/repository.ts'
import { computedKeys, computedSource } from './computed.ts'
import type { Held, Source } from './source.ts'
import { personStep, type Reached, stepsFrom } from './steps.ts'

/** Elements of which forms speak otherwise than the field that holds them. */
const heldAs: Readonly<Record<string, string>> = {
  'person.phone': 'person.mobile',
  'person.residentialAddress': 'dwelling.address',
}

/** What a form asks of the head of a household. */
const ofHead: Readonly<Record<string, string>> = {
  'household.headName': 'person.name',
  'household.headIdNumber': 'person.idNumber',
  'household.headPhone': 'person.mobile',
}

const fieldSource = (key: string, { step, definition }: Reached, field: Field): Source => ({
  key,
  title: findElement(key)?.title ?? field.title,
  from: `${definition.title}·${field.title}`,
  steps: [step],
  sensitive: field.sensitive !== undefined,
  held: { step, definition, field },
})

const fieldOf = (definition: Definition, element: string): Field | undefined => {
  const fields = Object.values(definition.fields).filter(
    (field) => field.element === element && field.type.control.kind !== 'reference',
  )
  // Two fields under one element are one of the computed ones, or nobody's.
  return fields.length === 1 ? fields[0] : undefined
}

/** What a form asks of a guardian who is a registered resident. */
const ofGuardian: Readonly<Record<string, string>> = {
  'guardian.name': 'person.name',
  'guardian.idNumber': 'person.idNumber',
  'guardian.phone': 'person.mobile',
}

/** A guardian is told by the ledger that asks for one, by the relation, or by who they are. */
const guardianSource = (base: Definition, catalogue: Catalogue, key: string): Source | undefined => {
  const person = catalogue.records.get('person')
  if (personStep(base) === undefined || !person) return undefined
  const told = stepsFrom(base, catalogue).flatMap((reached): Held[] => {
    const field = fieldOf(reached.definition, key)
    return field ? [{ ...reached, field }] : []
  })
  const own = Object.hasOwn(ofGuardian, key) ? fieldOf(person, ofGuardian[key]!) : undefined
  const [first, ...otherwise] = own
    ? [...told, { step: 'gp' as const, definition: person, field: own }]
    : told
  return (
    first && {
      ...fieldSource(key, first, first.field),
      steps: [first, ...otherwise].map(({ step }) => step),
      otherwise,
    }
  )
}

/** How the rows of a definition answer an element; undefined where the ledgers hold nothing for it. */
export const findSource = (base: Definition, catalogue: Catalogue, key: string): Source | undefined => {
  const computed = computedSource(base, key)
  if (computed) return computed
  const head = Object.hasOwn(ofHead, key) ? ofHead[key] : undefined
  if (head !== undefined) {
    const step = base.name === 'household' || personStep(base) !== undefined ? 'o' : undefined
    const person = catalogue.records.get('person')
    const field = person && fieldOf(person, head)
    return step && person && field
      ? { ...fieldSource(key, { step, definition: person }, field), from: `户主·${field.title}` }
      : undefined
  }
  if (key.startsWith('guardian.')) return guardianSource(base, catalogue, key)
  const element = Object.hasOwn(heldAs, key) ? heldAs[key]! : key
  for (const reached of stepsFrom(base, catalogue)) {
    const field = fieldOf(reached.definition, element)
    if (field) return fieldSource(key, reached, field)
  }
  return undefined
}

/** Every element that the rows of a definition can answer. */
export const sourcesOf = (base: Definition, catalogue: Catalogue): Source[] => {
  const keys = new Set([
    ...stepsFrom(base, catalogue).flatMap(({ definition }) =>
      Object.values(definition.fields).map(({ element }) => element),
    ),
    ...Object.keys(heldAs),
    ...Object.keys(ofHead),
    ...Object.keys(ofGuardian),
    ...computedKeys,
  ])
  return [...keys].flatMap((key) => findSource(base, catalogue, key) ?? [])
}
