import type { Quantity } from '../../quantity/index.ts'
import { isExact, nearly } from '../interval.ts'
import { dateAt, type Passage } from '../passage.ts'
import { printQuantity } from '../print-number.ts'
import type { Relation } from '../relation.ts'
import { sameUnit } from '../unit-class.ts'
import { type Item, type Sentence, sentencesOf } from './sentence.ts'
import { cutsAcross, judgeSum, mostParts, sumRelation, total } from './sum-judgement.ts'

const summable = (quantity: Quantity): boolean =>
  quantity.kind === 'count' || quantity.kind === 'money' || quantity.kind === 'measure'

/** Words that begin another statement: the figure after them is no part. */
const another =
  /同比|环比|增[长加]|下降|减少|[比较](?:上|去)|超过|高于|低于|此外|另外|同时|目前|截至|累计|共计|合计|总计|共有|总数|[人户场]均|平均|每|占|率|其中|达到|获得|荣获|分别|计划|目标|应[到参检征缴]|实[到有际]|[至到从由需]/
/** A label is short and follows a comma: ,餐饮用户(47户)、… */
const label = /^[^,、;:。]{0,12}[,、;:(和及与)—]{1,2}[^,、;。]{0,18}$/

/** Parts told by one word and a running number or year divide their whole: 第一批、第二批; 一季度、二季度. */
const running =
  /前三季度|第?[一二三四五六七八九十\d](?:批|级|类|档|季度|支部|网格|期|组|片区|标段|分队|村)|[上下]半年|[\ue000-\uf8ff]/
const totalled = /共|总|合计|累计|全年|[全整]个|年来|现有|在册|在岗/

/** The figures right after a whole that read as a list, whether or not a word says so. */
const listAfter = (items: Item[], at: number): Item[] => {
  const whole = items[at]!.quantity
  const list: Item[] = []
  let gap = ''
  for (const item of items.slice(at + 1)) {
    gap += item.before
    if (!sameUnit(item.quantity, whole)) {
      // 市区两级自筹3500万元: a small count within a label.
      if (item.quantity.low > 12 || gap.length > 12) break
      continue
    }
    const words =
      list.length === 0 ? gap.replace(/^([,:])?(?:分别|依次|具体)(?:用于|投[入向]|来自|是|为|有)?/, ',') : gap
    if (!label.test(words) || another.test(words) || list.length === mostParts) break
    list.push(item)
    gap = ''
  }
  return list
}

/** A count said before the list (4个党支部) that the list has: then it names them all. */
const counted = (items: Item[], at: number, n: number): boolean =>
  items.slice(0, at).some(({ quantity }) => quantity.low === n && quantity.kind === 'count') ||
  items[at]!.before.includes(`“${' 一二三四五六七八九十'[n] ?? '—'}`)

const uncued = (passage: Passage, { items }: Sentence): Relation[] => {
  const out: Relation[] = []
  for (let at = 0; at < items.length - 3; at++) {
    const { quantity: whole, before, index } = items[at]!
    if (!summable(whole) || /^[、和及]|其中|包括|[人户场]均|每/.test(before)) continue
    const list = listAfter(items, at)
    if (list.length < 3) continue
    const parts = list.map((x) => x.quantity)
    const divided = /^[,:]?(?:分别|依次)/.test(list[0]!.before)
    const found = judgeSum(whole, parts, divided ? 'likely' : 'perhaps')
    if (!found) continue
    if (found.holds === true) {
      if (/^at-/.test(whole.hedge)) continue
      out.push(found)
      at += list.length
      continue
    }
    if (!isExact(whole, ...parts) || parts.some((p) => p.low >= whole.low)) continue
    if (cutsAcross(passage, index + 1, list.at(-1)!.index + 1)) continue
    const named =
      divided ||
      counted(items, at, list.length) ||
      list.every((x) => running.test(x.before)) ||
      /其[他余它]|剩余|余下|尚未|未/.test(list.at(-1)!.before)
    const near = named ? 0.4 : totalled.test(before) ? 0.22 : 0.15
    if (nearly(total(parts), whole.low, near)) out.push(sumRelation(whole, parts, false, false))
    at += list.length
  }
  return out
}

/** The words of the time that a figure is of: the last date before it, else what stands before it. */
const spellOf = (passage: Passage, { index, before }: Item): string => {
  const at = passage.skeleton.slice(0, index).search(/[\uf000-\uf8ff][^\uf000-\uf8ff]*$/)
  return (at < 0 ? undefined : dateAt(passage, at)?.text) ?? before
}

/** 前三季度27部,四季度9部: two spells that make the year. */
const wholeYear = (passage: Passage, [a, b]: Item[]): boolean => {
  if (!a || !b) return false
  const [first, second] = [a, b].map((item) => spellOf(passage, item))
  return (
    (/[前一1][三3]个?季度|[1一]至?[三3]季度/.test(first!) && /[四4]季度/.test(second!)) ||
    (/上半年/.test(first!) && /下半年/.test(second!))
  )
}

const allOf = /^[,;、]?(?:全年|全[区县市镇乡街村社][道区]?|总|两项|[三四五六]项|上半年)[^,;、]{0,6}$/

/** 一季度4210元,二季度4380元,…,全年17400元: the list stands before its whole. */
const wholeAfter = (passage: Passage, { items }: Sentence): Relation[] =>
  items.flatMap((item, at) => {
    const { quantity: whole, before } = item
    if (at < 2 || !summable(whole) || !allOf.test(before)) return []
    const list: Item[] = []
    for (const part of items.slice(0, at).reverse()) {
      if (!sameUnit(part.quantity, whole) || !running.test(part.before) || /[增减每均占]/.test(part.before))
        break
      list.unshift(part)
    }
    const parts = list.map((x) => x.quantity)
    // 一季度、上半年、前三季度: each includes the one before.
    const spells = list.map((x) => spellOf(passage, x))
    if (list.length > 2 && spells.some((spell) => /上半年|[前一1]三季度|[一1][至到—-]/.test(spell))) return []
    if (list.length < 3 && !wholeYear(passage, list)) return []
    const found = judgeSum(whole, parts, 'likely')
    return found && found.holds !== 'unclear' ? [found] : []
  })

/** 新增9家、总数达8家: what is new cannot exceed all there is. */
const beyondTotal = ({ items }: Sentence): Relation[] =>
  items.flatMap((item, at) => {
    const fresh = items[at - 1]
    if (!fresh || !/^[、,](?:累计|总数|总量|总计)(?:达到?|为|有)?$/.test(item.before)) return []
    const [a, b] = [fresh.quantity, item.quantity]
    if (!/新[增建设培认]|净增/.test(fresh.before) || !summable(a) || a.unit !== b.unit || !isExact(a, b))
      return []
    const holds = a.low <= b.low
    return holds
      ? []
      : [
          {
            kind: 'sum',
            holds,
            result: b,
            terms: { parts: [a] },
            certain: false,
            arithmetic: `新增 ${printQuantity(a)} > 累计 ${printQuantity(b)}`,
          },
        ]
  })

/** 充电桩120个,其中快充桩145个: a part cannot exceed its whole. */
const beyondWhole = ({ items }: Sentence): Relation[] =>
  items.flatMap((item, at) => {
    const whole = items[at - 1]
    if (!whole || !/^[^,。;]{0,10}[,(。]?其中[^,、;]{0,14}$/.test(item.before)) return []
    const [a, b] = [whole.quantity, item.quantity]
    if (!summable(a) || a.unit !== b.unit || !isExact(a, b) || b.low <= a.low) return []
    // 居民1200人、党员45名,其中老年人300人: the part may be of the figure before.
    if (items.slice(0, at - 1).some((x) => sameUnit(x.quantity, b) && x.quantity.low >= b.low)) return []
    if (/[每均]/.test(whole.before) || /[每均]|累计/.test(item.before)) return []
    return [
      {
        kind: 'sum',
        holds: false,
        result: a,
        terms: { parts: [b] },
        certain: true,
        arithmetic: `其中一项 ${printQuantity(b)} > 总数 ${printQuantity(a)}`,
      },
    ]
  })

/** Wholes with the list of their parts right after them, and parts that exceed their whole. */
export const findListedSums = (passage: Passage): Relation[] =>
  sentencesOf(passage).flatMap((sentence) => [
    ...uncued(passage, sentence),
    ...wholeAfter(passage, sentence),
    ...beyondWhole(sentence),
    ...beyondTotal(sentence),
  ])
