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
  while (i > lowest && !clauseBreak.test(text[i - 1]!)) i--
  return i
}

const phraseAfter = (text: string, quantity: Quantity): string => {
  const skip = /^(?:以上|以下|左右|上下|以内|内(?![容部外设]))?的?/.exec(
    text.slice(quantity.unitEnd, quantity.unitEnd + 6),
  )
  const at = quantity.unitEnd + (skip ? skip[0].length : 0)
  return text.slice(at, nounPhraseEnd(text, at))
}

/** 连续8年荣获省文明社区称号, 5个工作日内调查核实: what went on for so long. */
const predicateAfter = (text: string, quantity: Quantity): string =>
  /^(?:以内|之内|内|来)?的?([^,。;:!?、\n()]*)/.exec(
    text.slice(quantity.unitEnd, quantity.unitEnd + 24),
  )?.[1] ?? ''

const isRate = (quantity: Quantity): boolean => quantity.kind === 'percent' || quantity.kind === 'ratio'

const indicators =
  /(?:增加值|零售额|可支配收入|收入|吞吐量|发送量|总额|投资|产值|产量|人次|花费|面积|占比|出口|进口|销售额|数量|比例|率)$/

/** 分别增长6.9%、8.4%: the n-th figure belongs to the n-th of the things named. */
const distributed = (phrase: string, index: number): string => {
  const parts = /^(.*?)(?:分别|各)(.*)$/.exec(phrase)
  if (!parts) return phrase
  const names = parts[1]!.split(/[、和及与]/).filter(Boolean)
  const name = names[index]
  if (!name) return `${parts[1]}${parts[2]}`
  const tail = indicators.exec(names.at(-1)!)?.[0] ?? ''
  return `${name}${name.endsWith(tail) ? '' : tail}${parts[2]}`
}

/** Words that count nothing of their own: what the figure before counted is meant. */
const borrowed =
  /^(?:其中|累计|总量|总计|共计|合计|总数|新增|总额|规模|同比|比上年|较上年|年均|达到?|均|仅|约|为|含|包含|进行|将|统筹|成立|现实|实有|现有|不含|增长|下降|提高|增加|减少|提升|上升|增幅|降幅)+$/
const change = /(增长|下降|提高|提升|增加|减少|上升|回落|降低)/

/** 的 after the figure makes an attribute of it: 500亿元的基金. */
const isAttribute = (text: string, quantity: Quantity): boolean =>
  /^(?:以上|以下|左右|以内)?的/.test(text.slice(quantity.unitEnd, quantity.unitEnd + 4))

/** The phrase before or after the figure, as its kind has it. */
const ownSubject = (text: string, quantity: Quantity, before: string, raw: string): string => {
  const after = phraseAfter(text, quantity)
  const noun = after.length > 0 && !startsLikeClause(after)
  if (isRate(quantity))
    return isAttribute(text, quantity) &&
      !(before && aims.test(after)) &&
      !/(?:率|比例|比重|占比)[^,]{0,6}$/.test(raw)
      ? after
      : before
  if (quantity.unit === '者' || quantity.unit === '国') return before
  if (quantity.kind === 'duration' || quantity.kind === 'age') {
    const within = /^[之以]?内/.test(text.slice(quantity.unitEnd, quantity.unitEnd + 2))
    if (quantity.kind === 'duration' && (/连续$/.test(raw) || within))
      return predicateAfter(text, quantity) || before
    return isAttribute(text, quantity) && after ? after : before || after
  }
  if (quantity.kind === 'money' && !isAttribute(text, quantity) && after.length < 2) return before || after
  if (noun) return after
  return isOnlyVerb(before) ? predicateAfter(text, quantity) || before : before || after
}

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
  quantity.kind !== 'count' && /(?:分别|各(?:增|占|达|为))[^、;]{0,12}$/.test(raw)

/**
 * Fills in what each quantity counts: the phrase after it where one follows (16个行政村), else the phrase
 * before it in its clause (户籍人口4.6万人), else what the figure before it counted.
 */
export const subjectsOf = (text: string, quantities: Quantity[]): void => {
  let previous: Quantity | undefined
  let group: { phrase: string; index: number } | undefined
  /** Where the phrase of the figure before ends: the next one's phrase cannot begin earlier. */
  let floor = 0
  for (const quantity of quantities) {
    const raw = text.slice(clauseStart(text, quantity.start, floor), quantity.start)
    const between = previous ? text.slice(previous.unitEnd, quantity.start) : ''
    const joined = previous !== undefined && /^\s*[、和及与或至到~—-]{1,2}\s*$/.test(between)
    if (opensGroup(quantity, raw)) {
      const whole = text.slice(clauseStart(text, quantity.start, previous?.unitEnd ?? 0), quantity.start)
      group = { phrase: stripTrailingLinks(whole).replace(/^[、和及与]/, ''), index: 0 }
    } else if (joined && group) group.index++
    else group = undefined
    const before = stripLeadingVerbs(stripTrailingLinks(raw))
    let subject = group ? distributed(group.phrase, group.index) : ownSubject(text, quantity, before, raw)
    const near = previous !== undefined && between.length < 120 && !/[。!?\n]/.test(between)
    if (near && (!subject || borrowed.test(subject))) {
      const head = previous!.subject.replace(/(?:增长|下降|提高|提升|增加|减少|上升)$/, '')
      subject = head + (isRate(quantity) ? (change.exec(raw)?.[1] ?? '') : '')
    }
    quantity.subject = subject
    previous = quantity
    floor = quantity.unitEnd
    if (subject && text.startsWith(subject, quantity.unitEnd)) floor += subject.length
  }
  shareSubjects(quantities)
}
