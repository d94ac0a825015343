import {
  isOnlyVerb,
  nounPhraseEnd,
  startsLikeClause,
  stripLeadingVerbs,
  stripTrailingLinks,
} from './phrase.ts'
import type { Quantity } from './quantity.ts'

const clauseBreak = /[,。;:!?\n()]/
const longestClause = 60

/** Start of the clause that ends at `at`, no further left than `floor`. */
const clauseStart = (text: string, at: number, floor: number): number => {
  const lowest = Math.max(floor, at - longestClause)
  let i = at
  while (i > lowest) {
    if (text[i - 1] === ')') {
      // 浙江中欧班列(义新欧)开行: a gloss in brackets does not end the clause.
      const open = text.lastIndexOf('(', i - 1)
      if (open <= lowest || i - open > 14 || /[\d,;:。]/.test(text.slice(open, i))) break
      i = open
    } else if (clauseBreak.test(text[i - 1]!)) break
    else i--
  }
  return i
}

const glosses = /\([^()]{0,12}\)/g

const phraseAfter = (text: string, quantity: Quantity): string => {
  const skip = /^(?:以上|以下|左右|上下|以内|内(?![容部外设]))?的?/.exec(
    text.slice(quantity.unitEnd, quantity.unitEnd + 6),
  )
  const at = quantity.unitEnd + (skip ? skip[0].length : 0)
  // 15个以县城为重要载体的新型城镇化建设试点: the noun follows its attribute.
  const attribute = /^以[^,。;、]{1,12}[为的][^,。;、]{1,12}?的(?=[\u4e00-\u9fff“])/.exec(
    text.slice(at, at + 28),
  )
  const from = at + (attribute ? attribute[0].length : 0)
  return text.slice(from, nounPhraseEnd(text, from)).replace(/[和与及]$/, '')
}

/** 连续8年荣获省文明社区称号, 5个工作日内调查核实: what went on for so long. */
const predicateAfter = (text: string, quantity: Quantity): string =>
  /^(?:以内|之内|内|来)?的?([^,。;:!?、\n()]*)/.exec(
    text.slice(quantity.unitEnd, quantity.unitEnd + 24),
  )?.[1] ?? ''

const isRate = (quantity: Quantity): boolean => quantity.kind === 'percent' || quantity.kind === 'ratio'

const indicators =
  /(?:增加值占[^、]{2,10}比重|占[^、]{2,10}(?:比重|比例)|增加值|零售额|可支配收入|收入|吞吐量|发送量|总额|投资|产值|产量|人次|花费|面积|占比|出口|进口|销售额|数量|比例|率)$/

/** 分别增长6.9%、8.4%: the n-th figure belongs to the n-th of the things named. */
const distributed = (phrase: string, index: number): string => {
  const parts = /^(.*?)(?:分别|各)(.*)$/.exec(phrase)
  if (!parts) return phrase
  const names = parts[1]!.split(/[、和及与]/).filter(Boolean)
  // 2022年、2023年低保户分别为: years are no things counted.
  if (/^(?:\d{4}|[去今上前])年?$/.test(names[0] ?? ''))
    return names.at(-1)!.replace(/^(?:\d{4}年|[去今上前]年)/, '') + parts[2]!
  const name = names[index]
  if (!name) return `${parts[1]}${parts[2]}`
  const last = names.at(-1)!
  const own = indicators.exec(last)?.[0] ?? ''
  // 职工、居民住院报销比例, 食品、药品抽检合格率: short names share all that follows the last of them.
  const shared = name.length <= 3 && last.length > name.length + own.length ? last.slice(name.length) : own
  const tail = own !== '' && indicators.test(name) ? '' : shared
  return `${name}${name.endsWith(tail) ? '' : tail}${parts[2]}`
}

/** Words that count nothing of their own: what the figure before counted is meant. */
const borrowed =
  /^(?:其中|累计|总量|总计|共计|合计|总数|新增|总额|规模|惠及|受益|同比|比上年|较上年|年均|达到?|均|仅|约|为|含|包含|较|比|[年月]?前|进行|将|统筹|成立|现实|实有|现有|不含|增长|下降|提高|增加|减少|提升|上升|增幅|降幅)+$/
const change = /(增长|下降|提高|提升|增加|减少|上升|回落|降低)/

/** 的 after the figure makes an attribute of it: 500亿元的基金. */
const isAttribute = (text: string, quantity: Quantity): boolean =>
  /^(?:以上|以下|左右|以内)?的/.test(text.slice(quantity.unitEnd, quantity.unitEnd + 4))

/** The phrase before or after the figure, as its kind has it. */
const ownSubject = (text: string, quantity: Quantity, before: string, raw: string): string => {
  const after = phraseAfter(text, quantity)
  const noun = after.length > 0 && !startsLikeClause(after)
  // 年吞吐量超过5000万标准箱的世界大港: the indicator before is what the figure measures.
  if (measured.test(before) && isAttribute(text, quantity)) return before
  // 覆盖全省90%乡镇卫生院: a rate of what follows.
  if (isRate(quantity) && noun && /覆盖(?:全[省市县区街])?(?:约|近|超|超过)?$/.test(raw)) return after
  if (isRate(quantity))
    return isAttribute(text, quantity) &&
      !(before && aims.test(after)) &&
      !/(?:率|比例|比重|占比)[^,]{0,6}$/.test(raw)
      ? after
      : before || (noun ? after : '')
  if (quantity.unit === '者' || quantity.unit === '国') return before
  if (/^[金银铜]$/.test(quantity.unit)) return `${quantity.unit}牌`
  if (quantity.kind === 'duration' || quantity.kind === 'age') {
    const within = /^[之以]?内/.test(text.slice(quantity.unitEnd, quantity.unitEnd + 2))
    // 数字经济增速连续9年位居前列: what went on, of what.
    const going = predicateAfter(text, quantity)
    if (quantity.kind === 'duration' && /连续$/.test(raw))
      return isOnlyVerb(before) || before === '连续' ? going || before : before + going
    if (quantity.kind === 'duration' && within) return going || before
    return isAttribute(text, quantity) && after ? after : before || after
  }
  if (quantity.kind === 'money' && !isAttribute(text, quantity) && after.length < 2)
    return (isOnlyVerb(before) ? predicateAfter(text, quantity) : '') || before || after
  if (noun) return after
  return isOnlyVerb(before) ? predicateAfter(text, quantity) || before : before || after
}

/** 85%以上农户: a rate of what follows, where nothing stands before. */
const measured =
  /[^总](?:吞吐量|产值|产量|收入|营收|投资|销售额|里程|销量|装机|出口额|进口额)(?:达到?|超过?|突破)?$/

/** 80%的工作目标: the figure is an aim for what stands before it. */
const aims = /(?:目标|要求|速度|标准|水平|任务|比例|增速)$/

/** 为1101户2076人办理低保: figures side by side count the same. */
const shareSubjects = (quantities: Quantity[]): void => {
  for (let i = quantities.length - 2; i >= 0; i--) {
    const [quantity, next] = [quantities[i]!, quantities[i + 1]!]
    const adjoining = next.start === quantity.unitEnd && next.kind === 'count' && quantity.kind === 'count'
    if (adjoining && (!quantity.subject || isOnlyVerb(quantity.subject))) quantity.subject = next.subject
  }
}

/** 分别 right before the figure opens a list of figures for the things named before it. */
const opensGroup = (quantity: Quantity, raw: string): boolean =>
  /(?:分别|各(?:增|占|达|为))[^、;]{0,12}$/.test(raw) &&
  (quantity.kind !== 'count' || /^[^分]*[、和及与].*分别|^(?:累计|总数|总计)?分别/.test(raw.trim()))

/** 占全国: of what was just named. */
const ofAll = /^(?:全[国省市区县]|世界|全球|总量|[一-龥]{2}省)(?:的|总量|比重|比例|份额)*$/

/**
 * Fills in what each quantity counts: the phrase after it where one follows (16个行政村), else the phrase
 * before it in its clause (户籍人口4.6万人), else what the figure before it counted.
 */
export const subjectsOf = (text: string, quantities: Quantity[]): void => {
  let previous: Quantity | undefined
  let group: { phrase: string; index: number; names?: string[] } | undefined
  /** Subjects of figures in a row: a later 累计分别达到 speaks of them again. */
  let row: string[] = []
  /** Where the phrase of the figure before ends: the next one's phrase cannot begin earlier. */
  let floor = 0
  for (const quantity of quantities) {
    const raw = text.slice(clauseStart(text, quantity.start, floor), quantity.start).replace(glosses, '')
    const between = previous ? text.slice(previous.unitEnd, quantity.start) : ''
    const joined = previous !== undefined && /^\s*[、和及与或至到~—-]{1,2}\s*$/.test(between)
    if (opensGroup(quantity, raw)) {
      const whole = text
        .slice(clauseStart(text, quantity.start, previous?.unitEnd ?? 0), quantity.start)
        .replace(glosses, '')
      group = { phrase: stripTrailingLinks(whole).replace(/^[、和及与]/, ''), index: 0 }
      if (/^(?:累计|总数|总计)?分别/.test(raw.trim()) && row.length > 1) group.names = row
    } else if (joined && group) group.index++
    else group = undefined
    const before = stripLeadingVerbs(stripTrailingLinks(raw))
    let subject = group
      ? (group.names?.[group.index] ?? distributed(group.phrase, group.index))
      : ownSubject(text, quantity, before, raw)
    if (!group && isRate(quantity) && /占[^,、]*$/.test(raw) && ofAll.test(subject)) subject = ''
    const near = previous !== undefined && between.length < 120 && !/[。!?\n]/.test(between)
    if (near && (!subject || borrowed.test(subject))) {
      const head = previous!.subject.replace(/(?:增长|下降|提高|提升|增加|减少|上升)$/, '')
      subject = head + (isRate(quantity) ? (change.exec(raw)?.[1] ?? '') : '')
    }
    row = joined ? [...row, subject].slice(-12) : [subject]
    quantity.subject = subject
    previous = quantity
    floor = quantity.unitEnd
    if (subject && text.startsWith(subject, quantity.unitEnd)) floor += subject.length
  }
  shareSubjects(quantities)
}
