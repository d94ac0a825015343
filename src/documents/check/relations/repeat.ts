import type { Quantity } from '../../quantity/index.ts'
import { intervalOf, meet } from '../interval.ts'
import type { Passage } from '../passage.ts'
import { printQuantity } from '../print-number.ts'
import type { Relation } from '../relation.ts'
import { sentenceEnd, stretchAround } from '../stretch-around.ts'
import { unitClass } from '../unit-class.ts'
import { isExchange, isTellingSlip, looksLikeSlip } from './slip.ts'

/** Another time, a plan, a part, a rate: such figures may well differ. */
const otherMatter =
  /去年|上年|前年|同期|往年|此前|过去|原来|原有|计划|目标|力争|拟|明年|来年|下一步|将要|将|确保|预计|其中|每|平均|人均|户均|新增|新|再|净|增加|减少|增长|下降|提高|降|升|以来|首批|第[一二三四五六七八九十\d]|另|其[他余]|分别|各|左右|不少于|至少|超过|达标|上半年|下半年|季度|[一二三四五六七八九十\d]月|月底|以上|以下|男|女|比上|较上/

const adverbs =
  /^(?:经过努力|年度|本年度|一年中|一年里|过去一年|截至目前|截止目前|目前|现在|全年|一年来|今年|年内|我们?|全|本|该|整个|辖区内?|社区内?|街道内?|全社区|全街道|全镇|全村|全县|全区|全市|全省|累计|共计|合计|总计|总共|一共|共有?|总|现有?|已经?|先后|拥有|设有|有|为|是|达到?|下辖|辖有?|管辖|的|了|,|,)+/
const tails = /(?:共计|合计|总计|累计|共有?|现有|已|为|是|达到?|有|了|(?<![户人总])数|的|约|近)+$/

const nouns =
  '(?:居民总?户数|(?:总|常住|户籍|流动|实有|在册|外来)?(?:人口|居民户|居民|住户|户数|人数)|(?:在册|在职)?党员|网格|楼栋|居民楼|住宅楼|小区|居民小区|住宅小区|驻区单位|辖区单位|(?:辖区|区域|占地|建筑|总|办公用房)?(?:占地|建筑)?面积|党支部|行政村|村民小组|居民小组|社区工作者|工作人员|楼院|志愿者|注册志愿者|网格员|专职网格员|经营主体|低保户|残疾人|老年人|商户|个体工商户|志愿服务队|志愿服务队伍|志愿队伍|文体队伍|楼栋长|楼院长|社会组织|退役军人|居民代表|独居老人|空巢老人|高龄老人|困难家庭|特困人员|物业企业|物业公司|老旧小区|保洁员|在校学生|幼儿园|学校|企业|养老服务站|商铺|门店|单位|业主|楼|社区)'
const stock = new RegExp(`^${nouns}$`)
/** A stock noun at the end, with nothing before it but scope and verbs. */
const stockName = new RegExp(
  `^(?:(?:按|以|在|核实|经核实|全?(?:社区|街道|辖区|镇|村|县|区|市)|本?社区|党委|党支部|党总支|有|共|辖|为|实际|登记|在册|在籍|目前|现|内|各|的)*|\\S{2,4}(?:社区|街道)(?:现|共|有|党委|党总支)*)(${nouns})$`,
)
const scope =
  /(?:全?(?:社区|街道|辖区|镇|村)(?:内|的|现有|共有|共|有)?|全体|共有?|现有|划分(?:为|成|了)?|分为|下设|下?辖有?|管辖)$/
const areaAfter = new RegExp(`^的(${nouns})(?:内|中|上|范围|[,。])`)

const placeOf = (before: string): string => {
  const name =
    /([\u4e00-\u9fff]{2,4})(?:社区|小区|村|街道|镇|乡|县|支部|网格|学校|公司)/.exec(before)?.[0] ?? ''
  return /^(?:我们|本|全|该|整个|现|共|实|按|以|在|各|核实|目前)/.test(name) ? '' : name
}

/** Verbs of doing, which a report exchanges freely: 开展活动46场, 举办活动46场. */
const doing = /^(?:开展|举办|组织|举行|进行|完成|实施|召开)+|(?:开展|举办|组织|举行|进行|完成|实施|召开)+$/g
/** What says that all of them are meant. */
const allThere = /(?:现有|共有|设有|拥有|下设|下辖|辖有|建有|配有|在册|全体|所有|全部)[^,。;]{0,6}$/
const allOfThem = /^的?[\u4e00-\u9fff]{2,8}?(?:全部|均|都|全体|逐一|逐户)/

const total = /共计|合计|总计|总共|一共|共|累计|全年/
/** What a sentence begins with that speaks of a whole year. */
const allYear = /^[^,。;]{0,6}(?:全年|一年[来中里]|今年以来|回顾[^,]{0,4}|年度|本年度|综上|总的来看)/

/** One name for what goes by several: 总户数 and 居民…户, 面积 with and without 辖区. */
const indicator = (key: string, quantity: Quantity): string => {
  if (quantity.unit === '户' && /^(?:居民|居民户|住户|业主|(?:居民)?总?户数|实有户数)$/.test(key))
    return '户数'
  if (/^(?:人|名|口)$/.test(quantity.unit) && /^(?:居民|总?人口|总人数)$/.test(key)) return '人口'
  if (/^[栋幢座]$/.test(quantity.unit) && /^(?:楼|楼栋|居民楼|住宅楼)$/.test(key)) return '楼栋'
  return key.replace(/^(?:辖区|区域|总)(?=面积)/, '')
}

interface Mention {
  quantity: Quantity
  key: string
  place: string
  passage: Passage
}

const anyMark = /[,。;:!?\n()、]/

const clauseOf = (text: string, quantity: Quantity): { before: string; after: string; sentence: string } => {
  const [from] = stretchAround(text, quantity.start, anyMark, { before: 40, after: 0 })
  const [, to] = stretchAround(text, quantity.unitEnd, anyMark, { before: 0, after: 16 })
  const [start] = stretchAround(text, from, sentenceEnd, { before: 60, after: 0 })
  return {
    before: text.slice(from, quantity.start),
    after: text.slice(quantity.unitEnd, to),
    sentence: text.slice(start, to),
  }
}

const mentionOf = (text: string, quantity: Quantity, passage: Passage): Mention | undefined => {
  if (quantity.hedge !== 'exact' || quantity.low !== quantity.high) return undefined
  if (quantity.low < 3 && quantity.kind === 'count') return undefined
  if (quantity.kind !== 'count' && quantity.kind !== 'money' && quantity.kind !== 'measure') return undefined
  const { before, after, sentence } = clauseOf(text, quantity)
  const told = sentence.slice(0, sentence.length - after.length)
  if (otherMatter.test(before) || otherMatter.test(told.slice(0, 10)) || /同比|其中|分别/.test(told))
    return undefined
  let bare = before.trim()
  for (let last = ''; last !== bare; ) {
    last = bare
    bare = bare.replace(adverbs, '').replace(tails, '')
  }
  const place = placeOf(before)
  const noun = quantity.subject.split('的')[0]!.replace(/[中里内]$/, '')
  // 共有18栋楼、936户: named by its unit, in a list of what there is.
  if (
    quantity.unit === '户' &&
    before === '' &&
    after === '' &&
    text[quantity.start - 1] === '、' &&
    /(?:共|现|辖)有?[^,。;]*$/.test(told)
  )
    return { quantity, key: '户数', place, passage }
  const own = (stockName.exec(bare) ?? [])[1]
  if (own) return { quantity, key: indicator(own, quantity), place, passage }
  if (
    stock.test(noun) &&
    after.startsWith(noun.slice(0, 1)) &&
    (scope.test(before) || /^[的]?[\u4e00-\u9fff]{2,8}(?:全部|均|都|全体|分别|各)/.test(after))
  )
    return { quantity, key: indicator(noun, quantity), place, passage }
  if (
    /^(?:平方公里|平方千米|平方米)$/.test(quantity.unit) &&
    /^的(?:辖区|区域|土地)/.test(after) &&
    /^在?$/.test(bare)
  )
    return { quantity, key: '面积', place, passage }
  const area = areaAfter.exec(after)?.[1]
  if (area && /^在?$/.test(bare)) return { quantity, key: indicator(area, quantity), place, passage }
  // A flow is the same only as a total, told in the same words: 共走访居民…户; a long name is told apart by itself.
  const named =
    total.test(before) ||
    allYear.test(told) ||
    /[\u4e00-\u9fff]{5}(?:投资|面积|资金|长度|规模|总数|总额)$/.test(bare)
  const matter = bare.replace(doing, '')
  if (after === '' || !noun.startsWith(after.slice(0, 2))) {
    if (bare.length >= 4 && matter.length >= 2 && named) return { quantity, key: matter, place, passage }
    const there = allThere.test(before) && noun.length >= 3 && bare.endsWith(noun)
    return there ? { quantity, key: noun, place, passage } : undefined
  }
  // 走访1200户居民, where another place has 走访居民1200户.
  if (total.test(before) && matter.length >= 2 && matter.length <= 6)
    return { quantity, key: matter + noun, place, passage }
  return noun.length >= 3 && (allThere.test(before) || allOfThem.test(after))
    ? { quantity, key: noun, place, passage }
    : undefined
}

const plans =
  /下一步|工作(?:安排|打算|计划|思路|设想)|(?:重点|主要)(?:任务|工作)|预期目标|奋斗目标|明年|下一年度?|来年|总体要求/
const results = /回顾|总结|成效|完成情况|主要做法|基本情况|存在(?:的)?问题|取得/

/** Whether the report has turned to its plans: headings tell. */
const looksAhead = (line: string, before: boolean): boolean => {
  const heading = line.length <= 45 && !/[。;]./.test(line)
  if (!heading) return before || /主要预期目标/.test(line)
  if (plans.test(line)) return true
  return results.test(line) ? false : before
}

const relationOf = (first: Quantity, again: Quantity, name: string, holds: boolean): Relation => ({
  kind: 'repeat',
  holds,
  result: again,
  terms: { first },
  certain: false,
  arithmetic: `“${name}”前文为 ${printQuantity(first)}，此处为 ${printQuantity(again)}`,
})

/** Told more often than this, a figure is a threshold or a slogan. */
const mostOften = 5

/** The same figure of the same thing, told again: 六大优势产业 … 六大优势产业. */
const toldAgain = (passages: Passage[]): Relation[] => {
  const seen = new Map<string, Quantity[]>()
  for (const { quantities } of passages)
    for (const quantity of quantities) {
      const { subject, unit, low, high, kind } = quantity
      if (subject.length < 3 || (low < 3 && kind === 'count')) continue
      const key = `${subject}/${unit}/${low}/${high}`
      const list = seen.get(key)
      if (list) list.push(quantity)
      else seen.set(key, [quantity])
    }
  return [...seen.values()].flatMap(([first, ...others]) =>
    others.length < mostOften ? others.map((other) => relationOf(first!, other, first!.subject, true)) : [],
  )
}

/** Another time, a plan, a part, a rate: of these a second figure may differ from the first by a digit too. */
const otherTime =
  /去年|上年|前年|同期|往年|此前|过去|原来|原有|计划|目标|力争|拟|明年|来年|下一步|确保|预计|其中|每|平均|均|季度|上半年|下半年|[一二三四五六七八九十\d\ue000-\uf8ff]月|首批|第[一二三四五六七八九十\d]|其[他余]|分别|各(?![类种项级])|另|比|较|占|率|减少|下降|降|增加|增长|增至|新增加|[由从]|以[上下]/
const acting =
  /^(?:开展|举办|组织|举行|进行|完成|实施|召开|建立|建成|建设|设立|成立|发放|发展|拥有|依托|通过|面对|针对|组成|对|为|给|向|把|将|在|按照?|该|本|全|我|社区|街道|镇|村|辖区|现|内|的|名下)+|(?:开展|举办|组织|举行|进行|完成|实施|召开|达|已|累计|共|建成)+$/g

/** What a figure is of, bare of verbs and scope: 微信群 of 建立微信群46个 and of 依托46个微信群. */
const matterOf = (text: string, quantity: Quantity): string | undefined => {
  const { before, after, sentence } = clauseOf(text, quantity)
  const told = sentence.slice(0, sentence.length - after.length)
  if (otherTime.test(before) || /去年|上年|同期|同比|其中|分别/.test(told)) return undefined
  // 对全街道38600人开展核查: all people there are.
  if (/全(?:社区|街道|镇|村|辖区)$/.test(before) && /^[人户]$/.test(quantity.unit))
    return quantity.unit === '人' ? '人口' : '户数'
  let bare = before.trim()
  for (let last = ''; last !== bare; ) {
    last = bare
    bare = bare.replace(adverbs, '').replace(tails, '').replace(acting, '')
  }
  const noun = quantity.subject
    .split(/的|设有|全部|均|都|已|共|实现|受益|参与|直|开展|进行/)[0]!
    .replace(/[中里内]$/, '')
    .replace(acting, '')
  const follows = /^的?([\u4e00-\u9fff]{2,8})/.exec(after)?.[1]
  const isNoun = follows !== undefined && quantity.subject.startsWith(follows.slice(0, 2))
  const measured =
    (quantity.kind === 'measure' && bare.length >= 2) || (after.startsWith('的') && bare.length >= 3)
  const own = isNoun && noun.length >= 2 && !measured ? noun : bare
  const head = own.replace(/(?:对象|家庭|户|人员|群众|数量|总数|总量)$/, '')
  const named = head.length >= 2 ? head : own
  return named.length >= 2 && named.length <= 14 ? named : undefined
}

/** Further apart than this, in paragraphs, the same words of a long report may mean something else. */
const farApart = 60

interface Told {
  quantity: Quantity
  matter: string
  passage: number
}

/** 6.2万常住人口 counts people as 常住人口6.2万人 does. */
const countedIn = (quantity: Quantity): string =>
  quantity.unit === '' && /人口|居民|群众|学生|人$/.test(quantity.subject) ? '人' : unitClass(quantity)

const exactFigures = (text: string, passages: Passage[]): Told[] =>
  passages.flatMap((passage, at) =>
    passage.quantities.flatMap((quantity) => {
      if (quantity.hedge !== 'exact' || quantity.low !== quantity.high || quantity.low < 1.2) return []
      if (!/^(?:count|money|measure)$/.test(quantity.kind) || quantity.text.length < 2) return []
      const matter = matterOf(text, quantity)
      return matter === undefined ? [] : [{ quantity, matter, passage: at }]
    }),
  )

const groupedBy = (told: Told[], keyOf: (one: Told) => string): Told[][] => {
  const groups = new Map<string, Told[]>()
  for (const one of told) {
    const key = keyOf(one)
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return [...groups.values()].filter((group) => group.length > 1 && group.length <= 3)
}

const sortedDigits = ({ low }: Quantity): string => [...String(low)].sort().join('')

/** 养老驿站 and 养老驿站建筑面积, 排查隐患 and 排查消防隐患: one name lies within the other. */
const sameMatter = (a: string, b: string): boolean => {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (long.includes(short)) return true
  let at = 0
  for (const c of long) if (c === short[at]) at++
  return short.length >= 4 && at === short.length
}

/**
 * The same thing told with figures that differ as a slip of the hand makes them: 走访186户 … 走访168户. So much
 * likeness needs no word that says that all are meant.
 */
const slips = (text: string, passages: Passage[]): Relation[] => {
  const told = exactFigures(text, passages)
  const pairs = [
    ...groupedBy(told, ({ quantity, matter }) => `${matter}/${countedIn(quantity)}`),
    ...groupedBy(told, ({ quantity }) => `${sortedDigits(quantity)}/${countedIn(quantity)}`),
  ].flatMap((group) => {
    const [first, ...others] = group as [Told, ...Told[]]
    const differing = others.filter((x) => x.quantity.low !== first.quantity.low)
    const [other] = differing
    if (!other || differing.length > 1 || other.passage - first.passage > farApart) return []
    // In one sentence a whole stands beside its part.
    if (!/[。!?;\n]/.test(text.slice(first.quantity.end, other.quantity.start))) return []
    const [a, b] = [first.quantity.low, other.quantity.low]
    const alike =
      isExchange(a, b) ||
      (first.matter === other.matter && a % 10 !== 0 && b % 10 !== 0 && isTellingSlip(b, a))
    return alike && sameMatter(first.matter, other.matter) ? [{ first, other }] : []
  })
  const seen = new Set<Quantity>()
  return pairs.flatMap(({ first, other }) => {
    if (seen.has(other.quantity)) return []
    seen.add(other.quantity)
    return [relationOf(first.quantity, other.quantity, first.matter, false)]
  })
}

/** The same indicator stated twice in a report: same words, same unit, nothing that tells them apart. */
export const findRepeats = (text: string, passages: Passage[]): Relation[] => {
  const mentions = new Map<string, Mention[]>()
  let ahead = false
  const looksBack = passages.filter(({ skeleton }) => {
    ahead = looksAhead(skeleton, ahead)
    return !ahead
  })
  for (const passage of looksBack) {
    for (const quantity of passage.quantities) {
      const mention = mentionOf(text, quantity, passage)
      if (!mention) continue
      const key = `${mention.key}/${unitClass(quantity)}`
      const list = mentions.get(key)
      if (list) list.push(mention)
      else mentions.set(key, [mention])
    }
  }
  const out = toldAgain(passages)
  const settled = new Set(out.map((relation) => relation.result))
  for (const list of mentions.values()) {
    const [first, ...others] = list
    if (!first || others.length === 0 || list.length > 6) continue
    for (const other of others) {
      const holds = meet(intervalOf(first.quantity), intervalOf(other.quantity))
      if (!holds && first.place !== other.place && first.place && other.place) continue
      const near =
        (other.quantity.low > first.quantity.low / 3 && other.quantity.low < first.quantity.low * 3) ||
        looksLikeSlip(first.quantity.low, other.quantity.low)
      if (!holds && (list.length > 3 || !near)) continue
      if (!settled.has(other.quantity)) out.push(relationOf(first.quantity, other.quantity, first.key, holds))
    }
  }
  const told = new Set(out.map((relation) => relation.result))
  return [...out, ...slips(text, looksBack).filter((relation) => !told.has(relation.result))]
}
