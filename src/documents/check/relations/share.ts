import type { Quantity } from '../../quantity/index.ts'
import { intervalOf, isExact, lastDigit, meet, shareOf, widened } from '../interval.ts'
import { type Passage, Q, quantitiesIn, quantityAt } from '../passage.ts'
import { printPercent, printQuantity } from '../print-number.ts'
import type { Relation } from '../relation.ts'
import { sameUnit } from '../unit-class.ts'
import { partsWithShares } from './share-of-list.ts'

/** The last unit printed: figures are rounded by some, cut off by others. */

const agrees = (part: Quantity, whole: Quantity, percent: Quantity): boolean =>
  meet(shareOf(part, whole), widened(intervalOf(percent), lastDigit(percent) / 2))

const relation = (part: Quantity, whole: Quantity, percent: Quantity, holds: boolean): Relation => ({
  kind: 'share',
  holds,
  result: percent,
  terms: { part, whole },
  certain: isExact(part, whole, percent),
  arithmetic: `${printQuantity(part)}÷${printQuantity(whole)} = ${printPercent((part.low / whole.low) * 100, percent)} ${holds ? '=' : '≠'} ${percent.text.replace('百分之', '')}%`,
})

/** Where the sentence begins, no further back than a whole may stand from its share. */
const sentenceStart = (skeleton: string, at: number): number => {
  const lowest = Math.max(0, at - 200)
  for (let i = at; i > lowest; i--) if (/[。!?\n]/.test(skeleton[i - 1]!)) return i
  return lowest
}

const countable = (q: Quantity): boolean => q.kind === 'count' || q.kind === 'money' || q.kind === 'measure'

/** 占…的 61.9%: the part stands before, the whole between or before. */
const shares = (passage: Passage, out: Relation[]): void => {
  const { skeleton } = passage
  const parts = partsWithShares(passage)
  const percentMark = new RegExp(Q, 'g')
  for (const match of skeleton.matchAll(percentMark)) {
    const percent = quantityAt(passage, match.index)!
    if (percent.kind !== 'percent' || percent.unit !== '%') continue
    const from = sentenceStart(skeleton, match.index)
    const before = skeleton.slice(from, match.index)
    const cue = /(占(?!地(?!区))|占比|比例|比重|(?<stem>[\u4e00-\u9fff]{2})率)(?:[^,。;]{0,20})$/.exec(before)
    if (!cue) continue
    const ofWhat = cue[0]
      .replace(/^(?:占比|占|比例|比重|[\u4e00-\u9fff]{2}率)/, '')
      .replace(/的?(?:比重|比例)/, '')
    if (/[由从提增降升超高低较比均都]|分别|目标|考核/.test(ofWhat)) continue
    const near = from + cue.index
    const between = quantitiesIn(passage, near, match.index)
    const earlier = quantitiesIn(passage, from, near)
    if (
      between.some((q) => q.kind === 'percent') ||
      (earlier.slice(-1)[0]?.kind === 'percent' && /分别/.test(before))
    )
      continue
    const counted = earlier.filter(countable)
    const again = /(?:^|[,;、])([\u4e00-\u9fff]{2,8})(?:约|各)?$/.exec(before.slice(0, cue.index))?.[1]
    const named =
      again && /^占/.test(cue[0]) ? counted.slice(0, -1).findLast((x) => bears(passage, x, again)) : undefined
    const part = named ?? (isDue(passage, counted) ? counted.at(-2) : counted.at(-1))
    if (!part) continue
    const gap = skeleton.slice(skeleton.lastIndexOf(skeleton[indexIn(passage, part)]!), near)
    if (gap.length > (named ? 48 : 24) || /同比|增长|下降|高于|低于/.test(gap.slice(1))) continue
    const stem = cue.groups?.stem
    const inner = between.filter((q) => sameUnit(q, part)).at(-1)
    if (inner) {
      const holds = agrees(part, inner, percent)
      if (part.low <= inner.high * 1.5) out.push(relation(part, inner, percent, holds))
      continue
    }
    if (between.length > 0) continue
    const wholes = earlier.filter(
      (q) =>
        q !== part &&
        sameUnit(q, part) &&
        q.low >= part.low &&
        (!parts.has(q) || /其中/.test(skeleton.slice(indexIn(passage, q), indexIn(passage, part)))) &&
        names(ofWhat, q, skeleton, passage),
    )
    if (wholes.length === 0) continue
    const fits = wholes.find((q) => agrees(part, q, percent))
    if (fits) {
      out.push(relation(part, fits, percent, true))
      continue
    }
    // 债券2100万元,配套900万元,支付1860万元,支付率62%: of both together.
    const others = counted.filter((q) => q !== part && sameUnit(q, part))
    const sum = others.reduce((total, q) => total + q.low, 0)
    if (others.length > 1 && agrees(part, { ...others[0]!, low: sum, high: sum }, percent)) continue
    if (stem !== undefined && !rateNames(stem, skeleton, from, near, passage, part)) continue
    if (stem === undefined && !/^占/.test(cue[0])) continue
    const whole = wholes.length === 1 ? wholes[0]! : /其中/.test(before) ? wholes[0]! : undefined
    if (whole) out.push(relation(part, whole, percent, false))
  }
}

/** 市级文明家庭6户 bears the name 市级. */
const bears = (passage: Passage, quantity: Quantity, name: string): boolean => {
  const at = indexIn(passage, quantity)
  const clause = passage.skeleton
    .slice(Math.max(0, at - 14), at)
    .split(/[,;、。]/)
    .at(-1)!
  return `${clause}${quantity.subject}`.includes(name)
}

const indexIn = (passage: Passage, quantity: Quantity): number =>
  passage.skeleton.indexOf(String.fromCharCode(0xe000 + passage.quantities.indexOf(quantity)))

/** 占全国 speaks of a whole that is not printed; 占社区总数 of one whose words are. */
const names = (named: string, whole: Quantity, skeleton: string, passage: Passage): boolean => {
  const words = named.replace(/[的为达了约近]|总[人户]?[数量额口]|全部|其中?|比例|比重|(?:大约)/g, '')
  if (words.length < 2) return true
  const at = indexIn(passage, whole)
  const near = skeleton.slice(Math.max(0, at - 24), at + 12)
  for (let i = 0; i + 2 <= words.length; i++)
    if (near.includes(words.slice(i, i + 2)) && !/全[国省市区县]/.test(words.slice(i, i + 2))) return true
  return false
}

/** 参保280人,应参保300人,参保率: what is due stands last, and is the whole. */
const isDue = (passage: Passage, counted: Quantity[]): boolean => {
  const [part, whole] = counted.slice(-2)
  if (!part || !whole || !sameUnit(part, whole) || part.low > whole.low) return false
  const at = indexIn(passage, whole)
  const before = passage.skeleton.slice(Math.max(0, at - 10), at)
  return (
    /[,、;](?:而)?应[^,、;]{0,8}$/.test(before) &&
    !/应/.test(passage.skeleton.slice(Math.max(0, indexIn(passage, part) - 8), indexIn(passage, part)))
  )
}

/** Rates whose part goes by another word. */
const otherWords: Record<string, RegExp> = {
  龄化: /老/,
  执行: /支出|使用|拨付|执行/,
  到会: /到会|实到|参会|出席/,
  出席: /到会|实到|参会|出席/,
  入户: /入户|走访/,
  知晓: /知晓|了解/,
}

/** 办结率 speaks of 办结…件: the rate names the part's own verb. */
const rateNames = (
  stem: string,
  skeleton: string,
  from: number,
  near: number,
  passage: Passage,
  part: Quantity,
): boolean => {
  const at = indexIn(passage, part)
  const clause = skeleton.slice(Math.max(from, at - 14), Math.min(near, at + 10))
  const other = otherWords[stem]
  if (other) return other.test(clause)
  return [...stem].some((c) => clause.includes(c) && !/[总全成]/.test(c))
}

/** Divisions that leave nothing out, by the words of their parts. */
const divisions: RegExp[][] = [
  [/不满意/, /满意/],
  [/以下/, /以上/],
  [/其[他余它]/],
  [/第?一产/, /第?二产/, /第?三产/],
  [/男/, /女/],
  [/优秀|优良|优/, /不合格|差/],
]

/** Shares of a whole that is divided without rest must make 100%. */
const hundreds = (passage: Passage, out: Relation[]): void => {
  const { skeleton } = passage
  let run: Quantity[] = []
  let words = ''
  let gap = ''
  const close = (): void => {
    const sum = run.reduce((a, b) => a + b.low, 0)
    const closed = divisions.some((names) => names.every((name) => name.test(words)))
    const slack = run.reduce((a, b) => a + lastDigit(b) / 2, 0)
    if (run.length >= 2 && closed && sum > 70 && sum < 130 && isExact(...run)) {
      const holds = Math.abs(sum - 100) <= slack + 1e-9
      out.push({
        kind: 'share',
        holds,
        result: run.at(-1)!,
        terms: { parts: run.slice(0, -1) },
        certain: false,
        arithmetic: `${run.map((x) => x.text).join('%+')}% = ${printPercent(sum, run[0]!)} ${holds ? '=' : '≠'} 100%`,
      })
    }
    run = []
    words = ''
  }
  for (let i = 0; i < skeleton.length; i++) {
    const quantity = quantityAt(passage, i)
    if (!quantity) {
      gap += skeleton[i]
      if (/[。!?\n]/.test(skeleton[i]!)) close()
      continue
    }
    if (quantity.kind !== 'percent') {
      // 35岁以下, 120人: belong to a part's words
      words += `${gap}${quantity.text}`
      if (gap.length > 24) close()
      gap = ''
      continue
    }
    const fresh = run.length > 0 && (gap.length > 20 || /[增降升减]|率|同比/.test(gap))
    if (fresh) close()
    if (!/占|为|达|比/.test(gap) && run.length === 0) {
      gap = ''
      continue
    }
    words += gap
    run.push(quantity)
    gap = ''
  }
  close()
}

/** The percentage that a part is of its whole. */
export const findShares = (passage: Passage): Relation[] => {
  const out: Relation[] = []
  if (!passage.quantities.some((q) => q.kind === 'percent')) return out
  shares(passage, out)
  hundreds(passage, out)
  return out
}
