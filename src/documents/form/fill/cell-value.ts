import { dateSerial, showsDate, xmlText } from '../../xlsx/index.ts'
import { withAttribute, type XmlCell } from './sheet-xml.ts'

/** What is written into a cell: text, a number, a flag, a calendar date `2024-03-05`, or nothing. */
export type FillValue = string | number | boolean | { readonly date: string } | null

/**
 * A value as it stands between the tags of a cell, with the cell's type. Texts stay texts, so ID numbers keep
 * every digit; a date becomes a number only where the cell's format shows dates.
 */
export const valueXml = (
  value: NonNullable<FillValue>,
  prefix: string,
  format: string | undefined,
  is1904: boolean,
): { type: string | null; inner: string } => {
  const number = (shown: number) => `<${prefix}v>${shown}</${prefix}v>`
  if (typeof value === 'number' && Number.isFinite(value)) return { type: null, inner: number(value) }
  if (typeof value === 'boolean') return { type: 'b', inner: number(value ? 1 : 0) }
  if (typeof value === 'object' && showsDate(format, 1)) {
    const serial = dateSerial(value.date, is1904)
    if (serial !== null) return { type: null, inner: number(serial) }
  }
  const text = xmlText(typeof value === 'object' ? value.date : String(value))
  return {
    type: 'inlineStr',
    inner: `<${prefix}is><${prefix}t xml:space="preserve">${text}</${prefix}t></${prefix}is>`,
  }
}

/** Clears a cell or puts a value in; its style stays. */
export const filledCell = (
  cell: XmlCell,
  value: FillValue,
  { prefix, format, is1904 }: { prefix: string; format: string | undefined; is1904: boolean },
): XmlCell => {
  const plain = ['t', 'cm', 'vm'].reduce((rest, name) => withAttribute(rest, name, null), cell.attributes)
  if (value === null || value === '') return { ...cell, attributes: plain, inner: null }
  const { type, inner } = valueXml(value, prefix, format, is1904)
  return { ...cell, attributes: type === null ? plain : withAttribute(plain, 't', type), inner }
}
