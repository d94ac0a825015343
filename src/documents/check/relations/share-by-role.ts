import type { Quantity } from '../../quantity/index.ts'
import { isExact, meet, nearly, shareOf } from '../interval.ts'
import type { Passage } from '../passage.ts'
import { printNumber, printPercent, printQuantity } from '../print-number.ts'
import type { Relation } from '../relation.ts'
import { sameUnit } from '../unit-class.ts'
import { labelOf } from './labels.ts'
import { type Item, sentencesOf } from './sentence.ts'
import { lastClause, noShare, shareRelation, statedPercent } from './share-judgement.ts'
import { partsWithShares } from './share-of-list.ts'
import { voteAt } from './share-of-votes.ts'
import { hundredOf, sharesInTurn } from './shares-in-row.ts'
import { isTellingSlip } from './slip.ts'

const shareWord =
  /(?:占|比例|比重|占比|[\u4e00-\u9fff]率|(?:满意|知晓|支持|参与|认可|完成)度|进度|覆盖面|完成(?:了|其中的)?)[^,;。、]{0,10}$/
const wholeWord =
  /应|计划|共|总|发放|发出|全[社街镇村区体]|目标|任务|需|报名|参[训加赛]|受理|收到|接到|抽查|检查|回收|现有|评价|考核|排查/

const countable = ({ quantity: { kind } }: Item): boolean =>
  kind === 'count' || kind === 'money' || kind === 'measure'

/** 385名全部入学,入学率98%: all of them are 100%. */
const everyOne = (item: Item, whole: Item, value: number): Relation | undefined => {
  const verb =
    /^[^,。;]{0,6}(?:全部|全都|均已|都已|已全部|无一例外)([\u4e00-\u9fff]{2,8})[,;]([\u4e00-\u9fff]{2})率/.exec(
      item.before,
    )
  if (
    !verb ||
    !(/覆盖|完成|达标/.test(verb[2]!) || [...verb[1]!].some((c) => verb[2]!.includes(c))) ||
    !isExact(whole.quantity, item.quantity)
  )
    return undefined
  return {
    kind: 'share',
    holds: value === 100,
    result: item.quantity,
    terms: { whole: whole.quantity },
    certain: false,
    arithmetic: `全部为 100% ${value === 100 ? '=' : '≠'} ${printNumber(value)}%`,
  }
}

/** 大专学历12人,社工总数36人,大专学历占三分之一: the share names its part again. */
const namedAgain = (before: Item[], words: string): Item | undefined => {
  const name = /^(?:其中)?([\u4e00-\u9fff]{2,10}?)(?:人员|人数)?(?:约|各)?占/.exec(words)?.[1]
  return name === undefined ? undefined : before.findLast((x) => labelOf(x) === name)
}

/** 优良天数292天,优良率80%: the whole is the year. */
const ofTheYear = (
  item: Item,
  part: Item | undefined,
  stated: { low: number; high: number; value: number },
): Relation | undefined => {
  if (!part) return undefined
  const { quantity } = part
  if (quantity.unit !== '天' || quantity.hedge !== 'exact' || !/率[^,]{0,4}$/.test(item.before))
    return undefined
  if (!/[良秀达标]/.test(part.before) || quantity.low < 100 || quantity.low > 366) return undefined
  const shares = [365, 366].map((days) => (quantity.low / days) * 100)
  const holds = shares.some((share) => share >= stated.low - 0.05 && share <= stated.high + 0.05)
  return {
    kind: 'share',
    holds,
    result: item.quantity,
    terms: { part: quantity },
    certain: false,
    arithmetic: `${printQuantity(quantity)}÷365 = ${printPercent(shares[0]!, item.quantity)} ${holds ? '=' : '≠'} ${printNumber(stated.value)}%`,
  }
}

const otherTime = /同期|去年|上年|同比|[比较]上|原|增|减|降|每|均|新增/

/** A sentence with a rate and just two figures of one unit: the smaller is the part. */
const onlyTwo = (items: Item[], at: number, parts: Set<Quantity>): { part: Item; whole: Item }[] => {
  const levels = items.filter((x) => countable(x))
  const [a, b, ...more] = levels.filter((x) =>
    levels.some((y) => y !== x && sameUnit(x.quantity, y.quantity)),
  )
  if (!a || !b || more.length > 0 || [a, b].some((x) => otherTime.test(x.before) || parts.has(x.quantity)))
    return []
  // 办结1485件,群众满意率98.6%: whether people are content is asked apart. 250件建议、286件提案 stand beside each other.
  const opinion = /满意|知晓|支持|认可|信任|安全感|幸福|准确|合格/.exec(items[at]!.before)?.[0]
  if (opinion && ![a, b].some((x) => x.before.includes(opinion))) return []
  if (/、[^,]*$|^[和及与]/.test(b.before)) return []
  // 楼门长258名,党员占46%,60岁以下的112名: another part follows.
  if (items.indexOf(b) > at && /占/.test(lastClause(items[at]!.before)) && items[at + 1] !== b) return []
  if (items.filter((x) => x.quantity.kind === 'percent').length > 1 || items.indexOf(a) > at) return []
  return a.quantity.low < b.quantity.low
    ? [{ part: a, whole: b }]
    : a.quantity.low > b.quantity.low
      ? [{ part: b, whole: a }]
      : []
}

const inside = /^[^,;。]{0,8}[中里内][^,;。]{0,6}$/
const afterShare = /^[,(、]?(?:也就是|就是|即|共计?|计|合计?|有|为|达)[^,;。]{0,8}$/

/** 40名,女性占55%,也就是22名: the part follows its share; 即500万元中的300万元: so do both. */
const toldAfter = (items: Item[], at: number): { part: Item; whole: Item } | undefined => {
  const [next, third] = items.slice(at + 1, at + 3)
  if (!next || !countable(next)) return undefined
  if (
    third &&
    afterShare.test(next.before) &&
    /^中的?[^,;。]{0,8}$/.test(third.before) &&
    sameUnit(next.quantity, third.quantity)
  )
    return { part: third, whole: next }
  // 占60%,130名党员里有78名; 占72%,全部办件12500件中网办9000件
  if (
    third &&
    /^[,(][^,;。]{0,8}$/.test(next.before) &&
    inside.test(third.before) &&
    sameUnit(next.quantity, third.quantity)
  )
    return { part: third, whole: next }
  // 占比15%,总车位600个,充电车位90个
  if (
    third &&
    /^[,(][^,;。]{0,6}(?:共|总|全|应)[^,;。]{0,6}$/.test(next.before) &&
    /^,[^,;。]{0,10}$/.test(third.before) &&
    sameUnit(next.quantity, third.quantity) &&
    third.quantity.low <= next.quantity.low &&
    !items.slice(0, at).some((x) => sameUnit(x.quantity, next.quantity))
  )
    return { part: third, whole: next }
  if (!afterShare.test(next.before)) return undefined
  const whole = items.slice(0, at).findLast((x) => sameUnit(x.quantity, next.quantity))
  return whole && whole.quantity.low > next.quantity.low && !/共计|合计/.test(next.before)
    ? { part: next, whole }
    : undefined
}

/** 拆除1.8万平方米,完成年度任务2万平方米的90%: the whole stands right before its share. */
const wholeBetween = (items: Item[], at: number): { part: Item; whole: Item } | undefined => {
  const [part, whole] = items.slice(Math.max(0, at - 2), at)
  return whole &&
    part &&
    /^(?:总[数量额])?的$/.test(items[at]!.before) &&
    /[,(](?:已|约|共)?(?:完成|占|达到?|相当于|实现|为|是)[^,;。]{0,12}$/.test(whole.before) &&
    countable(part) &&
    sameUnit(whole.quantity, part.quantity)
    ? { part, whole }
    : undefined
}

/** 1560户居民中已有1248户(80%): a percentage in brackets right after a part of a whole so told. */
const inBracket = (items: Item[], at: number): { part: Item; whole: Item } | undefined => {
  const [whole, part] = items.slice(Math.max(0, at - 2), at)
  return whole &&
    part &&
    /^[^,;。()]{0,3}\($/.test(items[at]!.before) &&
    /^[^,;。]{0,10}[中里内]/.test(part.before) &&
    sameUnit(whole.quantity, part.quantity)
    ? { part, whole }
    : undefined
}

/**
 * A rate or share in the sentence of its part and whole, whichever order they stand in. Where the words do
 * not name part and whole, only figures that nearly agree are taken to have been meant to.
 */
const shareAt = (items: Item[], earlier: Item[], at: number, parts: Set<Quantity>): Relation | undefined => {
  const item = items[at]!
  const stated = statedPercent(item)
  const words = lastClause(item.before)
  if (!stated || stated.value > 100) return undefined
  const bracketed = inBracket(items, at)
  // 收缴率提高到90%: a level, whatever it was before.
  const level = words.replace(/(?:[提升]高?|上升|提升|下降|降低|降|增加)(?=[到至])/, '')
  if (!bracketed && !wholeBetween(items, at) && (!shareWord.test(level) || noShare.test(level)))
    return undefined
  const told = bracketed ?? wholeBetween(items, at) ?? toldAfter(items, at)
  if (told && isExact(told.part.quantity, told.whole.quantity, item.quantity)) {
    const share = shareOf(told.part.quantity, told.whole.quantity)
    return shareRelation(item, told.part, told.whole, meet(share, stated), false)
  }
  const before = [...earlier.slice(-2), ...items.slice(0, at)].filter(countable).slice(-5)
  const follows = items[at + 1]
  const around =
    follows &&
    /^[^,。;]{0,2}[(,][^),]{0,6}(?:共|总|应|户籍|常住|全[镇村街社区县市])[^),]{0,8}$/.test(follows.before)
      ? [...before, follows]
      : before
  const days = ofTheYear(item, items[at - 1], stated)
  if (days) return days
  const named = namedAgain(before, words)
  const part = named ?? before.at(-1)
  if (!part) return undefined
  const all = everyOne(item, part, stated.value)
  if (all) return all
  const pairs = around.flatMap((whole) =>
    around
      .filter(
        (p) =>
          p !== whole &&
          (!named || p === named) &&
          sameUnit(p.quantity, whole.quantity) &&
          p.quantity.low <= whole.quantity.low * 1.5 &&
          whole.quantity.low > 0,
      )
      .map((p) => ({ part: p, whole })),
  )
  const share = ({ part: p, whole }: (typeof pairs)[number]) => shareOf(p.quantity, whole.quantity)
  const make = ({ part: p, whole }: (typeof pairs)[number], holds: boolean, certain: boolean): Relation =>
    shareRelation(item, p, whole, holds, certain)
  // 超过8000人 leaves every share open: such figures agree with anything.
  const narrow = (pair: (typeof pairs)[number]): boolean => share(pair).high - share(pair).low < 8
  const fits = pairs.find((pair) => narrow(pair) && meet(share(pair), stated))
  if (fits) return make(fits, true, false)
  // 债券2100万元,配套900万元,支付1860万元,支付率62%: of both together.
  const together = before.filter((x) => x !== part && sameUnit(x.quantity, part.quantity))
  const sum = together.reduce((total, x) => total + x.quantity.low, 0)
  const ofAllTogether = (part.quantity.low / sum) * 100
  if (together.length > 1 && ofAllTogether >= stated.low && ofAllTogether <= stated.high) return undefined
  const own = pairs.filter(
    (pair) =>
      pair.part === part &&
      (!parts.has(pair.whole.quantity) || /其中/.test(part.before)) &&
      pair.part.quantity.low <= pair.whole.quantity.low &&
      (wholeWord.test(pair.whole.before) ||
        /其中|[已有]|实|完成|合格|通过/.test(part.before) ||
        /^[^,]{0,10}中/.test(pair.whole.after) ||
        pair.whole === follows),
  )
  const [only] = own.length === 0 && !named ? onlyTwo(items, at, parts) : own
  if (!only || own.length > 1 || !isExact(only.part.quantity, only.whole.quantity, item.quantity))
    return undefined
  // 在编人员82人、社工288人、派遣人员46人,党员占比61%: of all of them, and of nobody named.
  const sharer = /([\u4e00-\u9fff]{2,6})占比?[^,;。]{0,2}$/.exec(words)?.[1]
  const others = before.filter((x) => sameUnit(x.quantity, only.whole.quantity))
  if (
    sharer !== undefined &&
    others.length > 2 &&
    ![only.part, only.whole].some((x) => (x.before + x.quantity.subject).includes(sharer.slice(0, 2)))
  )
    return undefined
  // 解矫23人,解矫比例50%: the rate bears the name of its part.
  const stem = /([\u4e00-\u9fff]{2})(?:率|比例|占比)[^,;。]{0,4}$/.exec(item.before)?.[1]
  const bearing = stem !== undefined && labelOf(only.part).includes(stem)
  const value = (only.part.quantity.low / only.whole.quantity.low) * 100
  const direct =
    /^[^,;。]{0,4}[,(](?:约?占(?:比|总[^,]{0,4})?[了达为的]*|完成了?(?:全?年度?)?(?:计划|目标|任务|预算)?[数额]?的?)$/.test(
      item.before,
    )
  if (own.length === 0)
    return bearing || Math.abs(value - stated.value) < 20 || isTellingSlip(stated.value, value)
      ? make(only, false, false)
      : undefined
  return direct ||
    named ||
    Math.abs(value - stated.value) < 15 ||
    nearly(100 - value, 100 - stated.value, 0.2)
    ? make(only, false, false)
    : undefined
}

/** Shares and rates told by the roles of the figures around them. */
export const findSharesByRole = (passage: Passage): Relation[] => {
  const out: Relation[] = []
  const parts = partsWithShares(passage)
  let earlier: Item[] = []
  for (const { items } of sentencesOf(passage)) {
    for (let at = 0; at < items.length; at++) {
      const found = voteAt(items, at) ?? shareAt(items, earlier, at, parts)
      if (found) out.push(found)
    }
    out.push(...sharesInTurn(items), ...hundredOf(items))
    earlier = items
  }
  return out
}
