import { compareThreeWays, type FieldComparison, type RowComparison } from '../../../core/compare/index.ts'
import type { Definition, Field, LedgerDefinition } from '../../../core/definition/index.ts'
import { Problem } from '../../../platform/contract/problem.ts'
import { readRowToken } from '../../../platform/server/records/row-token.ts'
import { checkValues } from '../../../platform/server/repository/check-values.ts'
import type { Row } from '../../../platform/server/repository/columns.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import type { Values } from '../../../platform/server/repository/row.ts'
import { wordOf } from '../../../platform/server/repository/view.ts'
import { valuesOf } from '../../../platform/server/repository/write.ts'
import { findSubjectRows, findVersions, findWritable } from '../storage/find-versions.ts'
import type { FileRow, ReturnedFile } from './read-returned.ts'

/** A row of the file as it is compared: its values read, and what could not be. */
interface Came {
  readonly id?: string
  readonly cells: Values
  readonly row: FileRow
  readonly faults: readonly string[]
  /** A token that is not ours. */
  readonly strange: boolean
}

/** What became of one row, with everything that is needed to write it. */
export type Told = Exclude<RowComparison<Came>, { kind: 'absent' }> & {
  readonly faults: readonly string[]
  readonly notes: readonly string[]
  readonly held: Row | undefined
  /** The values that stand and those that the file would bring, before conflicts are decided. */
  readonly values: Values
}

const same = (field: Field, value: unknown, text: string): boolean => {
  if (value === null || value === undefined) return text === ''
  return [wordOf(field, value), wordOf(field, value, true), String(value)].includes(text)
}

/** A cell as a value: the one handed out where it still reads so, masked or not. */
const readCell = (field: Field, base: unknown, text: string): { value: unknown; fault?: string } => {
  if (same(field, base, text)) return { value: base ?? null }
  if (text === '') return { value: null }
  const read = field.type.parse(text)
  return read.ok ? { value: read.value } : { value: base ?? null, fault: `${field.title}：${read.message}` }
}

const subjectNotes = (of: Definition, keys: readonly string[], row: FileRow, values: Values): string[] =>
  keys
    .filter((key) => !same(of.fields[key]!, values[key], row.subject[key] ?? ''))
    .map((key) => `「${of.fields[key]!.title}」属于${of.title}登记，不在这里改，请到登记里改。`)

/** Whether values may be stored as they would stand, in a sentence where not. */
const faultOf = (ledger: LedgerDefinition, values: Values): string[] => {
  try {
    checkValues(ledger, values)
    return []
  } catch (error) {
    if (error instanceof Problem) return error.places.map(({ message }) => message)
    throw error
  }
}

export const takesTheirs = ({ outcome }: FieldComparison): boolean => outcome === 'theirs'
export const conflicts = ({ outcome }: FieldComparison): boolean => outcome === 'conflict'

/**
 * Compares every row of a returned file with the version that was handed out and with what is held now. Each row is
 * told exactly once, in the order of the file.
 */
export const compareReturned = async (
  repository: Repository,
  ledger: LedgerDefinition,
  file: ReturnedFile,
  lock = false,
): Promise<Told[]> => {
  const tokens = file.rows.map(({ token }) => readRowToken(repository.cipher, ledger.name, token))
  const known = tokens.flatMap((token) => token ?? [])
  const held = await findWritable(
    repository,
    ledger,
    known.map(({ id }) => id),
    lock,
  )
  const base = await findVersions(repository, ledger, known)
  const baseValues = new Map([...base].map(([id, row]) => [id, valuesOf(repository, ledger, row)]))
  const ours = new Map([...held].map(([id, row]) => [id, valuesOf(repository, ledger, row)]))
  const subjects = await findSubjectRows(
    repository,
    ledger,
    [...held.values()].flatMap(({ subject }) => subject ?? []),
  )
  const came = file.rows.map((row, index): Came => {
    const token = tokens[index]
    const was = (token && held.has(token.id) && baseValues.get(token.id)) || {}
    const read = file.keys.map((key) => ({
      key,
      ...readCell(ledger.fields[key]!, was[key], row.texts[key] ?? ''),
    }))
    return {
      ...(token ? { id: token.id } : {}),
      cells: Object.fromEntries(read.map(({ key, value }) => [key, value])),
      row,
      faults: read.flatMap(({ fault }) => fault ?? []),
      strange: row.token !== '' && token === undefined,
    }
  })
  return compareThreeWays(file.keys, baseValues, ours, came).flatMap((each): Told[] => {
    if (each.kind === 'absent') return []
    const bare = { faults: each.row.faults, notes: [], held: undefined, values: {} }
    if (each.kind === 'added' && each.row.strange)
      return [{ ...bare, kind: 'unknown', id: each.row.row.token, row: each.row }]
    if (each.kind !== 'returned') return [{ ...bare, ...each }]
    const row = held.get(each.id)!
    const theirs = each.fields.filter((field) => takesTheirs(field) || conflicts(field))
    const values = {
      ...ours.get(each.id),
      ...Object.fromEntries(theirs.map((field) => [field.key, field.theirs])),
    }
    const subject = row.subject ? subjects.get(row.subject) : undefined
    return [
      {
        ...each,
        faults: [...each.row.faults, ...(theirs.length > 0 ? faultOf(ledger, values) : [])],
        notes:
          ledger.of && subject
            ? subjectNotes(
                ledger.of,
                file.subjectKeys,
                each.row.row,
                valuesOf(repository, ledger.of, subject),
              )
            : [],
        held: row,
        values,
      },
    ]
  })
}
