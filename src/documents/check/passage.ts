import type { DateMention, FoundQuantities, Quantity } from '../quantity/index.ts'

/**
 * A paragraph with its quantities. In `skeleton` every quantity, unit included, is one character of Q and
 * every date one of D, so that a rule can be read as a pattern over words.
 */
export interface Passage {
  start: number
  end: number
  skeleton: string
  quantities: Quantity[]
  dates: DateMention[]
}

const firstQuantity = 0xe000
const firstDate = 0xf000
const lastDate = 0xf8ff

/** For patterns: one quantity, one date. */
export const Q = '[\\ue000-\\uefff]'
export const D = '[\\uf000-\\uf8ff]'

export const quantityAt = (passage: Passage, index: number): Quantity | undefined => {
  const code = passage.skeleton.charCodeAt(index)
  return code >= firstQuantity && code < firstDate ? passage.quantities[code - firstQuantity] : undefined
}

export const dateAt = (passage: Passage, index: number): DateMention | undefined => {
  const code = passage.skeleton.charCodeAt(index)
  return code >= firstDate && code <= lastDate ? passage.dates[code - firstDate] : undefined
}

/** All quantities in a stretch of the skeleton, in order. */
export const quantitiesIn = (passage: Passage, from: number, to: number): Quantity[] => {
  const found: Quantity[] = []
  for (let i = from; i < to; i++) {
    const quantity = quantityAt(passage, i)
    if (quantity) found.push(quantity)
  }
  return found
}

/** The index in the skeleton of a quantity of the passage. */
export const indexOfQuantity = (passage: Passage, quantity: Quantity): number =>
  passage.skeleton.indexOf(String.fromCharCode(firstQuantity + passage.quantities.indexOf(quantity)))

const halves =
  /(?:(?:减少|下降|降低|压缩|缩短|缩减|压减|降|减)了?(?:近|约)?|占(?:[\u4e00-\u9fff]{0,8}的)?)(一半|半数)(?![以多])/g

/** 减少一半 is no quantity, but what figures are held against. */
const halvesIn = (text: string, from: number, to: number): Quantity[] =>
  text.slice(from, to).includes('半')
    ? [...text.slice(from, to).matchAll(halves)].map((match) => {
        const end = from + match.index + match[0].length
        const start = end - match[1]!.length
        return {
          start,
          end,
          text: '50',
          low: 50,
          high: 50,
          unit: '%',
          kind: 'percent',
          hedge: 'exact',
          subject: '',
          slack: 2.5,
          unitEnd: end,
        }
      })
    : []

const printed = (percent: number): string => String(Math.round(percent * 10) / 10)

/** 两成 and 四分之三 as percentages, as roughly as they are meant: so they are held against other figures. */
const asPercent = (quantity: Quantity): Quantity => {
  const { kind, unit, text, low, high } = quantity
  if (kind === 'percent' && unit === '成')
    return {
      ...quantity,
      text: printed(low * 10),
      low: low * 10,
      high: high * 10,
      unit: '%',
      slack: text.includes('.') ? 0.5 : 2.5,
    }
  if (kind === 'ratio' && unit === '' && text.includes('分之'))
    return {
      ...quantity,
      text: printed(low * 100),
      low: low * 100,
      high: high * 100,
      unit: '%',
      kind: 'percent',
      slack: 3,
    }
  return quantity
}

const mostQuantities = firstDate - firstQuantity
const mostDates = lastDate - firstDate + 1
/** Longer paragraphs are cut, at a sentence's end where there is one: so time stays linear. */
const longest = 3000

const markEnd = (mark: Quantity | DateMention): number =>
  'unitEnd' in mark ? Math.max(mark.unitEnd, mark.end) : mark.end

/** Where the character at `index` of the skeleton stands in the text. */
export const placeOf = (passage: Passage, index: number): number => {
  let shift = passage.start
  for (let i = 0; i < index; i++) {
    const mark = quantityAt(passage, i) ?? dateAt(passage, i)
    if (mark) shift += Math.min(passage.end, markEnd(mark)) - mark.start - 1
  }
  return shift + index
}

const endOf = (text: string, start: number): number => {
  const line = text.indexOf('\n', start)
  const end = line < 0 ? text.length : line
  if (end - start <= longest) return end
  const stop = text.slice(start, start + longest).lastIndexOf('。')
  return stop > 0 ? start + stop + 1 : start + longest
}

/** Cuts the text into paragraphs and draws their skeletons. */
export const passagesOf = (text: string, found: FoundQuantities): Passage[] => {
  const passages: Passage[] = []
  let nextQuantity = 0
  let nextDate = 0
  for (let start = 0; start < text.length; ) {
    const end = endOf(text, start)
    const passage: Passage = { start, end, skeleton: '', quantities: [], dates: [] }
    let at = start
    const words = halvesIn(text, start, end)
    while (true) {
      const [word] = words
      const own = found.quantities[nextQuantity]
      const isWord = word !== undefined && (own === undefined || word.start < own.start)
      const quantity = isWord ? word : own
      const date = found.dates[nextDate]
      const inQuantity = quantity !== undefined && quantity.start < end
      const inDate = date !== undefined && date.start < end
      if (!inQuantity && !inDate) break
      const takesQuantity = inQuantity && !(inDate && date.start < quantity.start)
      const mark = takesQuantity ? quantity : date!
      if (takesQuantity && isWord) words.shift()
      else if (takesQuantity) nextQuantity++
      else nextDate++
      const full = takesQuantity
        ? passage.quantities.length >= mostQuantities
        : passage.dates.length >= mostDates
      if (full || mark.start < at) continue
      const code = takesQuantity
        ? firstQuantity + passage.quantities.length
        : firstDate + passage.dates.length
      passage.skeleton += text.slice(at, mark.start) + String.fromCharCode(code)
      if (takesQuantity) passage.quantities.push(asPercent(quantity))
      else passage.dates.push(date!)
      at = Math.min(end, markEnd(mark))
    }
    passage.skeleton += text.slice(at, end)
    passages.push(passage)
    start = text[end] === '\n' ? end + 1 : end
  }
  return passages
}
