import type { Quantity } from '../../quantity/index.ts'
import { intervalOf, isExact, meet, nearly } from '../interval.ts'
import { D, dateAt, type Passage } from '../passage.ts'
import { printNumber, printQuantity } from '../print-number.ts'
import type { Relation } from '../relation.ts'
import { sameUnit } from '../unit-class.ts'
import { down, up } from './change.ts'
import { judgeChange } from './change-judgement.ts'
import { comesIn, goesOut } from './flow.ts'
import { type Item, type Sentence, sentencesOf } from './sentence.ts'

const isChange = new RegExp(`(?:(${up})|(${down}))(?:了|率|幅度?|约|近|达|为|均)*$`)
const turnsInto = new RegExp(`(?:${up}|${down})(?:到|至|为)$`)
/** What marks the starting point of a change, and what its outcome. */
const earlier =
  /去年|上年|上一年|前年|同期|年初|期初|原来|原有|原先|原为|此前|以前|过去|[造治整装]前|上月|上季度|上届|[从由]|(?:比|较)(?![例重赛])/
const later =
  /今年|本年|年末|年底|期末|目前|现在|现有|当前|如今|增至|降至|升至|达|[造治整装]后|[至到](?!位)|变为/
const linking = new RegExp(
  `同比|环比|[比较与](?:去年|上年|上一年|上月|上季度|年初)?(?:同期)?(?:相比)?|净|共|累计|实际|总量|数量|人数|户数|全年|[一两三五]年来?|即|也就是|大幅|明显|实现|足足|整整|直接|总体|年均|平均每年|${up}|${down}|[了率幅度约近达为均,、;:( 的]`,
  'g',
)

/** Whether what stands between says only that something changed, and names nothing else that did. */
const namesNothingElse = (item: Item, figures: Quantity[]): boolean => {
  const rest = item.before.replace(linking, '')
  return rest.length < 2 || figures.some((f) => f.subject.includes(rest) || rest.includes(f.subject || '—'))
}

const expected = (from: Quantity, to: Quantity, change: Quantity): number => {
  const difference = Math.abs(to.low - from.low)
  if (change.unit === '%' && from.kind !== 'percent') return (difference / from.low) * 100
  if (change.unit === '倍') return difference / from.low
  return difference
}

const aim = /力争|目标|计划|预计|确保|预期/
const clauseOf = (item: Item): string => item.before.split(/[;,]/).at(-1)!
const roleWords = new RegExp(`${earlier.source}|${later.source}|${linking.source}`, 'g')

/** Whether the second figure's words name what the first one's do, or nothing at all. */
const sameMatter = (a: Item, b: Item): boolean => {
  const words = clauseOf(b).replace(roleWords, '')
  if (words.length <= 3) return true
  const other = clauseOf(a) + a.quantity.subject
  return [...words].some((c, i) => i > 0 && other.includes(words[i - 1]! + c))
}

const comparableTo = (change: Quantity, level: Quantity): boolean =>
  change.unit === '%' ||
  (change.kind === 'percent' ? level.kind === 'percent' : change.unit === '倍' || sameUnit(level, change))

/** The figures that a change may lie between: the nearest ones that are no changes themselves. */
const pairOf = (items: Item[], at: number): [from: Item, to: Item] | undefined => {
  const change = items[at]!.quantity
  const follows = items[at + 1]
  // 较去年增加18人,达到96人,去年为78人
  const [next, third] = items.slice(at + 1, at + 3)
  if (
    next &&
    third &&
    [next, third].every((x) => sameUnit(x.quantity, change) || change.unit === '%') &&
    sameUnit(next.quantity, third.quantity) &&
    /^[,、]?(?:总数|总量)?(?:达到?|为|增[至加]|降至|减至)/.test(next.before) &&
    /^[,(、](?:去年|上年|同期|原来?|年初)[^,]{0,4}$/.test(third.before)
  )
    return [third, next]
  const near = items.slice(Math.max(0, at - 5), at)
  const levels = near.filter(
    ({ before, quantity: x }) =>
      (!isChange.test(before) || turnsInto.test(before)) &&
      (x.kind !== 'duration' || change.unit === '%' || sameUnit(x, change)) &&
      x.unit !== '年',
  )
  if (follows && /^[^,。;]{0,4}[,(](?:上年|去年|同期|年初|原|基数)/.test(follows.before)) levels.push(follows)
  const [a, b] = levels.slice(-2)
  if (!a || !b || !sameUnit(a.quantity, b.quantity) || a.quantity.low === 0 || b.quantity.low === 0)
    return undefined
  const { kind } = a.quantity
  const first = items.slice(0, at).findLast((x) => /分别/.test(x.before))
  if (first && first !== b && /^[、和]$/.test(b.before) && first.year !== undefined)
    return sameUnit(first.quantity, b.quantity) && comparableTo(change, first.quantity)
      ? [first, b]
      : undefined
  if (kind === 'ratio' || kind === 'age') return undefined
  if (!comparableTo(change, a.quantity) || [a, b].some((x) => aim.test(x.before))) return undefined
  if (/^[、和及与]/.test(b.before) || /;/.test(b.before) || /;/.test(items[at]!.before)) return undefined
  if (!sameMatter(a, b)) return undefined
  if (a.year !== undefined && b.year !== undefined && a.year !== b.year)
    return a.year < b.year ? [a, b] : [b, a]
  const [fromA, fromB] = [a, b].map((x) => earlier.test(clauseOf(x)))
  if (fromA !== fromB) return fromA ? [a, b] : [b, a]
  return undefined
}

/** 2022年96批、2023年80批、2024年64批: each figure with its own year. */
const singly = (items: Item[]): Map<number, Item> => {
  const series = new Map<number, Item>()
  for (const item of items) {
    const [own, ...more] = item.before.match(isDate) ?? []
    if (own === undefined || more.length > 0 || item.year === undefined) continue
    if (item.before.split(own)[1]!.length <= 2) series.set(item.year, item)
  }
  return series
}

const isDate = new RegExp(D, 'g')
const lastYear = /(?:今年|本年|当年)?(?:同比|[较比与](?:上年|去年|上一年)(?:相比)?)[^,;]{0,4}$/

/** 2022年、2023年、2024年分别为1200、1500、1800人次: the years of figures in a row. */
const seriesOf = (passage: Passage, { from, items }: Sentence): Map<number, Item> => {
  const series = new Map<number, Item>()
  const start = items.findIndex((x) => /分别|依次/.test(x.before))
  if (start < 0) return singly(items)
  const years: number[] = []
  for (let i = from; i < items[start]!.index; i++) {
    const year = dateAt(passage, i)?.year
    if (year !== undefined) years.push(year)
  }
  if (years.length < 2) return series
  years.forEach((year, i) => {
    const item = items[start + i]
    if (item && (i === 0 || /^[、,和及]$/.test(item.before))) series.set(year, item)
  })
  return series.size === years.length ? series : new Map()
}

const versus = new RegExp(`(${D})[年度]*[比较](${D})`)

/** 2024年比2023年增长20%, where figures for both years were told. */
const seriesChange = (passage: Passage, sentence: Sentence, at: number): Relation | undefined => {
  const item = sentence.items[at]!
  const cue = isChange.exec(item.before)
  if (!cue) return undefined
  const match = versus.exec(item.before)
  if (!match) {
    const series = [...singly(sentence.items.slice(0, at))].slice(-2)
    const [a, b] = series
    const follows = b?.[1] === sentence.items[at - 1]
    if (!a || !b || !follows || b[0] - a[0] !== 1 || !lastYear.test(item.before.slice(0, cue.index)))
      return undefined
    return judgeChange(a[1].quantity, b[1].quantity, item.quantity, cue[1] ? 1 : -1)
  }
  const before = item.index - item.before.length
  const [to, from] = [match[1]!, match[2]!].map((mark) => {
    const year = dateAt(passage, passage.skeleton.indexOf(mark, before))?.year
    return year === undefined ? undefined : seriesOf(passage, sentence).get(year)?.quantity
  })
  return to && from ? judgeChange(from, to, item.quantity, cue[1] ? 1 : -1) : undefined
}

/** 五年来…年均提高1.3个百分点: the change of one of so many years. */
const yearly = (sentence: Sentence, item: Item, from: Item, to: Item): number | undefined => {
  if (!/年均|平均每年/.test(item.before)) return 1
  const spell = sentence.items.find((x) => x.quantity.unit === '年')?.quantity.low
  if (spell) return spell
  return from.year !== undefined && to.year !== undefined && to.year !== from.year
    ? Math.abs(to.year - from.year)
    : undefined
}

const changeAt = (sentence: Sentence, at: number): Relation | undefined => {
  const item = sentence.items[at]!
  const cue = isChange.exec(item.before)
  if (!cue || item.quantity.low === 0 || /以上年|目标|力争|计划|预计/.test(item.before)) return undefined
  if (cue[1] === '新增') return undefined
  const direction = cue[1] ? 1 : -1
  const pair = pairOf(sentence.items, at)
  if (!pair) return undefined
  const [from, to] = pair
  const years = yearly(sentence, item, from, to)
  if (years === undefined || (years > 1 && item.quantity.unit === '%')) return undefined
  const change =
    years === 1
      ? item.quantity
      : {
          ...item.quantity,
          low: item.quantity.low * years,
          high: item.quantity.high * years,
          slack: item.quantity.slack * years,
        }
  const found = judgeChange(from.quantity, to.quantity, change, direction)
  if (!found) return undefined
  const relation = { ...found, result: item.quantity }
  if (relation.holds) return relation
  const sign = Math.sign(to.quantity.low - from.quantity.low)
  const told = earlier.test(clauseOf(from)) && later.test(clauseOf(to))
  if ((sign !== direction && !told) || !isExact(from.quantity, to.quantity, change)) return undefined
  if (namesNothingElse(item, [from.quantity, to.quantity]))
    return { ...relation, certain: relation.certain && years === 1 }
  return nearly(expected(from.quantity, to.quantity, change), change.low, 0.3)
    ? { ...relation, certain: false }
    : undefined
}

const gapWord =
  /(?:超额(?:完成)?|超出|超支|多出|缺席|缺额|缺口|缺编|空编|超编|空缺|请假|旷课|缺勤|缺考|未收回|未完成|未到|还差|尚差|相差|差额|差距|差|缺|结余|结存|库存|盈余|节余|节约|节省|剩余?|还剩|尚余|余|净增|净减|顺差|逆差|[年期月][末底](?:在[册管]|实有|结转|余额|库存))(?:资金|编制|岗位|人数|金额|空?床位?|车位|名额|指标)?(?:了|约|为|达|有)*$/
/** 24人因故未到 */
const missing = /^(?:因故|因[病事]|[\u4e00-\u9fff]{0,2})(?:未[到参出]|缺席|请假|弃权)/
/** 由68个整合为42个,撤销26个: what a merger leaves out. */
const isMerged = (items: Item[], at: number): boolean => {
  const [from, to] = items.slice(Math.max(0, at - 2), at)
  return (
    to !== undefined &&
    /[由从][^,;]{0,12}$/.test(from!.before) &&
    /(?:整合|合并|精简|归并|优化|调整|撤并|压缩|减少)[为成至到]$/.test(to.before) &&
    /^[,;](?:共|累计)?(?:撤销|取消|减少|核减|精简|裁撤|压减|关停|撤并)了?[\u4e00-\u9fff]{0,4}$/.test(
      items[at]!.before,
    )
  )
}

const planned = /计划|报名|受邀|邀请|目标|任务|应|预算|收入|总|需|核定|编制|原|共|定额|额度|购|受理|入库/
const actual = /实际|实|住|完成|已|到|支出|使用|发|用|销|出/

/** 计划10万元,实际12.6万元,超额2.6万元: what lies between two figures. */
const differenceAt = ({ items }: Sentence, at: number): Relation | undefined => {
  const item = items[at]!
  const { quantity } = item
  const merged = isMerged(items, at)
  const word = merged
    ? item.before
    : (gapWord.exec(item.before)?.[0] ?? (missing.test(item.after) ? '' : undefined))
  if (word === undefined || quantity.kind === 'percent' || item.before.length > word.length + 8)
    return undefined
  const able = items.slice(Math.max(0, at - 5), at).filter((x) => sameUnit(x.quantity, quantity))
  const [a, b] = able.slice(-2)
  if (!a || !b) return undefined
  const difference = Math.abs(a.quantity.low - b.quantity.low)
  const slack = a.quantity.slack + b.quantity.slack
  const interval = { low: difference - slack, high: difference + slack }
  const holds = isExact(a.quantity, b.quantity) && meet(interval, intervalOf(quantity))
  const [opening, income, spent] = able.slice(-3)
  if (spent && /年初|期初|结转|上年/.test(opening!.before) && /支|出/.test(spent.before)) {
    const left = opening!.quantity.low + income!.quantity.low - spent.quantity.low
    const ok = nearly(left, quantity.low, 1e-9)
    return ok || nearly(left, quantity.low, 0.5)
      ? {
          kind: 'difference',
          holds: ok,
          result: quantity,
          terms: { opening: opening!.quantity, income: income!.quantity, spent: spent.quantity },
          certain: false,
          arithmetic: `${printQuantity(opening!.quantity)}+${printQuantity(income!.quantity)}−${printQuantity(spent.quantity)} = ${printNumber(left)} ${ok ? '=' : '≠'} ${printQuantity(quantity)}`,
        }
      : undefined
  }
  const others = able.slice(1).reduce((sum, x) => sum + x.quantity.low, quantity.low)
  if (!holds && nearly(others, able[0]!.quantity.low, 1e-9)) return undefined
  if (!holds && (able.length !== 2 || !isExact(a.quantity, b.quantity, quantity))) return undefined
  const roles =
    merged ||
    (planned.test(a.before + a.after.slice(0, 4)) && actual.test(b.before)) ||
    // 新纳入38户、退出21户,净增17户
    (/净[增减]/.test(word) && comesIn.test(a.before + b.before) && goesOut.test(a.before + b.before))
  if (!holds && !roles && !nearly(difference, quantity.low, 0.4)) return undefined
  const [more, less] = a.quantity.low > b.quantity.low ? [a.quantity, b.quantity] : [b.quantity, a.quantity]
  return {
    kind: 'difference',
    holds,
    result: quantity,
    terms: { from: a.quantity, to: b.quantity },
    certain: false,
    arithmetic: `${printQuantity(more)}−${printQuantity(less)} = ${printNumber(difference)} ${holds ? '=' : '≠'} ${printQuantity(quantity)}`,
  }
}

/** Changes and differences told by the roles of the figures around them, in whatever order they stand. */
export const findChangesByRole = (passage: Passage): Relation[] =>
  sentencesOf(passage).flatMap((sentence) =>
    sentence.items.flatMap(
      (_, at) =>
        seriesChange(passage, sentence, at) ?? changeAt(sentence, at) ?? differenceAt(sentence, at) ?? [],
    ),
  )
