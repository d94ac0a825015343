import type { Definition, Field } from '../../../../core/definition/index.ts'
import { compactText } from '../../../../core/plain-text.ts'
import type { Row } from '../../../../platform/server/repository/columns.ts'
import { toValues } from '../../../../platform/server/repository/row.ts'
import { organisation } from '../../../registry/index.ts'
import { findAllEntries } from '../../storage/find-entries.ts'
import { listCreditCodes } from '../../storage/list-credit-codes.ts'
import { type CheckContext, mayEnter } from './check-context.ts'
import { checkEntry } from './check-entry.ts'
import { faulty, type Outcome } from './outcome.ts'
import type { ReadRow } from './read-row.ts'

/** What such a thing is called: its first required line of text, such as the name of a team. */
const nameField = ({ fields }: Definition): Field | undefined =>
  Object.values(fields).find(({ required, type }) => required && type.control.kind === 'text')

const areaOf = (context: CheckContext, row: ReadRow): { area: string } | { outcome: Outcome } => {
  const key = row.places['area.grid'] ? 'area.grid' : 'area.village'
  const named = context.findArea(row.places)
  if (!named.ok) return { outcome: faulty(row.fault(key, named.message)) }
  const area = named.value ?? context.area
  if (!area) return { outcome: faulty(row.fault('area.village', '请补上所属社区，或在导入时选择区域。')) }
  return mayEnter(context, area) ? { area } : { outcome: faulty(row.fault(key, '所属社区不在您的辖区。')) }
}

/** One lies in the other: a team of a community is known there and in the street. */
const meet = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one)

/** Shops of one name with two credit codes are two. */
const isOther = (entry: Row, code: string | undefined): boolean =>
  typeof entry.credit_code === 'string' && code !== undefined && entry.credit_code !== code

/**
 * Checks rows of what stands for itself: entries of a ledger, organisations, facilities. One is known by its credit
 * code, else by its name within its area; a ledger without such a name knows an entry only by all that the row says.
 */
export const makeThingChecker = async (context: CheckContext) => {
  const { repository, plan, lock } = context
  const { ledger } = plan
  const name = nameField(ledger)
  const stored = await findAllEntries(repository, ledger, lock)
  const codes = ledger === organisation ? await listCreditCodes(repository) : new Map<string, string>()
  const byId = new Map(stored.map((entry) => [entry.id, entry]))
  const byName = new Map<string, Row[]>()
  const nameOf = (values: Record<string, unknown>): string =>
    name
      ? compactText(String(values[name.key] ?? ''))
      : JSON.stringify(plan.columns.map(({ target }) => values[target.key] ?? null))
  for (const entry of stored) {
    const key = nameOf(toValues(repository.cipher, ledger, entry))
    byName.set(key, [...(byName.get(key) ?? []), entry])
  }
  const seen = new Map<string, number>()
  const at = name?.key ?? plan.columns[0]?.target.key ?? ''

  const check = (row: ReadRow): Outcome => {
    if (row.faults.length > 0) return faulty(...row.faults)
    const place = areaOf(context, row)
    if ('outcome' in place) return place.outcome
    const { area } = place
    const called = nameOf(row.entry)
    const code = row.entry.creditCode as string | undefined
    const owner = code === undefined ? undefined : codes.get(code)
    if (owner !== undefined && !byId.has(owner))
      return faulty(row.fault('creditCode', '这个统一社会信用代码已登记在别的辖区，请核对。'))
    const same = owner
      ? [byId.get(owner)!]
      : (byName.get(called) ?? []).filter((entry) => meet(entry.area, area) && !isOther(entry, code))
    if (same.length > 1)
      return faulty(row.fault(at, `这个区域里有 ${same.length} 条同名的记录，分不清是哪一条。`))
    const key = same[0]?.id ?? code ?? `${area}\n${called}`
    const first = seen.get(key)
    if (first !== undefined) return faulty(row.fault(at, `与第 ${first} 行重复，同一条在表中只能有一行。`))
    seen.set(key, row.number)
    const { faults, entry } = checkEntry(context, row, { area, subjectValues: () => ({}), old: same[0] })
    if (faults.length > 0) return faulty(...faults)
    return { kind: same[0] ? (entry ? 'change' : 'same') : 'add', newPerson: false, entry }
  }
  return async (rows: readonly ReadRow[]): Promise<Outcome[]> => rows.map(check)
}
