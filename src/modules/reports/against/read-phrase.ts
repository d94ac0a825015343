import type { CountMetric, MetricDefinition } from '../../../core/definition/index.ts'
import { findMetric } from '../../../platform/server/figures/segment.ts'
import { cutWords, isUnknown, type Piece } from './cut-words.ts'
import { findMetrics, unitFits } from './find-metrics.ts'
import type { Lexicon, Word } from './lexicon.ts'
import { doing } from './plain-words.ts'
import { type Target, targetOf } from './target.ts'

/** What a phrase counts, as far as its words tell. */
export interface PhraseReading {
  /** The first is the likeliest. */
  readonly metrics: readonly MetricDefinition[]
  /** What the first counts, for parts that follow; absent where nothing was named. */
  readonly target: Target | undefined
  /** Whether the phrase named it itself, and did not lean on what was named before. */
  readonly ownHead: boolean
  /** Words that were not understood. */
  readonly unknown: readonly string[]
  /** Only a code was named, such as 应届毕业生, and of whom it is one was left out. */
  readonly bare: boolean
  /** More than one thing may be meant. */
  readonly torn: boolean
  /** A person taught that no metric counts this. */
  readonly none: boolean
}

type CodeWord = Extract<Word, { kind: 'code' }>

const metricWords = ({ words }: Piece): MetricDefinition[] =>
  words.flatMap((word) => (word.kind === 'metric' ? [word.metric] : []))
const codeWords = ({ words }: Piece): CodeWord[] =>
  words.flatMap((word) => (word.kind === 'code' ? [word] : []))
const isNeutral = ({ words }: Piece): boolean => words.some(({ kind }) => kind === 'neutral')

/** Heads first by how well the unit fits, then as the catalogue has them. */
const byUnit = (metrics: readonly MetricDefinition[], unit: string): MetricDefinition[] => {
  const fitting = metrics.filter((metric) => unitFits(metric, unit))
  return fitting.length > 0 ? fitting : [...metrics]
}

const union = (one: string | undefined, other: string): string =>
  [...new Set([...(one?.split('|') ?? []), other])].sort().join('|')

const leavesOut = (head: MetricDefinition, others: readonly MetricDefinition[]): boolean =>
  head.kind === 'count' &&
  head.where === undefined &&
  others.some(
    (other) =>
      other !== head && other.kind === 'count' && other.of.kind === 'ledger' && other.of.of === head.of,
  )

interface Gathered {
  target: Target
  unknown: string[]
}

/** Adds what codes, ages and flows of the phrase say to what its noun says. */
const narrow = (base: Target, pieces: readonly Piece[], ageAt: number): Gathered => {
  const conditions: Record<string, string> = { ...base.conditions }
  let { flow } = base
  const unknown: string[] = []
  const own = new Set<string>()
  for (const piece of pieces) {
    const code = codeWords(piece).find(({ of }) => of === base.of)
    const way = piece.words.find((word) => word.kind === 'flow')
    const part = piece.words.find((word) => word.kind === 'part' && word.metric.of === base.of)
    if (
      piece.ages.length > 0 &&
      !(piece.words.length > 0 && Object.keys(base.conditions).some((path) => path.endsWith('age')))
    ) {
      const path = base.of.kind === 'ledger' ? 'person.age' : 'age'
      conditions[path] = piece.ages[Math.min(ageAt, piece.ages.length - 1)]!
    } else if (
      code &&
      metricWords(piece).every((metric) => metric.kind !== 'count' || metric.of !== base.of)
    ) {
      conditions[code.path] =
        own.has(code.path) || code.path in base.conditions
          ? union(conditions[code.path], code.code)
          : code.code
      own.add(code.path)
      // 参加培训 is a code of what somebody wishes, and what somebody did.
      if (doing.test(piece.text)) unknown.push(piece.text)
    } else if (part?.kind === 'part') Object.assign(conditions, targetOf(part.metric).conditions)
    else if (way?.kind === 'flow') flow = way.flow
    else if (metricWords(piece).length === 0 && !isNeutral(piece)) unknown.push(piece.text)
  }
  return { target: { ...base, conditions, flow }, unknown }
}

const nothing = (pieces: readonly Piece[]): PhraseReading => ({
  metrics: [],
  target: undefined,
  ownHead: false,
  unknown: pieces.filter((piece) => isUnknown(piece)).map(({ text }) => text),
  bare: false,
  torn: false,
  none: false,
})

/** Joins two nouns of one ledger: 老年 + 残疾人, both conditions hold. */
const joinHeads = (heads: readonly CountMetric[]): Target => {
  const targets = heads.map(targetOf)
  const first = targets[0]!
  return {
    of: first.of,
    measure: targets.find(({ measure }) => measure !== 'count')?.measure ?? 'count',
    flow: targets.find(({ flow }) => flow !== 'stock')?.flow ?? 'stock',
    conditions: targets.reduce<Record<string, string>>((all, { conditions }) => {
      for (const [path, value] of Object.entries(conditions))
        all[path] = all[path] === undefined || all[path] === value ? value : union(all[path], value)
      return all
    }, {}),
  }
}

/** 常住居民4812人、2103户: a register's own count in that unit, where the sentence counted a register before. */
const wholeIn = (lexicon: Lexicon, unit: string, parent: Target | undefined): Target[] =>
  parent?.of.kind === 'record' && Object.keys(parent.conditions).length === 0
    ? [...lexicon.metrics.values()].flatMap((metric) =>
        metric.kind === 'count' &&
        metric.of.kind === 'record' &&
        metric.flow === 'stock' &&
        !metric.where &&
        metric.unit === unit
          ? [targetOf(metric)]
          : [],
      )
    : []

const onlyCodes = (lexicon: Lexicon, pieces: readonly Piece[], unit: string): Target[] => {
  const said = pieces.filter((piece) => piece.text.length > 2).flatMap(codeWords)
  return [...new Set(said.map(({ of }) => of))].flatMap((of) => {
    const whole = [...lexicon.metrics.values()].find(
      (metric): metric is CountMetric =>
        metric.kind === 'count' &&
        metric.of === of &&
        !metric.where &&
        metric.flow === 'stock' &&
        unitFits(metric, unit),
    )
    return whole ? [targetOf(whole)] : []
  })
}

/** 肢体残疾 names its ledger, 残疾人台账, though the noun is left out; a register's own count needs no noun. */
const namesLedger = (phrase: string, { of, conditions }: Target): boolean =>
  // Teams are counted in 支, which says enough.
  (of.kind === 'ledger' && of.of === undefined) ||
  (Object.keys(conditions).length === 0 && of.kind === 'record'
    ? phrase.replace(/[,、有共计约为]/g, '') === ''
    : phrase.includes(of.title.replace(/(?:人员|人)?(?:台账)?$/, '')))

/** Reads what a phrase counts. `parent` is what the sentence counted before: 其中一级20人. */
export const readPhrase = (
  lexicon: Lexicon,
  phrase: string,
  unit: string,
  parent: Target | undefined,
): PhraseReading => {
  const pieces = cutWords(lexicon, phrase)
  const taught = pieces.flatMap(({ words }) => words.filter((word) => word.kind === 'learned')).at(-1)
  const strange = pieces.filter(isUnknown).map(({ text }) => text)
  if (taught?.kind === 'learned') {
    const found = taught.metric === null ? undefined : findMetric(lexicon.metrics, taught.metric)
    return {
      metrics: found ? [found] : [],
      target: found?.kind === 'count' ? targetOf(found) : undefined,
      ownHead: true,
      unknown: strange,
      bare: false,
      torn: false,
      none: taught.metric === null,
    }
  }
  const nouns = pieces.filter((piece) => metricWords(piece).length > 0)
  const apartFromAges = nouns.filter(({ ages }) => ages.length === 0)
  const named = (apartFromAges.length > 0 ? apartFromAges : nouns).map(metricWords)
  const all = named.flat()
  const heads = named
    .map((metrics) => byUnit(metrics, unit))
    .filter((metrics) => !metrics.every((metric) => leavesOut(metric, all)))
  if (unit === '%') {
    const ratios = heads.flat().filter(({ kind }) => kind === 'ratio')
    return { ...nothing(pieces), metrics: ratios, ownHead: ratios.length > 0, torn: ratios.length > 1 }
  }
  const counts = heads
    .map((metrics) => metrics.filter((metric): metric is CountMetric => metric.kind === 'count'))
    .filter((metrics) => metrics.length > 0)
  const bases: Target[] =
    counts.length > 0
      ? combine(counts).map(joinHeads)
      : parent
        ? [parent, ...onlyCodes(lexicon, pieces, unit), ...wholeIn(lexicon, unit, parent)]
        : onlyCodes(lexicon, pieces, unit)
  const ownHead = counts.length > 0 || parent === undefined
  const readings = bases.flatMap((base) =>
    [0, 1].flatMap((ageAt) => {
      const { target, unknown } = narrow(base, pieces, ageAt)
      const bare = counts.length === 0 && base !== parent && !namesLedger(phrase, base)
      return findMetrics(lexicon, target, unit).map((metric) => ({ metric, target, unknown, bare }))
    }),
  )
  const apart = counts.length > 1 && new Set(counts.flat().map(({ of }) => of)).size > 1
  const metrics = [...new Map(readings.map(({ metric }) => [metric.name, metric])).values()]
  const leanest = readings.reduce<(typeof readings)[number] | undefined>(
    (best, one) => (best && best.unknown.length <= one.unknown.length ? best : one),
    undefined,
  )
  if (!leanest)
    return {
      ...nothing(pieces),
      ownHead,
      target: bases.length > 0 ? narrow(bases[0]!, pieces, 0).target : undefined,
    }
  return {
    metrics: [leanest.metric, ...metrics.filter(({ name }) => name !== leanest.metric.name)],
    target: leanest.target,
    ownHead,
    unknown: leanest.unknown,
    bare: leanest.bare,
    torn: apart || metrics.length > 1,
    none: false,
  }
}

/** Every choice of one noun each, of one ledger; of different ledgers, each alone, the last first. */
const combine = (heads: readonly (readonly CountMetric[])[]): CountMetric[][] => {
  const last = heads.at(-1)!
  const joined = last.flatMap((metric) => {
    const others = heads.slice(0, -1).map((metrics) => metrics.filter(({ of }) => of === metric.of))
    if (others.some((metrics) => metrics.length === 0)) return []
    return [[...others.map((metrics) => metrics[0]!), metric]]
  })
  return joined.length > 0 ? joined : [...heads].reverse().flatMap((metrics) => metrics.map((one) => [one]))
}
