import type { Quantity } from '../../quantity/index.ts'
import { intervalOf, isExact, lastDigit, meet, minusOf, quotientOf, timesOf, widened } from '../interval.ts'
import { D, dateAt, type Passage, placeOf, Q, quantitiesIn, quantityAt } from '../passage.ts'
import { printPercent, printQuantity } from '../print-number.ts'
import type { Relation } from '../relation.ts'
import { sameUnit } from '../unit-class.ts'
import { type Direction, doubled, hundred, judgeChange } from './change-judgement.ts'

export const up =
  '(?:增加|增长|增收|增支|增产|增员|增设|增添|扩充|扩增|新添|多收|多投入|多支出|多办|上调|调增|调高|提高|上升|提升|扩大|上涨|增多|多|净增|新增|增幅|涨幅|升)'
export const down =
  '(?:减少|减支|减收|减负|节约|节省|少用|少花|压降|削减|下调|精简|锐减|骤降|少收|少支出|调减|调低|下降|降低|压减|缩减|缩短|下滑|回落|减幅|降幅|压缩|少|降)'
const q = Q.slice(1, -1)
const no = `[^${q}。;]`

interface Rule {
  pattern: RegExp
  /** Which captured quantity is which. */
  from: number
  to: number
}

const year = `(?:去年|上年|上一年|前年|同期|年初|上半年|上月|上季度|此前|原来|原有|过去|以前|上届|${D})`
const thisYear = `(?:今年|本年|目前|现在|现有|当前|本月|本季度|下半年|如今|${D})`

const rules: Rule[] = [
  // 从A增加到B, 由A降至B
  {
    pattern: new RegExp(
      `[从由](?:${Q}前的?)?${no}{0,24}?(${Q})${no}{0,26}?(?:到了?|至|为|成)${no}{0,8}?(${Q})`,
      'g',
    ),
    from: 1,
    to: 2,
  },
  // 2024年A, 2025年B
  {
    pattern: new RegExp(
      `${year}${no}{0,22}?(${Q})${no}{0,4}[,、]${no}{0,12}?${thisYear}${no}{0,22}?(${Q})`,
      'g',
    ),
    from: 1,
    to: 2,
  },
  // 2023年、2024年分别办理A和B
  {
    pattern: new RegExp(`${year}[、和与]${thisYear}${no}{0,14}?分别${no}{0,12}?(${Q})[、和,](${Q})`, 'g'),
    from: 1,
    to: 2,
  },
  // B, 比去年的A增加…
  {
    pattern: new RegExp(
      `(${Q})[^,${q}。;(]{0,6}[,(]?(?:同?比|较|与|同|跟|和)${no}{0,8}?${year}(?:同期)?(?:相比)?的?[^${q}。;,增减上下提降多少]{0,6}(${Q})`,
      'g',
    ),
    from: 2,
    to: 1,
  },
]

/** 决算数1741万元,比预算数1685万元多56万元: whatever is compared, the difference is what lies between. */
const compared = new RegExp(
  `(${Q})[^,、${q}。;(]{0,4}[,(]?(?:比|较)${no}{1,12}?(${Q})[^,、;(${q}。]{0,2}?(?:(${up})|(${down})|高|低)了?(${Q})`,
  'g',
)

const comparison = (passage: Passage, out: Relation[]): void => {
  for (const match of passage.skeleton.matchAll(compared)) {
    const [a, b, change] = quantitiesIn(passage, match.index, match.index + match[0].length)
    if (!a || !b || !change || !sameUnit(a, b) || !sameUnit(b, change) || a.kind === 'percent') continue
    const grows = match[3] !== undefined || /高了?.$/.test(match[0])
    const found = judgeChange(b, a, change, grows ? 1 : -1)
    if (found) out.push({ ...found, certain: false })
  }
}

/** 比去年的860人翻了一番,达到1720人. */
const doubledFrom = new RegExp(
  `[比较]${no}{0,10}?(${Q})${no}{0,4}?(翻了?(?:一|两|1|2)?番)[,、]?${no}{0,6}?(?:达到?|为|增?至)(${Q})`,
  'g',
)

const doubling = (passage: Passage, out: Relation[]): void => {
  for (const match of passage.skeleton.matchAll(doubledFrom)) {
    const [from, to] = quantitiesIn(passage, match.index, match.index + match[0].length)
    if (!from || !to) continue
    const start = placeOf(passage, match.index + match[0].indexOf(match[2]!))
    const text = match[2]!
    const found = doubled(from, to, /[两2]/.test(text) ? 4 : 2, { start, end: start + text.length, text })
    if (found) out.push(found)
  }
}

/** What may stand between the figures and the word of change; a noun there would be another subject. */
const link = `[^,、;(${q}。]{0,6}[,、;(]?\\s?(?:(?:同比|环比|净|共|累计|实际|总体|整体|大幅|明显|显著|一年来?|两年|总量|数量|人数|户数|整整|直接|足足|几乎|将近|接近|大约|即|也就是|(?:比|较|与)${no}{0,12}?(?:相比)?),?){0,2}`
const statement = new RegExp(`^${link}(?:(${up})|(${down}))(?:了|率|幅度?|[约近达为至])*${no}{0,5}?(${Q})`)
const another = new RegExp(
  `^[^,、;(${q}。]{0,3}[,、(和](?:同比|环比|净|${no}{0,2})(?:(${up})|(${down}))(?:了|率|幅度?|[约近达为])*${no}{0,5}?(${Q})`,
)
const timesWords = new RegExp(`^(?:${no}{0,4}[,、]?${Q}(?:间|来|内)?)?${no}{0,14}?翻(?:了)?(一|两|1|2)番`)
const isTimes = new RegExp(`^${no}{0,10}?是(?:${Q}前)?${no}{0,10}?的(${Q})`)

/** 2024年A,比2023年的B增长: the later year stands first, so A is no starting point. */
const runsBackwards = (passage: Passage, match: RegExpExecArray): boolean => {
  const years = [...match[0]].flatMap((_, i) => dateAt(passage, match.index + i)?.year ?? [])
  return years.length >= 2 && years[0]! > years.at(-1)!
}

const comparesBack = new RegExp(`${Q}[^${q}]*[,、](?:同|环)?[比较]`)

const fromTo = (passage: Passage, out: Relation[]): void => {
  const { skeleton } = passage
  for (const { pattern, from, to } of rules)
    for (const match of skeleton.matchAll(pattern)) {
      const group = (n: number): Quantity => quantityAt(passage, match.index + match[0].indexOf(match[n]!))!
      const [a, b] = [group(from), group(to)]
      if (!sameUnit(a, b) || a.low === 0 || runsBackwards(passage, match)) continue
      // 11月126件,环比10月的150件: what is compared with came before.
      if (from < to && comparesBack.test(match[0])) continue
      const rest = skeleton.slice(match.index + match[0].length)
      const offset = match.index + match[0].length
      const ahead = /翻(?:了)?(一|两|1|2)?番[^,、;。]{0,8}[,、;][^,;。]{0,4}$/.exec(
        skeleton.slice(Math.max(0, match.index - 20), match.index),
      )
      if (ahead) {
        const start = placeOf(passage, Math.max(0, match.index - 20) + ahead.index)
        const text = /^翻了?[一两12]?番/.exec(ahead[0])![0]
        const found = doubled(a, b, /[两2]/.test(text) ? 4 : 2, { start, end: start + text.length, text })
        if (found) out.push(found)
        continue
      }
      const fan = timesWords.exec(rest)
      if (fan) {
        const end = placeOf(passage, offset + fan[0].length - 1) + 1
        const text = /翻.*$/.exec(fan[0])![0]
        const found = doubled(a, b, /一|1/.test(fan[1]!) ? 2 : 4, { start: end - text.length, end, text })
        if (found) out.push(found)
        continue
      }
      let tail = rest
      let at = offset
      for (let round = 0; round < 3; round++) {
        const next = (round === 0 ? statement : another).exec(tail)
        if (!next) break
        const change = quantityAt(passage, at + next[0].length - 1)!
        const says: Direction = next[1] ? 1 : -1
        if (
          /(?:到|至|为)[^,、]{0,3}$/.test(next[0].slice(0, -1)) &&
          !/(?:率|幅度?)(?:约|[约为达]|达到|约为)/.test(next[0])
        )
          break
        if (
          b.low !== a.low &&
          Math.sign(b.low - a.low) !== says &&
          change.kind === 'percent' &&
          !isExact(a, b)
        )
          break
        const found = judgeChange(a, b, change, says)
        if (!found) break
        out.push(found)
        tail = tail.slice(next[0].length)
        at += next[0].length
      }
      const multiple = isTimes.exec(rest)
      if (multiple) {
        const change = quantityAt(passage, offset + multiple[0].length - 1)!
        if (change.unit === '倍') {
          const found = judgeChange(a, b, change, 1, true)
          if (found) out.push(found)
        }
      }
    }
}

/** 从A增加D,达到B; 由A增长P%,达到B. */
const stepwise = new RegExp(
  `(${Q})${no}{0,8}?(?:(${up})|(${down}))了?(${Q})[^${q}。;,]{0,3}[,、]?${no}{0,6}?(?:达到|达|增至|升至|增加到|提高到|减至|降至|降到|下降到|减少到|至|为)${no}{0,4}?(${Q})`,
  'g',
)

const stepByStep = (passage: Passage, out: Relation[]): void => {
  for (const match of passage.skeleton.matchAll(stepwise)) {
    const [from, change, to] = quantitiesIn(passage, match.index, match.index + match[0].length)
    if (!from || !change || !to || from === change || !sameUnit(from, to) || from.low === 0) continue
    const before = passage.skeleton.slice(Math.max(0, match.index - 16), match.index)
    if (!/[从由在较比]/.test(before) || /[从由较比].*[,;。]/.test(before)) continue
    if (new RegExp(`(?:${up}|${down})了?$`).test(before)) continue
    const found = judgeChange(from, to, change, match[2] ? 1 : -1)
    if (found) out.push(found)
  }
}

/** 下降25%,由120件降至90件. */
const percentFirst = new RegExp(
  `(?:(${up})|(${down}))(?:了|(?<=新增)[\\u4e00-\\u9fff]{1,6})?(${Q})[^${q}。;,]{0,4}[,(]?[^${q}。;,、]{0,6}(?:从|由)${no}{0,14}?(${Q})${no}{0,14}?(?:到|至|为)${no}{0,4}?(${Q})`,
  'g',
)

const percentBefore = (passage: Passage, out: Relation[]): void => {
  for (const match of passage.skeleton.matchAll(percentFirst)) {
    const [change, from, to] = quantitiesIn(passage, match.index, match.index + match[0].length)
    if (!from || !change || !to || !sameUnit(from, to) || from.low === 0) continue
    const found = judgeChange(from, to, change, match[1] ? 1 : -1)
    if (found) out.push(found)
  }
}

/** B,比上年增加D,增长P%: the base is B − D. */
const byDifference = new RegExp(
  `(${Q})[^,${q}。;(]{0,6}[,(、](?:(?:同比|环比|净)|(?:比|较)${no}{0,10}?)(?:(${up})|(${down}))了?(${Q})[^,${q}。;(]{0,4}[,、(](?:同比|环比)?(?:${up}|${down})(?:率|幅度?)?[约为达]?(${Q})`,
  'g',
)

const byItsDifference = (
  to: Quantity,
  difference: Quantity,
  percent: Quantity,
  grows: boolean,
): Relation | undefined => {
  if (grows && difference.low >= to.low) return undefined
  const base = grows
    ? minusOf(intervalOf(to), intervalOf(difference))
    : { low: to.low + difference.low, high: to.low + difference.low }
  if (base.low <= 0) return undefined
  const holds = meet(
    timesOf(quotientOf(intervalOf(difference), base), hundred),
    widened(intervalOf(percent), lastDigit(percent) / 2),
  )
  const from = grows ? to.low - difference.low : to.low + difference.low
  return {
    kind: 'change',
    holds,
    result: percent,
    terms: { to, difference },
    certain: isExact(to, difference, percent),
    arithmetic: `${printQuantity(difference)}÷(${printQuantity(to)}${grows ? '−' : '+'}${printQuantity(difference)}) = ${printPercent((difference.low / from) * 100, percent)} ${holds ? '=' : '≠'} ${percent.text}%`,
  }
}

const differenceAndPercent = (passage: Passage, out: Relation[]): void => {
  for (const match of passage.skeleton.matchAll(byDifference)) {
    const group = (n: number): Quantity => quantityAt(passage, match.index + match[0].lastIndexOf(match[n]!))!
    const [to, difference, percent] = [group(1), group(4), group(5)]
    if (percent.unit !== '%' || to.kind === 'percent' || !sameUnit(to, difference)) continue
    const found = byItsDifference(to, difference, percent, match[2] !== undefined)
    if (found) out.push(found)
  }
}

/** 同比增加D,增长P%,达到B: the same with the outcome last. */
const outcomeLast = new RegExp(
  `(?:(${up})|(${down}))了?(${Q})[^${q}。;,(]{0,4}[,、(](?:同比|环比)?(?:${up}|${down})(?:率|幅度?)?[约为达]?(${Q})[,、)]?[^${q}。;,]{0,6}(?:达到?|增至|增加到|降至|减至|为)(${Q})`,
  'g',
)

const differenceThenOutcome = (passage: Passage, out: Relation[]): void => {
  for (const match of passage.skeleton.matchAll(outcomeLast)) {
    const [difference, percent, to] = quantitiesIn(passage, match.index, match.index + match[0].length)
    if (!difference || !percent || !to || percent.unit !== '%' || !sameUnit(to, difference)) continue
    const found = byItsDifference(to, difference, percent, match[1] !== undefined)
    if (found) out.push(found)
  }
}

/** 24万元,是2020年8万元的3倍. */
const multipleOf = new RegExp(
  `(${Q})[^,、;${q}。]{0,6}[,、]?[^,、;${q}。]{0,6}?(?:是|为|相当于|约为|达到?)(${no}{0,16}?)(${Q})[^,、;${q}。]{0,8}?的(${Q})`,
  'g',
)

const timesAsMuch = (passage: Passage, out: Relation[]): void => {
  for (const match of passage.skeleton.matchAll(multipleOf)) {
    const [to, from, times] = quantitiesIn(passage, match.index, match.index + match[0].length)
    if (!to || !from || !times || times.unit !== '倍' || !sameUnit(to, from) || from.low === 0) continue
    const found = judgeChange(from, to, times, 1, true)
    if (found) out.push(found)
  }
}

/** Changes from one value to another, as a difference, a percentage, percentage points or a multiple. */
export const findChanges = (passage: Passage): Relation[] => {
  const out: Relation[] = []
  if (passage.quantities.length < 2) return out
  fromTo(passage, out)
  differenceAndPercent(passage, out)
  stepByStep(passage, out)
  percentBefore(passage, out)
  timesAsMuch(passage, out)
  comparison(passage, out)
  doubling(passage, out)
  differenceThenOutcome(passage, out)
  return out
}
