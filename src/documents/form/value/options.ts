import { compactText } from '../../../core/plain-text.ts'
import type { ValueStyle } from './element-value.ts'

/** A choice that the form offers: its wording, and the code printed before it or in the header. */
export interface Option {
  /** As it must be written into the cell. */
  readonly written: string
  readonly code: string | null
  readonly words: string
}

/** `1-男`, `01 汉族`, `(1)是`, `是`, `1` */
const readOption = (written: string): Option => {
  const text = compactText(written)
  const pair = /^[(（]?(\d{1,4}|[A-Za-z])[)）]?[-–—_.、:：/|]*([^\d\s].*)$/.exec(text)
  if (pair && !/^[A-Za-z]+$/.test(text)) return { written, code: pair[1]!, words: pair[2]! }
  return /^\d{1,4}$/.test(text) ? { written, code: text, words: '' } : { written, code: null, words: text }
}

/**
 * What may be written into a column: its drop-down, else what its header spells out in brackets, as in
 * 性别(1男2女) or 自理能力(自理/半自理/失能); null where anything goes.
 */
export const optionsOf = ({ options, header }: ValueStyle): readonly Option[] | null => {
  if (options && options.length > 0) return options.map(readOption)
  const remark = /[(（]([^()（）]{2,80})[)）]\s*\*?$/.exec(header)?.[1]
  if (remark === undefined) return null
  const numbered = [...compactText(remark).matchAll(/(\d{1,2})[.、:：=\-—]*([^\d\s,;，；、.:/]+)/g)]
  if (numbered.length >= 2)
    return numbered.map(([, code, words]) => ({ written: code!, code: code!, words: words! }))
  const words = compactText(remark).split(/[/、,，|]|或/)
  const isList = words.length >= 2 && words.every((word) => /^[\p{Script=Han}A-Za-z√×]{1,8}$/u.test(word))
  // 等 leaves the list open; 不填省市县 and the like are instructions.
  if (!isList || /等$|填|如|省|市|县/.test(remark)) return null
  return words.map(readOption)
}

/** Wording reduced to what tells choices apart. */
export const essence = (text: string): string =>
  compactText(text)
    .toLowerCase()
    .replace(/[,;、.。()（）“”"'\-—/]/g, '')
    .replace(/1(?=级)/g, '一')
    .replace(/2(?=级)/g, '二')
    .replace(/3(?=级)/g, '三')
    .replace(/4(?=级)/g, '四')

export const listed = (options: readonly Option[]): string =>
  `${options
    .slice(0, 6)
    .map(({ written, words }) => (words && words !== written ? `${written}${words}` : written))
    .join('、')}${options.length > 6 ? '等' : ''}`
