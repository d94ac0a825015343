import type { Definition } from '../../../core/definition/index.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { toValues } from '../../../platform/server/repository/row.ts'
import { wordOf } from '../../../platform/server/repository/view.ts'
import type { JoinedRow } from './source.ts'
import { personStep } from './steps.ts'

/** Who or what a row is about, in a word, and what tells namesakes apart. */
export const nameOfRow = (
  repository: Repository,
  base: Definition,
  row: JoinedRow,
): { name: string; detail: string } => {
  const step = personStep(base)
  const person = step === undefined ? undefined : row[step]
  if (person && typeof person.name === 'string')
    return { name: person.name, detail: `${String(person.birth_date ?? '').slice(0, 4)}年生` }
  const values = toValues(repository.cipher, base, row.e)
  const [first, second] = Object.values(base.fields)
    .filter((field) => field.required && values[field.key] !== undefined)
    .map((field) => wordOf(field, values[field.key]))
  return { name: first ?? base.title, detail: second ?? '' }
}
