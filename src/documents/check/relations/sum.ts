import type { Quantity } from '../../quantity/index.ts'
import { indexOfQuantity, type Passage, Q, quantitiesIn, quantityAt } from '../passage.ts'
import type { Relation } from '../relation.ts'
import { sameUnit } from '../unit-class.ts'
import { cutsAcross, isClosed, judgeSum, mostParts, total } from './sum-judgement.ts'

const q = Q.slice(1, -1)

const isQuantity = new RegExp(Q)
/** Words after which a list of parts is over: the next figure speaks of something else. */
const leavesList =
  /(?:同比|环比|增长|下降|比上|较上|较去|比去|超过|高于|低于|此外|另外|同时|目前|截至|累计|共计|合计|总计|共有|总数|人均|户均|平均|每[人户个名月年]|占|率|新增|其中|完成|达到|获得|荣获|实现|通过|今年|去年|上年|全年|投入|投资)/
/** Counting words of offices, firms and schools. */
const bodies = /^[家所个支座]$/

const parts = (
  passage: Passage,
  from: number,
  whole: Quantity,
): { list: Quantity[]; end: number; rest: boolean } => {
  const list: Quantity[] = []
  /** As `list`, with bodies counted by another word: 企业6家, 学校2所. */
  const wide: Quantity[] = []
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
      if (first && quantity.kind !== 'percent' && quantity.kind !== 'age') break
      if (/[;]/.test(gap)) break
      if (
        bodies.test(quantity.unit) &&
        bodies.test(whole.unit) &&
        /^[^,、;]{0,3}[,、][^,、;(]{1,10}$/.test(gap)
      )
        wide.push(quantity)
      gap = ''
      continue
    }
    if (!first && leavesList.test(gap.replace(/^[^,、;]*占[^,、;]*/, '').replace(/^[^,、;]*[,、;]/, '')))
      break
    if (first && /(?:同比|环比|增长|下降|比上|较上|较去|比去|人均|户均|平均|每)/.test(gap)) break
    if (/其[他余它]|剩余|余下/.test(gap)) rest = true
    list.push(quantity)
    wide.push(quantity)
    if (list.length > mostParts) break
    gap = ''
    end = i + 1
  }
  const counts = total(list) === whole.low || (list.length < 2 && wide.length < 3) ? list : wide
  return { list: counts, end, rest }
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
  `(?:共计|合计|总计|总共|一共|总[人户件]?数[为达是]?|总(?:面积|人数|人次|人口|投资|产值|收入|支出|金额|长度|里程|户数|资金|建筑面积|成员|成本|票数|客流)[为达是]?|(?:生产)总值[为达是]?|累计|共有?|小计|合起来|合在一起|加在一起|加起来|相加|(?<=[,、;])计(?![划生])|总量[为达]?|总额[为达]?)([^${q}。;,]{0,14})(${Q})`,
  'g',
)

/**
 * The figure of the unit that the parts have, where another stands between: 困难群众214户435人,其中低保98户;
 * 居民小组124个,楼门院长860名,其中北片居民小组58个.
 */
const wholeFor = (passage: Passage, at: number, from: number): Quantity => {
  const last = quantityAt(passage, at)!
  const [first] = quantitiesIn(passage, from, from + 30)
  if (!first || sameUnit(first, last)) return last
  const earlier = quantitiesIn(passage, Math.max(0, at - 40), at)
  const sentence = passage.skeleton.slice(Math.max(0, at - 40), at)
  if (/[。!?\n]/.test(sentence.slice(-12))) return last
  return earlier.slice(-2).findLast((x) => sameUnit(x, first)) ?? last
}

/** 两人兼有两证: the parts share some. */
const overlap = /兼[有具任]|重[复叠合]|交叉|双[证重]/

const partsAfter = (passage: Passage, out: Relation[]): void => {
  for (const match of passage.skeleton.matchAll(after)) {
    const whole = wholeFor(passage, match.index, match.index + match[0].length)
    if (whole.kind === 'percent' || whole.kind === 'ratio' || whole.kind === 'age') continue
    const from = match.index + match[0].length
    const { list, end, rest } = parts(passage, from, whole)
    const only = match[3] === '其中'
    const open = only || namesUncounted(passage, from, end)
    if (only && !rest && cutsAcross(passage, from, end)) continue
    if (overlap.test(passage.skeleton.slice(end, end + 16))) continue
    const complete = rest || isClosed(passage, from, end, list) ? 'surely' : open ? 'perhaps' : 'likely'
    if (match[3] === '由' && !/组成|构成/.test(passage.skeleton.slice(end, end + 14))) continue
    const found = judgeSum(whole, list, complete)
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
    const { list, end } = parts(passage, from, whole)
    const closes =
      list.length >= 3 && /^[^,、;:。]{0,4}(?:[。!?\n]|$)/.test(passage.skeleton.slice(end, end + 6))
    const said = /(?:共|总|现有|合计)[^,。;]{0,16}$/.test(
      passage.skeleton.slice(Math.max(0, match.index - 20), match.index),
    )
    const found = judgeSum(whole, list, closes || (said && list.length >= 3) ? 'likely' : 'perhaps')
    if (found) out.push(found)
  }
}

/** 参加培训120人,男70人,女50人: a closed division right after its whole needs no 其中. */
const uncued = new RegExp(`(${Q})(?:[^${q}。;,:、]{0,8}[中里])?[,:;]`, 'g')

const partsUncued = (passage: Passage, out: Relation[]): void => {
  for (const match of passage.skeleton.matchAll(uncued)) {
    const whole = quantityAt(passage, match.index)!
    const from = match.index + match[0].length
    const { list, end } = parts(passage, from, whole)
    if (list.length !== 2 || !isClosed(passage, from, end, list)) continue
    // A part of a longer list is no whole of those that follow it.
    const earlier = quantitiesIn(passage, Math.max(0, match.index - 30), match.index)
    if (earlier.some((x) => sameUnit(x, whole))) continue
    const found = judgeSum(whole, list, 'likely')
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
    const found = judgeSum(
      whole,
      list,
      rest || isClosed(passage, open, end, list) ? 'surely' : only ? 'perhaps' : 'likely',
    )
    if (found) out.push(found)
  }
}

/** 应急演练(消防12次、防汛5次、防震3次)20次: the bracket stands before the whole. */
const bracketBefore = new RegExp(`\\(([^()]{3,160})\\)[^${q}。;,(]{0,4}(${Q})`, 'g')

const partsInBracketBefore = (passage: Passage, out: Relation[]): void => {
  for (const match of passage.skeleton.matchAll(bracketBefore)) {
    const whole = quantityAt(passage, match.index + match[0].length - 1)!
    if (whole.kind !== 'count' && whole.kind !== 'money') continue
    const { list } = parts(passage, match.index + 1, whole)
    const found = judgeSum(whole, list, 'likely')
    if (found && list.length >= 2 && found.holds !== 'unclear') out.push(found)
  }
}

/** Parts first, then 共, 合计: walks back over the list. */
const partsBefore = (passage: Passage, out: Relation[]): void => {
  for (const match of passage.skeleton.matchAll(before)) {
    const whole = quantityAt(passage, match.index + match[0].length - 1)!
    if (whole.kind === 'percent' || whole.kind === 'ratio' || /分别|年/.test(match[1]!)) continue
    const fresh = match[1]!.includes('新增') ? /新增/ : undefined
    const list: Quantity[] = []
    let said: Quantity | undefined
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
      // 36至59岁的92名: an age within a label.
      if (quantity.kind === 'age') continue
      // 三个网格总计: how many parts there are, said before the total.
      if (
        list.length === 0 &&
        /^(?:[个项类处者种次批期轮支组队片]|个季度|个月)$/.test(quantity.unit) &&
        quantity.low <= 12 &&
        !sameUnit(quantity, whole) &&
        gap.length <= 8
      ) {
        said = quantity
        continue
      }
      if (
        !sameUnit(quantity, whole) ||
        /每|人均|户均|其中|占(?!首位|第)|比|(?<!新)增|减|;(?!其[次他余]|再次)/.test(gap) ||
        (!fresh && /新增/.test(gap))
      )
        break
      list.unshift(quantity)
      if (list.length > mostParts) break
      gap = ''
    }
    if (/每|人均|户均/.test(gap.slice(-8))) list.shift()
    // 锦旗14面、表扬信22封,两项合计36件次: so many figures, each by its own unit.
    if (list.length < 2 && said) {
      const at = indexOfQuantity(passage, said)
      const named = quantitiesIn(passage, Math.max(0, at - 60), at).slice(-said.low)
      if (named.length === said.low && named.every((x) => x.kind === 'count'))
        list.splice(0, list.length, ...named)
    }
    if (list.length < 2) continue
    // 发展9名、转入14名、转出6名,发展和转入的合计23名: only two are meant.
    if (
      list.length === 3 &&
      (list[0]!.low + list[1]!.low === whole.low || list[1]!.low + list[2]!.low === whole.low)
    )
      continue
    if (
      fresh &&
      !fresh.test(passage.skeleton.slice(Math.max(0, indexOfQuantity(passage, list[0]!) - 12), match.index))
    )
      continue
    // 累计 and 共 may begin a new statement; only a list with nearly that sum speaks of its own total.
    const cue = match[0]
    const strong =
      /^(?:共计|合计|总计|总共|一共|小计|合起来|总[人户件]数)/.test(cue) ||
      list.length >= 3 ||
      list.every((part) => part.low < whole.low)
    const found = judgeSum(whole, list, strong ? 'likely' : 'perhaps')
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
    // 已签约96个、正在征求意见73个、暂无法推进45个: the list goes on.
    const goesOn = new RegExp(`^[、,][^${q}。;,、]{1,12}(${Q})`).exec(
      passage.skeleton.slice(match.index + match[0].length),
    )
    const more = goesOn && quantitiesIn(passage, 0, passage.skeleton.indexOf(goesOn[1]!) + 1).at(-1)
    if (more && sameUnit(more, whole) && done.low + left.low < whole.low) continue
    const found = judgeSum(whole, [done, left], 'surely')
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
  partsInBracketBefore(passage, out)
  partsBefore(passage, out)
  doneAndLeft(passage, out)
  return out
}
