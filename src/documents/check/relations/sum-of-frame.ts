import { isExact, nearly } from '../interval.ts'
import type { Passage } from '../passage.ts'
import type { Relation } from '../relation.ts'
import { sameUnit } from '../unit-class.ts'
import { denies, frameOf, labelOf } from './labels.ts'
import { type Item, sentencesOf } from './sentence.ts'
import { isExchange, oneSlipExplains } from './slip.ts'
import { cutsAcross, mostParts, someMakeWhole, sumRelation, total } from './sum-judgement.ts'

const summable = new Set(['count', 'money', 'measure'])
/** Words of another statement: the figure after them is no part. */
const another =
  /同比|环比|增[长加]|下降|减少|[比较](?:上|去)|超过|高于|低于|此外|同时|截至|累计|共计|合计|总计|总数|[人户场]均|平均|每|率|达到|获得|荣获|(?<!入)计划|目标|应[到参检征缴]/
const part = /^[^,、;:。]{0,14}[,、;(:和及与)—]{1,2}[^,、;。]{0,18}$/
const cue = /其中|分别|包括|包含|分为|^[^,、;。]{0,8}[:(]/
const totalled =
  /共|总|合计|累计|全[年区县市镇乡街村]|现有|在册|收到|受理|接到|投入|筹集|拨付|争取|在[职编岗]/

/** The figures of one unit right after a whole, with their own shares and ages left out. */
const listAfter = (items: Item[], at: number): Item[] => {
  const whole = items[at]!.quantity
  const list: Item[] = []
  let gap = ''
  for (const item of items.slice(at + 1)) {
    gap += item.before
    const { quantity } = item
    if (quantity.kind === 'age' || (quantity.kind === 'percent' && /占|^[^,;]{0,3}\($/.test(item.before))) {
      if (gap.length > 40) break
      gap = quantity.kind === 'age' ? gap : ''
      continue
    }
    if (!sameUnit(quantity, whole) || (list.length === 0 && gap.includes(';'))) break
    const clause = gap
      .split(/[,;、:(]/)
      .at(-1)!
      .replace(/^其中/, '')
    if (!part.test(gap.replace(/其中,?/, '')) || another.test(clause) || list.length === mostParts) break
    list.push(item)
    gap = ''
  }
  return list
}

/** What tells that the figures of a list are the parts of a whole, strongest first. */
const evidence = (whole: Item, list: Item[], alone: boolean): 'closed' | 'framed' | undefined => {
  const labels = list.map(labelOf)
  if (labels.some((label) => label === '')) return undefined
  const told = cue.test(list[0]!.before)
  if (list.length === 2 && denies(labels[0]!, labels[1]!)) return 'closed'
  const frames = labels.slice(1).map((label, i) => frameOf(labels[i]!, label))
  const [frame] = frames
  if (!frame || frames.some((other) => other === undefined)) return undefined
  if (told) return 'framed'
  // 规上企业、高新企业、小微企业 stand beside each other: only a whole that bears the common name has parts.
  const name = labelOf(whole) + whole.quantity.subject
  const own = frameOf(labelOf(whole), labels[0]!)
  const common = frame.length >= 2 && name.includes(frame)
  const isTotal = totalled.test(whole.before) || alone
  return (common || isTotal) && (own === undefined || isTotal) ? 'framed' : undefined
}

const isLast = (item: Item): boolean => !/[,;、]/.test(item.after)

/** 其中 may name only some: two kinds of several, three of four. */
const least = (list: Item[]): number =>
  /其中|[\ue000-\uf8ff]等/.test(list[0]!.before) ? (list.length > 2 ? 0.85 : 0.95) : 0.7

/**
 * Wholes whose parts are told apart by one place of the same phrase (一期投资、二期投资), or of which one
 * denies the other (通过、未通过), or that miss their whole by what a slip of the hand explains.
 */
export const findFramedSums = (passage: Passage): Relation[] =>
  sentencesOf(passage).flatMap(({ items }) =>
    items.flatMap((whole, at): Relation[] => {
      const { quantity, before } = whole
      if (!summable.has(quantity.kind) || /其中|[人户场]均|每|^[、和及]/.test(before)) return []
      const list = listAfter(items, at)
      const parts = list.map((x) => x.quantity)
      if (parts.length < 2 || !isExact(quantity, ...parts)) return []
      const sum = total(parts)
      if (nearly(sum, quantity.low, 1e-9)) return [sumRelation(quantity, parts, true, false)]
      if (someMakeWhole(parts, quantity)) return []
      const ratio = sum / quantity.low
      // A sentence that is just a whole and its list: “两新”组织党员154名,非公企业党员98名,社会组织党员56名。
      const alone =
        at === 0 && !/常住|户籍/.test(before) && list.length === items.length - 1 && isLast(list.at(-1)!)
      const kind = evidence(
        whole,
        list,
        alone && (parts.length > 2 ? ratio > 0.6 && ratio < 1.6 : ratio > 0.8 && ratio < 1.3),
      )
      const end = list.at(-1)!.index + 1
      const wrong =
        kind === 'closed'
          ? ratio > 0.4 && ratio < 2.5
          : kind === 'framed'
            ? ratio > least(list) && ratio < 1.6 && !cutsAcross(passage, whole.index + 1, end)
            : false
      const slipped =
        (totalled.test(before) ||
          cue.test(list[0]!.before) ||
          (parts.length > 2 && isExchange(sum, quantity.low))) &&
        ratio > (parts.length > 2 && isExchange(sum, quantity.low) ? 0.1 : 0.4) &&
        ratio < (parts.length > 2 && isExchange(sum, quantity.low) ? 10 : 2.5) &&
        oneSlipExplains(quantity, parts) &&
        !cutsAcross(passage, whole.index + 1, end)
      return wrong || slipped ? [sumRelation(quantity, parts, false, false)] : []
    }),
  )
