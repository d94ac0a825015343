import type { IdNumber } from '../../../../core/identity/index.ts'
import { compactText } from '../../../../core/plain-text.ts'
import { newId } from '../../../../platform/server/new-id.ts'
import type { Row } from '../../../../platform/server/repository/columns.ts'
import { toValues, type Values } from '../../../../platform/server/repository/row.ts'
import { person } from '../../../registry/index.ts'
import type { NewVersion } from '../../storage/write-versions.ts'
import { type CheckContext, mayEnter, mayRegister } from './check-context.ts'
import { tooEarly } from './check-entry.ts'
import type { Fault } from './fault.ts'
import type { FoundSubject } from './find-subjects.ts'
import { changeOf } from './merge.ts'
import type { ReadRow } from './read-row.ts'

/** The person of a row: found, changed, or to be registered. */
export interface CheckedPerson {
  readonly faults: readonly Fault[]
  readonly id: string
  readonly area: string
  readonly birthDate: string
  /** What the ledger's rule may ask, opened when it does. */
  readonly values: () => Values
  readonly write?: NewVersion | undefined
  readonly isNew: boolean
}

const outside = '此人不在您的辖区，不能导入。'
const gridLength = 15

const refuse = (...faults: Fault[]): CheckedPerson => ({
  faults,
  id: '',
  area: '',
  birthDate: '',
  values: () => ({}),
  isNew: false,
})

const isSameName = (one: unknown, other: unknown): boolean => {
  const plain = (name: unknown) => compactText(String(name)).replace(/[·•・.]/g, '')
  return plain(one) === plain(other)
}

/** Fields that the database shows without opening a seal; rules ask no others. */
const openValues = (context: CheckContext, row: Row): Values => {
  const fields = Object.fromEntries(Object.entries(person.fields).filter(([, field]) => !field.encrypted))
  return toValues(context.repository.cipher, { ...person, fields }, row)
}

const checkRegistered = (context: CheckContext, row: ReadRow, current: Row): CheckedPerson => {
  if (!mayEnter(context, current.area)) return refuse(row.fault('person.idNumber', outside))
  if (row.person.name !== undefined && !isSameName(row.person.name, current.name))
    return refuse(
      row.fault(
        'person.name',
        `这个身份证号登记的姓名是“${current.name}”，与表中的“${row.person.name}”不同。请核对；若已改名，请先在居民主页更正。`,
      ),
    )
  const { name: _, ...values } = row.person
  const write = mayRegister(context, current.area)
    ? changeOf(context.repository, person, current, values)
    : undefined
  return {
    faults: write ? tooEarly(context, row, current, 'person.idNumber') : [],
    id: current.id,
    area: current.area,
    birthDate: String(write?.values.birthDate ?? current.birth_date),
    values: () => ({ ...openValues(context, current), ...(write ? values : {}) }),
    write,
    isNew: false,
  }
}

/**
 * Where somebody new belongs: in the grid that the row names, where the address lies, or in the grid that was
 * chosen. A community that the row names narrows the other two, and stands where they say nothing.
 */
const placeNew = (
  context: CheckContext,
  row: ReadRow,
  dwellings: ReadonlyMap<string, string>,
): { area: string } | { fault: Fault } => {
  const key = row.places['area.grid'] ? 'area.grid' : 'area.village'
  const named = context.findArea(row.places)
  if (!named.ok) return { fault: row.fault(key, named.message) }
  const within = named.value ?? ''
  const chosen = context.area && context.area.length >= gridLength ? context.area : undefined
  const narrower = [dwellings.get(row.places['dwelling.address'] ?? ''), chosen]
  const area = narrower.find((each) => each?.startsWith(within)) ?? named.value
  if (!area) return { fault: row.fault('area.grid', '此人还没有登记，请补上所属网格。') }
  if (!mayEnter(context, area)) return { fault: row.fault(key, '所属网格不在您的辖区。') }
  if (!mayRegister(context, area))
    return { fault: row.fault('person.idNumber', '此人还没有登记，请先由社区登记居民。') }
  return { area }
}

const checkNew = (
  context: CheckContext,
  row: ReadRow,
  number: IdNumber,
  ended: Row | undefined,
  dwellings: ReadonlyMap<string, string>,
): CheckedPerson => {
  // What was recorded elsewhere stays unknown to those who could not have read it there.
  const own = ended && mayEnter(context, ended.area) ? ended : undefined
  if (ended?.ended === 'died')
    return refuse(row.fault('person.idNumber', own ? '此人已登记去世，不能导入。请核对。' : outside))
  const place = placeNew(context, row, dwellings)
  const noName = row.person.name === undefined ? [row.fault('person.name', '请填写姓名。')] : []
  if ('fault' in place) return refuse(place.fault, ...noName)
  const before = own ? toValues(context.repository.cipher, person, own) : {}
  const { sex, birthDate } = number
  const values = { ...before, ...row.person, sex, birthDate, household: null }
  const overlaps =
    ended?.valid_to && context.on < ended.valid_to
      ? [row.fault('person.idNumber', `此人在 ${context.on} 还登记在原处，请选较晚的日期。`)]
      : []
  const id = ended?.id ?? newId()
  return {
    faults: [...noName, ...overlaps],
    id,
    area: place.area,
    birthDate,
    values: () => values,
    write: {
      id,
      area: place.area,
      version: (ended?.version ?? 0) + 1,
      since: context.on,
      cause: ended ? 'resumed' : 'imported',
      values,
    },
    isNew: true,
  }
}

const unidentified = (row: ReadRow, namesakes: number): CheckedPerson => {
  if (row.person.name === undefined)
    return refuse(row.fault('person.name', '没有姓名和身份证号，不知道是谁。'))
  const message =
    namesakes > 1
      ? `没有身份证号，辖区内有 ${namesakes} 位同名同生日（或同手机号）的居民，分不清是哪一位。请补上身份证号。`
      : '没有身份证号，辖区内也没有姓名与出生日期（或手机号）都相同的居民。请补上身份证号。'
  return refuse(row.fault('person.idNumber', message))
}

/**
 * Decides whom a row is about and what it changes about them. `dwellings` are the areas of houses by their address.
 */
export const checkPerson = (
  context: CheckContext,
  row: ReadRow,
  found: FoundSubject,
  dwellings: ReadonlyMap<string, string>,
): CheckedPerson => {
  if (found.current) return checkRegistered(context, row, found.current)
  return row.id
    ? checkNew(context, row, row.id, found.ended, dwellings)
    : unidentified(row, found.namesakes ?? 0)
}
