import type { MetricDefinition } from '../../../core/definition/index.ts'
import { normalise } from '../../../documents/text/index.ts'
import type { AreaView } from '../../../platform/contract/session.ts'
import { cutWords } from './cut-words.ts'
import type { Lexicon } from './lexicon.ts'
import type { Passage, StatedQuantity } from './passage.ts'
import { doing, founding, hedgeAfter, hedgeBefore } from './plain-words.ts'
import { type Days, readDays } from './read-days.ts'
import { readPhrase } from './read-phrase.ts'
import { areaOf, type Place, readPlaces } from './read-place.ts'
import { spoken } from './spoken.ts'
import { type Target, targetOf } from './target.ts'

/** What a number is believed to be, or why that cannot be told. */
export interface Match {
  readonly quantity: StatedQuantity
  /** The words that name what is counted, as a person may teach them. */
  readonly phrase: string
  /** Likeliest first. */
  readonly metrics: readonly MetricDefinition[]
  readonly area: string | undefined
  /** Day of a state, or last day of the period. */
  readonly asOf: string | undefined
  /** First day of the period; undefined for a state. */
  readonly from: string | undefined
  /** Why the number must not be held against the first metric; empty where it may. */
  readonly doubts: readonly string[]
  /** A person taught that no metric counts this. */
  readonly none: boolean
}

interface Around {
  /** The area that the report is about. */
  readonly area: string
  /** The day to which the report speaks where a sentence names none. */
  readonly asOf: string
  readonly areas: readonly AreaView[]
}

const hardBreak = /[，,。；;：:！？!?\n（）()]/
const coming = /新|增|退|减|迁|注销|移出/
const standing = /有|登记|在册|实有|常住|总数|在保|总人口|户籍/

const counts = ({ kind, unit }: StatedQuantity): boolean =>
  kind !== 'age' && kind !== 'duration' && unit !== '岁'

const plain = (text: string): string => normalise(text).text.replace(/\s/g, '')

const cutOut = (text: string, spans: readonly { start: number; end: number }[]): string =>
  [...spans]
    .sort((one, other) => other.start - one.start)
    .reduce((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text)

interface Window {
  /** From the break or the number before up to the number. */
  readonly before: string
  /** What follows the number up to the break, where no other number does. */
  readonly after: string
  /** The clause goes on from the number before it. */
  readonly continues: boolean
}

const nounEnd = (text: string, { unitEnd, subject }: StatedQuantity): number => {
  const at = text.startsWith('的', unitEnd) ? unitEnd + 1 : unitEnd
  return subject && text.startsWith(subject, at) ? at + subject.length : unitEnd
}

const windowOf = ({ text, quantities }: Passage, index: number): Window => {
  const quantity = quantities[index]!
  const counted = quantities.filter(counts)
  const at = counted.indexOf(quantity)
  const [previous, next] = [counted[at - 1], counted[at + 1]]
  const floor = previous ? nounEnd(text, previous) : 0
  let start = quantity.start
  const back = (at: number): number => {
    let from = at
    while (from > floor && !hardBreak.test(text[from - 1]!)) from--
    // 高龄老年人（80周岁以上）12人: what is bracketed belongs to the noun before it.
    const open = /[）)]/.test(text[from - 1] ?? '') ? text.slice(floor, from).search(/[（(][^（(]*$/) : -1
    return open < 0 || from <= floor ? from : back(floor + open)
  }
  start = back(start)
  let before = text.slice(start, quantity.start)
  // 残疾人数方面，共120人 · 残疾人中，一级的12人: the clause alone names nothing, or a part of the one before.
  const says = before.replace(/[共有约计为达到了总现的]/g, '')
  if (start > floor && (says === '' || /[中里](?:面|间)?$/.test(text.slice(floor, start - 1)))) {
    const earlier = back(start - 1)
    before = text.slice(earlier, start - 1) + before
  }
  let end = quantity.unitEnd
  while (end < text.length && !hardBreak.test(text[end]!) && text[end] !== '、') end++
  const own = nounEnd(text, quantity)
  const runsInto = next !== undefined && next.start < end
  return {
    before,
    after: text.slice(quantity.unitEnd, runsInto ? own : Math.max(end, own)),
    continues: start === floor && previous !== undefined,
  }
}

const trimmed = (lexicon: Lexicon, words: string): string => {
  const pieces = cutWords(lexicon, words)
  const says = pieces.map(
    (piece) => piece.ages.length > 0 || !piece.words.some(({ kind }) => kind === 'neutral'),
  )
  const first = says.indexOf(true)
  const last = says.lastIndexOf(true)
  return first < 0
    ? ''
    : pieces
        .slice(first, last + 1)
        .map(({ text }) => text)
        .join('')
}

interface When {
  readonly asOf?: string
  readonly from?: string
  readonly doubt?: string
}

const whenOf = (metric: MetricDefinition, days: Days | undefined, asOf: string): When => {
  const flow = metric.kind === 'count' ? metric.flow : metric.numerator.flow
  if (flow === 'stock') {
    if (!days) return { asOf }
    if (days.kind === 'day')
      return days.on <= asOf ? { asOf: days.on } : { doubt: `说的是 ${days.on}，晚于截止日 ${asOf}` }
    if (days.from > asOf) return { doubt: `说的是 ${days.from} 以后，晚于截止日 ${asOf}` }
    return { asOf: days.to <= asOf ? days.to : asOf }
  }
  if (days?.kind !== 'period') return { doubt: '没有写明是哪一段时间的新增或退出' }
  if (days.from > asOf) return { doubt: `说的是 ${days.from} 以后，晚于截止日 ${asOf}` }
  return { from: days.from, asOf: days.to <= asOf ? days.to : asOf }
}

/** The ratio whose parts are these two: 老年人占常住人口. */
const ratioOf = (lexicon: Lexicon, before: string, parent: Target | undefined): MetricDefinition[] => {
  const at = before.lastIndexOf('占')
  if (at < 0) return []
  const over = readPhrase(lexicon, before.slice(0, at), '人', undefined).target ?? parent
  const whole = before.slice(at + 1)
  const under = /^[比有]/.test(whole) ? undefined : readPhrase(lexicon, whole, '人', undefined).target
  if (!under && !/^[比有]/.test(whole)) return []
  const key = ({ of, measure, flow, conditions }: Target) =>
    JSON.stringify([of.name, measure, flow, Object.entries(conditions).sort()])
  if (!over) return []
  return [...lexicon.metrics.values()].filter(
    (metric) =>
      metric.kind === 'ratio' &&
      key(targetOf(metric.numerator)) === key(over) &&
      (!under || key(targetOf(metric.denominator)) === key(under)),
  )
}

interface Carried {
  place: Place | undefined
  days: Days | undefined
}

/** What the numbers of a passage count, where and when. */
const matchPassage = (lexicon: Lexicon, passage: Passage, around: Around, carried: Carried): Match[] => {
  let parent: Target | undefined
  let head: Target | undefined
  let doubted = false
  return passage.quantities.flatMap((quantity, index) => {
    if (!counts(quantity) || quantity.kind === 'points' || quantity.kind === 'ratio') return []
    const window = windowOf(passage, index)
    const lead = plain(passage.text.slice(0, quantity.start - window.before.length))
    const before = plain(window.before).replace(hedgeBefore, '')
    const after = plain(window.after).replace(hedgeAfter, '')
    const days = readDays(before, around.asOf)
    const undated = cutOut(before, days)
    const places = readPlaces(undated, around.areas)
    const bare = spoken(cutOut(undated, places))
    const words = `${bare.replace(hedgeBefore, '')},${spoken(after)}`
    const inherits = /^[、,]?(?:其中|包括|包含|含|分别)/.test(bare) || window.continues
    const reading = readPhrase(lexicon, words, quantity.unit, head)
    const percent = quantity.unit === '%'
    const ratios = percent && reading.metrics.length === 0 ? ratioOf(lexicon, bare, parent) : []
    const metrics = [...reading.metrics, ...ratios]
    const metric = metrics[0]

    const leadDays = readDays(lead, around.asOf)
    const when = days.at(-1)?.days ?? leadDays.at(-1)?.days ?? carried.days
    const leadPlaces = readPlaces(cutOut(lead, leadDays), around.areas)
    const place = places.at(-1)?.place ?? leadPlaces.at(-1)?.place ?? carried.place
    const doubts: string[] = []
    // A word of the metric's own title says nothing new.
    const unknown = reading.unknown.filter(
      (word) => !metric || word.length < 2 || !metric.title.split('（')[0]!.includes(word),
    )
    if (unknown.length > 0 && ratios.length === 0) doubts.push(`“${unknown.join('')}”可能改变了所数的对象`)
    if (ratios.length > 0 && !/占(?!比)/.test(bare)) doubts.push('没有写明占什么的比例')
    if (reading.bare) doubts.push('只说了类别，没有说是哪些人里的')
    if (metric?.kind === 'count' && metric.sum && metric.name.includes(';'))
      doubts.push('分类是队伍的，不是人的')
    if (reading.torn || metrics.length > 1) doubts.push('不止一个指标像它')
    const flows = metric?.kind === 'count' && metric.flow !== 'stock' && coming.test(before)
    if (doing.test(lead) && !standing.test(before) && !flows) doubts.push('前面说的是做了什么，不一定是总数')
    if (doubted && (inherits || !reading.ownHead)) doubts.push('它是前一个数的一部分，前一个数就不能确定')
    if (places.length > 1) doubts.push('说到了不止一个地方')
    if (founding.test(before) && when?.kind === 'period') doubts.push('可能是期间新建的数')
    if (metric?.title.includes('月') && !/月/.test(before)) doubts.push('没有写明是每月的数')
    if (quantity.kind === 'percent' && metric && metric.unit !== '%') doubts.push('单位不同')
    const area = areaOf(place, around.area)
    if (area === undefined)
      doubts.push(
        place?.kind === 'foreign'
          ? `说的是“${place.name}”，不是台账里的一个区域`
          : `“${place?.name}”是哪里说不准`,
      )
    const cut = metric ? whenOf(metric, when, around.asOf) : {}
    if (cut.doubt) doubts.push(cut.doubt)

    parent = reading.target ?? parent
    if (reading.ownHead && reading.target) head = reading.target
    doubted = doubts.length > 0
    return [
      {
        quantity,
        phrase: trimmed(lexicon, words.replace(',', '')),
        metrics,
        area,
        asOf: cut.asOf,
        from: cut.from,
        doubts,
        none: reading.none,
      },
    ]
  })
}

/**
 * Says of each number which metric of the catalogue it states, for which area and day. Pure: the same report,
 * catalogue and areas give the same matches. Prefers a doubt to a wrong match.
 */
export const matchPassages = (lexicon: Lexicon, passages: readonly Passage[], around: Around): Match[] => {
  let paragraph = -1
  let carried: Carried = { place: undefined, days: undefined }
  return passages.flatMap((passage) => {
    if (passage.paragraph !== paragraph) {
      paragraph = passage.paragraph
      carried = { place: readPlaces(plain(passage.heading), around.areas).at(-1)?.place, days: undefined }
    }
    const matches = matchPassage(lexicon, passage, around, carried)
    const whole = plain(passage.text)
    carried = {
      place: readPlaces(whole, around.areas).at(-1)?.place ?? carried.place,
      days: readDays(whole, around.asOf).at(-1)?.days ?? carried.days,
    }
    return matches
  })
}
