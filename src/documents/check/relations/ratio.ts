import type { Quantity } from '../../quantity/index.ts'
import { intervalOf, isExact, meet, quotientOf } from '../interval.ts'
import { type Passage, quantitiesIn } from '../passage.ts'
import { printNumber, printQuantity } from '../print-number.ts'
import type { Relation } from '../relation.ts'
import { sentenceEnd, stretchAround } from '../stretch-around.ts'
import { sameUnit } from '../unit-class.ts'

const terms = (text: string): number[] => text.split(/[::∶比]/).map(Number)
const decimalsOf = (text: string): number =>
  Math.max(...text.split(/[::∶比]/).map((t) => /\.(\d+)/.exec(t)?.[1]?.length ?? 0))

/** Whether the parts stand to each other as the terms say; a last term printed as 1 hides what rounding hides. */
const stands = (parts: Quantity[], ratio: Quantity, of: number[]): boolean => {
  const decimals = decimalsOf(ratio.text)
  const unit = decimals > 0 ? 0.5 * 10 ** -decimals : 0.05 * of[0]!
  return parts.slice(1).every((part, i) => {
    const found = quotientOf(intervalOf(parts[0]!), intervalOf(part))
    const soft = decimals > 0 || of.includes(1) ? unit : 0
    const printed = quotientOf(
      { low: of[0]! - soft, high: of[0]! + soft },
      { low: of[i + 1]! - (of[i + 1] === 1 ? 0 : soft), high: of[i + 1]! + (of[i + 1] === 1 ? 0 : soft) },
    )
    return meet({ low: found.low * 0.9999, high: found.high * 1.0001 }, printed)
  })
}

/** Parts split by a ratio: 按6:4分担,市级60万元、区级40万元. */
export const findRatios = (passage: Passage): Relation[] => {
  const out: Relation[] = []
  passage.quantities.forEach((ratio, k) => {
    if (ratio.kind !== 'ratio' || !/[::∶比]/.test(ratio.text)) return
    const of = terms(ratio.text)
    const at = passage.skeleton.indexOf(String.fromCharCode(0xe000 + k))
    const around = passage.skeleton.slice(Math.max(0, at - 14), at + 10)
    if (of.length >= 3 && /结构|构成|比重|占比/.test(around)) {
      const sum = of.reduce((a, b) => a + b, 0)
      if (sum < 90 || sum > 110) return
      const holds = Math.abs(sum - 100) <= 0.5 * of.length * 10 ** -decimalsOf(ratio.text) + 1e-9
      out.push({
        kind: 'ratio',
        holds,
        result: ratio,
        terms: {},
        certain: false,
        arithmetic: `${of.join('+')} = ${printNumber(sum)} ${holds ? '=' : '≠'} 100`,
      })
      return
    }
    if (!/比例|之比|比为|[按以照]|比/.test(around) || /[收入贷息价款差]比/.test(around) || of.length > 4)
      return
    const [from, to] = stretchAround(passage.skeleton, at, sentenceEnd)
    const groups = [quantitiesIn(passage, at + 1, to), quantitiesIn(passage, from, at)]
    const fitting: Quantity[][] = []
    for (const group of groups)
      for (let i = 0; i + of.length <= group.length; i++) {
        const parts = group.slice(i, i + of.length)
        if (
          parts.every(
            (p) => sameUnit(p, parts[0]!) && p.kind !== 'percent' && p.kind !== 'ratio' && p.low > 0,
          )
        )
          fitting.push(parts)
      }
    if (fitting.length === 0) return
    const good = fitting.find((parts) => stands(parts, ratio, of) || stands([...parts].reverse(), ratio, of))
    const parts = good ?? fitting.at(-1)!
    if (!good && !/[按以照]/.test(around) && !namesBoth(passage, parts, around)) return
    // A whole before the parts (共100万元, 按6:4, 市60万元, 区40万元) makes several readings.
    const reading =
      good ?? (fitting.length > 2 ? undefined : (fitting.find((p) => !isWhole(p, fitting)) ?? parts))
    if (!reading) return
    const holds = good !== undefined
    out.push({
      kind: 'ratio',
      holds,
      result: ratio,
      terms: { parts: reading },
      certain: isExact(...reading),
      arithmetic: `${reading.map(printQuantity).join(':')} = ${printNumber(Number((reading[0]!.low / reading[1]!.low).toFixed(3)))}:1 ${holds ? '=' : '≠'} ${ratio.text}`,
    })
  })
  return out
}

/** 男女比例 names 男 and 女, and so do the figures it is held against. */
const namesBoth = (passage: Passage, parts: Quantity[], around: string): boolean =>
  parts.every((part) => {
    const at = passage.skeleton.indexOf(String.fromCharCode(0xe000 + passage.quantities.indexOf(part)))
    return [...passage.skeleton.slice(Math.max(0, at - 5), at + 3)].some(
      (c) => /[\u4e00-\u9fff]/.test(c) && !/[的为有共人名员数]/.test(c) && around.includes(c),
    )
  })

const isWhole = (parts: Quantity[], all: Quantity[][]): boolean =>
  all.some(
    (other) =>
      other !== parts && other[0] === parts[1] && parts[0]!.low > other[0]!.low + other[1]!.low * 0.5,
  )
