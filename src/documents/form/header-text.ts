import { compactText } from '../../core/plain-text.ts'

/** A header cell reduced to its words. */
export interface HeaderText {
  /** Without marks, codes, units and conditions. */
  readonly words: string
  /** What stood in brackets: `㎡`, `是/否`, `党支部联系人`. */
  readonly remarks: readonly string[]
}

/** Slips and variants that occur in real forms. */
const variants: readonly (readonly [RegExp, string])[] = [
  [/租凭/g, '租赁'],
  [/(户口)薄/g, '$1簿'],
  [/身分证/g, '身份证'],
  [/帐/g, '账'],
  [/座落/g, '坐落'],
  [/其它/g, '其他'],
  [/联糸/g, '联系'],
  [/地扯/g, '地址'],
  [/残废/g, '残疾'],
  [/祥址/g, '详址'],
  [/居民身份证|公民身份证/g, '身份证'],
  [/公民身份号/g, '身份证号'],
  [/号码/g, '号'],
  [/是否为|是否属于|是否属|是否系|是否是|是不是/g, '是否'],
]

const brackets = /[([{【〔<《]([^()[\]{}【】〔〕<>《》]*)[)\]}】〕>》]/g

/** Codes before a header (`R1.`, `A4`, `3、`) and marks of what must be filled (`*`, `□`). */
const front = /^(?:[*★☆▲△□☑■●◆#※]+|[A-Z]{1,2}\d{1,3}[.、:]?|\d{1,3}[.、)]|\(\d{1,2}\)|[①-⑳])+/

/** Reads a header cell: width, blanks, codes and slips are evened out, brackets taken apart. */
export const readHeaderText = (header: string): HeaderText => {
  let words = compactText(header)
    .replace(/[*★☆▲△□☑■●◆※]/g, '')
    .replace(front, '')
  const remarks: string[] = []
  // Brackets that carry words of the name, as in 村(社区) or 专(兼)职, are tried by the lexicon before they go.
  for (let round = 0; round < 3; round++)
    words = words.replace(brackets, (_, inside: string) => {
      remarks.push(inside)
      return ''
    })
  return { words: evenOut(words), remarks: remarks.map(evenOut) }
}

/** The whole header with its brackets, evened out. */
export const fullHeaderText = (header: string): string =>
  evenOut(
    compactText(header)
      .replace(/[*★☆▲△□☑■●◆※]/g, '')
      .replace(front, ''),
  )

const evenOut = (text: string): string => {
  let even = text.replace(/[::;;。、,，.\-_—~]+$/g, '').replace(/^[::、,.\-_]+/, '')
  for (const [slip, right] of variants) even = even.replace(slip, right)
  return even
}
