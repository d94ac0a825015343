import type { Quantity } from '../../quantity/index.ts'
import { intervalOf, isExact, meet, sumOf } from '../interval.ts'
import { type Passage, Q, quantitiesIn, quantityAt } from '../passage.ts'
import { printNumber, printQuantity } from '../print-number.ts'
import type { Relation } from '../relation.ts'
import { sameUnit } from '../unit-class.ts'

const q = Q.slice(1, -1)

const isQuantity = new RegExp(Q)
/** More parts than a sentence has; the walk over a list ends there. */
const mostParts = 24
/** Words after which a list of parts is over: the next figure speaks of something else. */
const leavesList =
  /(?:同比|环比|增长|下降|比上|较上|较去|比去|超过|高于|低于|此外|另外|同时|目前|截至|累计|共计|合计|总计|共有|总数|人均|户均|平均|每[人户个名月年]|占|率|新增|其中|完成|达到|获得|荣获|实现|通过|今年|去年|上年|全年|投入|投资)/
const parts = (
  passage: Passage,
  from: number,
  whole: Quantity,
): { list: Quantity[]; end: number; rest: boolean } => {
  const list: Quantity[] = []
  let gap = ''
  let depth = 0
  let i = from
  let end = from
  let rest = false
  for (; i < passage.skeleton.length; i++) {
    const c = passage.skeleton[i]!
    if (c === '(') depth++
    if (c === ')') {
      if (depth === 0) break
      depth--
      continue
    }
    if (depth > 0) continue
    if (!isQuantity.test(c)) {
      if (/[。!?\n]/.test(c)) break
      gap += c
      if (gap.length > 40) break
      continue
    }
    const quantity = quantityAt(passage, i)!
    const first = list.length === 0
    if (!sameUnit(quantity, whole)) {
      // 占60%, 3所 between parts: details of a part; a list cannot begin with them.
      if (first && quantity.kind !== 'percent') break
      if (/[;]/.test(gap)) break
      gap = ''
      continue
    }
    if (!first && leavesList.test(gap.replace(/^[^,、;]*占[^,、;]*/, ''))) break
    if (first && /(?:同比|环比|增长|下降|比上|较上|较去|比去|人均|户均|平均|每)/.test(gap)) break
    if (/其[他余它]|剩余|余下/.test(gap)) rest = true
    list.push(quantity)
    if (list.length > mostParts) break
    gap = ''
    end = i + 1
  }
  return { list, end, rest }
}

const total = (list: Quantity[]): number => list.reduce((sum, q) => sum + q.low, 0)

/** Whether the first parts, or all but some, make the whole: then the others overlap and nothing is wrong. */
const someMakeWhole = (list: Quantity[], whole: Quantity): boolean => {
  if (list.length > 10) return false
  const wanted = intervalOf(whole)
  const each = list.map(intervalOf)
  const from = (at: number, chosen: number, low: number, high: number): boolean => {
    if (chosen >= 2 && meet({ low, high }, wanted)) return true
    if (at === each.length || low > wanted.high) return false
    const next = each[at]!
    return from(at + 1, chosen + 1, low + next.low, high + next.high) || from(at + 1, chosen, low, high)
  }
  return from(0, 0, 0, 0)
}

/** One digit differs, or two are exchanged: what a slip of the hand does. */
const looksLikeSlip = (a: number, b: number): boolean => {
  const [x, y] = [String(a), String(b)]
  if (x.length !== y.length) return false
  const differing = [...x].map((c, i) => (c === y[i] ? -1 : i)).filter((i) => i >= 0)
  if (differing.length === 1) return true
  return (
    differing.length === 2 && x[differing[0]!] === y[differing[1]!] && x[differing[1]!] === y[differing[0]!]
  )
}

const relation = (
  whole: Quantity,
  list: Quantity[],
  holds: Relation['holds'],
  certain: boolean,
): Relation => {
  const sum = total(list)
  return {
    kind: 'sum',
    holds,
    result: whole,
    terms: { parts: list },
    certain,
    arithmetic: `${list.map(printQuantity).join('+')} = ${printNumber(sum)} ${holds === false ? '≠' : '='} ${printQuantity(whole)}`,
  }
}

/** A closed division: its parts must make the whole. */
const partitions: [RegExp, RegExp][] = [
  [/男/, /女/],
  [/城[镇市]/, /农村|乡村/],
  [/正式/, /预备/],
  [/机关/, /企业/],
  [/A类|甲类|一类/, /B类|乙类|二类/],
  [/线上/, /线下/],
  [/地上/, /地下/],
  [/室内/, /室外/],
  [/财政|政府|上级|市级|区级/, /自筹|社会|居民|单位/],
  [/市级/, /区级/],
  [/专职|全职/, /兼职/],
  [/公办/, /民办/],
  [/本科/, /大专|专科/],
  [/上半年/, /下半年/],
  [/已/, /未|正在/],
]
/** Sex, age and schooling cut across other divisions: 党员120人、女性210人 are no parts of one whole. */
const crossing = [/[男女]/, /岁/, /学历|本科|大专|研究生/]
const cutsAcross = (passage: Passage, from: number, end: number): boolean => {
  const labels = passage.skeleton.slice(from, end).split(isQuantity).slice(0, -1)
  return crossing.some((dimension) => {
    const n = labels.filter((label) => dimension.test(label)).length
    return n > 0 && n < labels.length
  })
}

const closed = (passage: Passage, from: number, end: number, list: Quantity[]): boolean => {
  const words = passage.skeleton.slice(from, end)
  return (
    list.length === 2 && partitions.some(([a, b]) => a.test(words) && b.test(words) && !/[岁]/.test(words))
  )
}

const judge = (
  whole: Quantity,
  list: Quantity[],
  complete: 'surely' | 'likely' | 'perhaps',
): Relation | undefined => {
  if (list.length < 2 || list.length > mostParts) return undefined
  const sum = total(list)
  const expected = sumOf(list.map(intervalOf))
  if (meet(expected, intervalOf(whole))) return relation(whole, list, true, false)
  if (someMakeWhole(list, whole)) return undefined
  const exact = isExact(whole, ...list)
  const near = sum > whole.low * 0.5 && sum < whole.low * 1.5
  if (complete === 'surely') return near || list.length > 2 ? relation(whole, list, false, exact) : undefined
  if (complete === 'likely')
    return near ? relation(whole, list, false, false) : relation(whole, list, 'unclear', false)
  const close = sum / whole.low
  const parts = list.every((q) => q.low < whole.low) && exact
  const likely =
    (list.length >= 3 && close > 0.85 && close < 1.5) ||
    (looksLikeSlip(sum, whole.low) && close > 0.8 && close < 1.25) ||
    (close > 1 && close < 1.3)
  if (parts && likely) return relation(whole, list, false, false)
  return relation(whole, list, 'unclear', false)
}

/** 包括电视媒体,20个广播站: an item without a figure leaves the sum open, and so does 等. */
const namesUncounted = (passage: Passage, from: number, end: number): boolean => {
  const first = passage.skeleton.slice(from, end).search(isQuantity)
  return (
    /[,、].*[,、]|^[^,、]{2,}[,、]/.test(passage.skeleton.slice(from, from + Math.max(0, first))) ||
    /^[^,、。;]{0,8}等/.test(passage.skeleton.slice(end, end + 9))
  )
}

const after = new RegExp(
  `(${Q})([^${q}。;]{0,24}?)[,:。]?(其中|包括|包含|涵盖|含(?![有量税])|分别(?:为|是|有)|其构成|由|分为|细分|按\\S{1,6}分|即)`,
  'g',
)
const bracket = new RegExp(`(${Q})[^${q}。;,(]{0,16}\\(([^)]{3,160})\\)`, 'g')
const before = new RegExp(
  `(?:共计|合计|总计|总共|一共|总[人户件]?数[为达是]?|累计|共有?|小计|合起来|总量[为达]?|总额[为达]?)([^${q}。;,]{0,14})(${Q})`,
  'g',
)

const partsAfter = (passage: Passage, out: Relation[]): void => {
  for (const match of passage.skeleton.matchAll(after)) {
    const whole = quantityAt(passage, match.index)!
    if (whole.kind === 'percent' || whole.kind === 'ratio' || whole.kind === 'age') continue
    const from = match.index + match[0].length
    const { list, end, rest } = parts(passage, from, whole)
    const only = match[3] === '其中'
    const open = only || namesUncounted(passage, from, end)
    if (only && !rest && cutsAcross(passage, from, end)) continue
    const complete = rest || closed(passage, from, end, list) ? 'surely' : open ? 'perhaps' : 'likely'
    if (match[3] === '由' && !/组成|构成/.test(passage.skeleton.slice(end, end + 14))) continue
    const found = judge(whole, list, complete)
    if (found) out.push(found)
  }
}

/** 共有社会组织12家:文体类5家、公益类7家. */
const colon = new RegExp(`(${Q})[^${q}。;,:]{0,8}:`, 'g')

const partsAfterColon = (passage: Passage, out: Relation[]): void => {
  for (const match of passage.skeleton.matchAll(colon)) {
    const [whole] = quantitiesIn(passage, match.index, match.index + match[0].length)
    const from = match.index + match[0].length
    if (!whole || whole.kind === 'percent' || /^其中/.test(passage.skeleton.slice(from, from + 2))) continue
    const { list } = parts(passage, from, whole)
    const total = /(?:共|总|现有|合计)[^,。;]{0,16}$/.test(
      passage.skeleton.slice(Math.max(0, match.index - 20), match.index),
    )
    const found = judge(whole, list, total && list.length >= 3 ? 'likely' : 'perhaps')
    if (found) out.push(found)
  }
}

/** 参加培训120人,男70人,女50人: a closed division right after its whole needs no 其中. */
const uncued = new RegExp(`(${Q})[,:;](?=男|女|城镇|农村|线上|线下|已|正式)`, 'g')

const partsUncued = (passage: Passage, out: Relation[]): void => {
  for (const match of passage.skeleton.matchAll(uncued)) {
    const whole = quantityAt(passage, match.index)!
    const from = match.index + match[0].length
    const { list, end } = parts(passage, from, whole)
    if (list.length !== 2 || !closed(passage, from, end, list)) continue
    const found = judge(whole, list, 'likely')
    if (found) out.push(found)
  }
}

const partsInBrackets = (passage: Passage, out: Relation[]): void => {
  for (const match of passage.skeleton.matchAll(bracket)) {
    const whole = quantityAt(passage, match.index)!
    if (whole.kind !== 'count' && whole.kind !== 'money' && whole.kind !== 'measure') continue
    const open = match.index + match[0].length - match[2]!.length - 1
    const { list, end, rest } = parts(passage, open, whole)
    if (list.length < 2) continue
    const only = /其中/.test(match[2]!)
    const found = judge(
      whole,
      list,
      rest || closed(passage, open, end, list) ? 'surely' : only ? 'perhaps' : 'likely',
    )
    if (found) out.push(found)
  }
}

/** Parts first, then 共, 合计: walks back over the list. */
const partsBefore = (passage: Passage, out: Relation[]): void => {
  for (const match of passage.skeleton.matchAll(before)) {
    const whole = quantityAt(passage, match.index + match[0].length - 1)!
    if (whole.kind === 'percent' || whole.kind === 'ratio' || /分别|新增|年/.test(match[1]!)) continue
    const list: Quantity[] = []
    let gap = ''
    for (let i = match.index - 1; i >= 0; i--) {
      const c = passage.skeleton[i]!
      if (/[。!?\n]/.test(c)) break
      const quantity = quantityAt(passage, i)
      if (!quantity) {
        gap = c + gap
        if (gap.length > 30) break
        continue
      }
      // 三个网格总计: how many parts there are, said before the total.
      if (
        list.length === 0 &&
        /^(?:[个项类处者种次批期轮]|个季度|个月)$/.test(quantity.unit) &&
        quantity.low <= 12 &&
        !sameUnit(quantity, whole) &&
        gap.length <= 4
      )
        continue
      if (!sameUnit(quantity, whole) || /每|人均|户均|其中|占|比|增|减|;/.test(gap)) break
      list.unshift(quantity)
      if (list.length > mostParts) break
      gap = ''
    }
    if (/每|人均|户均/.test(gap.slice(-8))) list.shift()
    if (list.length < 2) continue
    // 累计 and 共 may begin a new statement; only a list with nearly that sum speaks of its own total.
    const cue = match[0]
    const strong =
      /^(?:共计|合计|总计|总共|一共|小计|合起来|总[人户件]数)/.test(cue) ||
      list.every((part) => part.low < whole.low)
    const found = judge(whole, list, strong ? 'likely' : 'perhaps')
    if (found && found.holds !== 'unclear') out.push(found)
  }
}

/** 受理300件,办结260件,正在办理40件: what is done and what is left make the whole. */
const remainder = new RegExp(
  `(${Q})[^${q}。;]{0,16}?(?:已|办结|完成|化解|整改|解决|实到|实际)[^${q}。;]{0,10}?(${Q})[^${q}。;]{0,3}[,、;][^${q}。;,]{0,4}?(?:剩余|其余|余下|尚余|尚有|仍有|还有|未|正在|待)[^${q}。;,]{0,10}?(${Q})`,
  'g',
)

const doneAndLeft = (passage: Passage, out: Relation[]): void => {
  for (const match of passage.skeleton.matchAll(remainder)) {
    const [whole, done, left] = quantitiesIn(passage, match.index, match.index + match[0].length)
    if (
      !whole ||
      !done ||
      !left ||
      !sameUnit(whole, done) ||
      !sameUnit(whole, left) ||
      whole.kind === 'percent'
    )
      continue
    if (done.low > whole.low) continue
    const found = judge(whole, [done, left], 'surely')
    if (found) out.push(found)
  }
}

/** Wholes and their parts: after 其中 or 包括, in brackets, or before 共计. */
export const findSums = (passage: Passage): Relation[] => {
  const out: Relation[] = []
  partsAfter(passage, out)
  partsAfterColon(passage, out)
  partsUncued(passage, out)
  partsInBrackets(passage, out)
  partsBefore(passage, out)
  doneAndLeft(passage, out)
  return out
}
