import { Refusal } from './limits.ts'
import { dateText, formattedNumber, isRounded, plainNumber, showsDate } from './number-text.ts'
import type { Cell } from './workbook.ts'
import { cellString, plainXml } from './xml-scanner.ts'

/** What cells point to outside their sheet. */
export interface CellSurroundings {
  /** A text of the workbook's table of texts, by its place there. */
  textAt(index: number): string | undefined
  readonly formats: readonly (string | undefined)[]
  readonly is1904: boolean
  /** Called for each cell kept; may throw to stop. */
  countCell(): void
}

type Shown = Pick<Cell, 'kind' | 'text' | 'value' | 'rounded'>

/** What a cell says, from its type and its value as written. */
export const cellShown = (
  around: CellSurroundings,
  type: string,
  raw: string,
  format: string | undefined,
): Shown => {
  switch (type) {
    case 's': {
      const text = around.textAt(Number(raw))
      if (text === undefined) throw new Refusal('文字表残缺，文件可能已损坏')
      return { kind: 'text', text, value: text }
    }
    case 'str':
    case 'inlineStr': {
      const text = cellString(raw)
      return { kind: text === '' ? 'empty' : 'text', text, value: text === '' ? null : text }
    }
    case 'b':
      return { kind: 'boolean', text: raw.trim() === '1' ? 'TRUE' : 'FALSE', value: raw.trim() === '1' }
    case 'e':
      return { kind: 'error', text: plainXml(raw), value: plainXml(raw) }
    case 'd': {
      const text = raw
        .trim()
        .replace('T', ' ')
        .replace(/( 00:00)?(:00)?(\.0+)?Z?$/, '')
      return { kind: 'date', text, value: text }
    }
  }
  if (raw.trim() === '') return { kind: 'empty', text: '', value: null }
  return numberShown(Number(raw), format, around.is1904, raw)
}

/** A number as its format shows it: a date, or a number without float noise. */
export const numberShown = (
  value: number,
  format: string | undefined,
  is1904: boolean,
  raw = String(value),
): Shown => {
  if (!Number.isFinite(value)) return { kind: 'text', text: raw, value: raw }
  if (showsDate(format, value)) {
    const text = dateText(value, format!, is1904)
    return { kind: 'date', text, value: text }
  }
  const clean = Number(plainNumber(value))
  const shown = { kind: 'number', text: formattedNumber(value, format), value: clean } as const
  return isRounded(value) ? { ...shown, rounded: true } : shown
}
