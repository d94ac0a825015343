import { type IdNumber, readIdNumber } from '../../../../core/identity/index.ts'
import { readMonth } from '../../../../core/time/index.ts'
import type { Cell, Row } from '../../../../documents/xlsx/index.ts'
import type { Values } from '../../../../platform/server/repository/row.ts'
import type { Fault } from './fault.ts'
import type { Plan, PlanColumn } from './plan.ts'
import { isBlank, readCell } from './read-cell.ts'

/** What a row says, as far as it can be read; blanks are absent. */
export interface ReadRow {
  readonly number: number
  readonly entry: Values
  readonly person: Values
  /** What the ID number says, where there is one. */
  readonly id?: IdNumber | undefined
  readonly places: Readonly<Record<string, string>>
  /** A fault at the column of a key, or at the row where the file has no such column. */
  fault(key: string, message: string, suggestion?: string): Fault
  readonly faults: Fault[]
}

const sexes: Record<string, string> = { 1: '男', 2: '女' }

/** A year and month of birth, as many lists have it, is no contradiction to the day in the ID number. */
const isMonthOf = (text: string, birthDate: string): boolean => {
  const month = readMonth(text)
  return month.ok && birthDate.startsWith(month.value)
}

const contradicts = (row: ReadRow, { birthDate }: IdNumber): Fault =>
  row.fault('person.birthDate', `出生日期与身份证号不一致：身份证号是 ${birthDate}。`, birthDate)

/** Sex and date of birth follow from the ID number; what the file says of them must agree. */
const checkAgainst = (row: ReadRow, id: IdNumber): void => {
  const { sex, birthDate } = row.person
  // 未知 and 未说明 are no contradiction.
  if (sex === '0' || sex === '9') row.person.sex = id.sex
  else if (sex !== undefined && sex !== id.sex)
    row.faults.push(
      row.fault('person.sex', `性别与身份证号不一致：身份证号是${sexes[id.sex]}性。`, sexes[id.sex]),
    )
  if (birthDate !== undefined && birthDate !== id.birthDate) row.faults.push(contradicts(row, id))
}

/** Reads every mapped cell of a row, so that all its faults are told at once. */
export const readRow = (plan: Plan, row: Row): ReadRow => {
  const cells = new Map(row.cells.map((cell) => [cell.column, cell]))
  const cellOf = (key: string): [PlanColumn | undefined, Cell | undefined] => {
    const column = plan.byKey.get(key)
    return [column, column && cells.get(column.number)]
  }
  const read: ReadRow & { places: Record<string, string> } = {
    number: row.number,
    entry: {},
    person: {},
    places: {},
    faults: [],
    fault(key, message, suggestion) {
      const [column, cell] = cellOf(key)
      const title = plan.targets.find((target) => target.key === key)?.title ?? ''
      return {
        row: row.number,
        column: column?.letters ?? '',
        header: column?.header ?? title,
        text: cell?.text ?? '',
        message,
        suggestion: suggestion ?? null,
      }
    },
  }
  let birthText: string | undefined
  for (const { number, target } of plan.columns) {
    const cell = cells.get(number)
    if (!cell || isBlank(cell, target.field)) continue
    if (!target.field) {
      read.places[target.key] = cell.text.trim()
      continue
    }
    const value = readCell(cell, target.field)
    const values = target.of === 'person' ? read.person : read.entry
    if (value.ok) values[target.field.key] = value.value
    else if (target.key === 'person.birthDate' && readMonth(cell.text).ok) birthText = cell.text
    else read.faults.push(read.fault(target.key, value.message, value.suggestion))
  }
  const { idNumber } = read.person
  const answer = typeof idNumber === 'string' ? readIdNumber(idNumber, { today: plan.today }) : undefined
  const id = answer?.ok ? answer.value : undefined
  if (birthText !== undefined && !(id && isMonthOf(birthText, id.birthDate)))
    read.faults.push(
      id
        ? contradicts(read, id)
        : read.fault('person.birthDate', `“${birthText}”缺少日期中的“日”，请写到日，如 1956-01-12。`),
    )
  if (id) checkAgainst(read, id)
  return { ...read, id }
}
