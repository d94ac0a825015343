import type { Field } from '../../../../core/definition/index.ts'
import { type Parsed, parsed, refused } from '../../../../core/parsed.ts'
import { compactText } from '../../../../core/plain-text.ts'
import type { Cell } from '../../../../documents/xlsx/index.ts'

/** Strokes that people put into cells where there is nothing to say. */
const strokes = /^[-—–_/\\、.。]+$/
const nothing = new Set(['无', '暂无', '没有', '不详', '未知', '空'])

/** Whether a cell says nothing; a code or a flag may mean its 无. */
export const isBlank = (cell: Cell | undefined, field?: Field): boolean => {
  if (!cell) return true
  const text = compactText(cell.text)
  if (text === '' || strokes.test(text)) return true
  const { kind } = field?.type.control ?? { kind: 'text' }
  return (kind === 'text' || kind === 'number' || kind === 'date') && nothing.has(text)
}

const asNumber = /^\d(\.\d+)?e\+?\d{2}$/i

/** Codes and flags recur in every row; what they were read as is kept. */
const readings = new WeakMap<Field, Map<string, Parsed<unknown>>>()
const mostReadings = 1000

const parse = (field: Field, text: string): Parsed<unknown> => {
  const { kind } = field.type.control
  if (kind !== 'choice' && kind !== 'flag') return field.type.parse(text)
  const known = readings.get(field) ?? new Map<string, Parsed<unknown>>()
  readings.set(field, known)
  const read = known.get(text) ?? field.type.parse(text)
  if (known.size < mostReadings) known.set(text, read)
  return read
}

/** Reads a cell that is not blank as its field says; what a spreadsheet did to the value is told. */
export const readCell = (cell: Cell, field: Field): Parsed<unknown> => {
  if (cell.kind === 'error') return refused(`这一格是公式错误 ${cell.text}，请改成${field.title}本身。`)
  const isNumberField = field.type.control.kind === 'number'
  if (!isNumberField && (cell.rounded || asNumber.test(compactText(cell.text))))
    return refused(
      `${field.title}被表格当作数字保存，15 位以后的数字已丢失。请在原表中把这一列设为文本格式，重新填写后再导入。`,
    )
  // A number as stored, not as its format rounds it for the eye.
  const text = isNumberField && typeof cell.value === 'number' ? String(cell.value) : cell.text
  const read = parse(field, text)
  if (!read.ok) return read
  return read.value === null || read.value === '' ? refused(`请填写${field.title}。`) : parsed(read.value)
}
