import { isExact, nearly } from '../interval.ts'
import type { Passage } from '../passage.ts'
import type { Relation } from '../relation.ts'
import { sameUnit } from '../unit-class.ts'
import { type Item, sentencesOf } from './sentence.ts'
import { looksLikeSlip, oneSlipExplains } from './slip.ts'
import { cutsAcross, sumRelation, total } from './sum-judgement.ts'

/** Words of another relation, or of figures that are no parts of each other. */
const unlike = /[增减升降每均占率比]|同期|去年|上年|计划|目标|应[到参检]|其中|累计|新|以[上下]|分别|以来/
const totalled = /共|总|合计|全[年区县市镇乡街村]|收到|受理|接到/
const mostParts = 8

/** Figures of one unit one after the other in a sentence, told in short phrases. */
const runsOf = (items: Item[]): Item[][] => {
  const runs: Item[][] = []
  let run: Item[] = []
  for (const item of items) {
    const last = run.at(-1)
    const goesOn = last && sameUnit(last.quantity, item.quantity) && item.before.length <= 20
    if (!goesOn || unlike.test(item.before)) {
      runs.push(run)
      run = []
    }
    if (!unlike.test(item.before)) run.push(item)
  }
  return [...runs, run].filter((found) => found.length >= 3 && found.length <= mostParts + 1)
}

const summable = new Set(['count', 'money', 'measure'])

/**
 * Where no word says that figures belong together, only what is nearly a sum is taken for one: all digits but
 * one agree, or two are exchanged, or three parts and more miss their whole by little.
 */
export const findNearSums = (passage: Passage): Relation[] =>
  sentencesOf(passage).flatMap(({ items }) =>
    runsOf(items).flatMap((run): Relation[] => {
      const quantities = run.map((x) => x.quantity)
      if (!summable.has(quantities[0]!.kind) || !isExact(...quantities)) return []
      const whole = quantities.reduce((a, b) => (b.low > a.low ? b : a))
      const at = quantities.indexOf(whole)
      // The whole stands first or last of its parts.
      if (at !== 0 && at !== quantities.length - 1) return []
      const parts = quantities.filter((x) => x !== whole)
      const sum = total(parts)
      const small = whole.low < (parts.length > 2 ? 20 : 100)
      if (nearly(sum, whole.low, 1e-9)) return small ? [] : [sumRelation(whole, parts, true, false)]
      if (cutsAcross(passage, run[0]!.index, run.at(-1)!.index + 1)) return []
      const digits = whole.text.replace(/\D/g, '').length
      const slip =
        digits >= 3 &&
        (looksLikeSlip(sum, whole.low) ||
          (totalled.test(run[at]!.before) && oneSlipExplains(whole, parts))) &&
        nearly(sum, whole.low, 0.3)
      const close = parts.length >= 3 && nearly(sum, whole.low, 0.1) && whole.low >= 20
      return slip || close ? [sumRelation(whole, parts, false, false)] : []
    }),
  )
