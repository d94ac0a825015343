import type { CodeItem, CodeList } from '../../../core/code/code-list.ts'
import { codeLists } from '../../../core/code/index.ts'
import type {
  CountMetric,
  Definition,
  Field,
  MetricDefinition,
  RecordDefinition,
} from '../../../core/definition/index.ts'
import { neutral } from './plain-words.ts'
import { formsOf, spoken } from './spoken.ts'

/** What a word of a sentence means for the match. */
export type Word =
  | { readonly kind: 'metric'; readonly metric: MetricDefinition }
  | { readonly kind: 'code'; readonly of: Definition; readonly path: string; readonly code: string }
  /** What is left of a metric's name without the noun of its ledger: 重度 of 重度残疾人. Said after the whole. */
  | { readonly kind: 'part'; readonly metric: CountMetric }
  | { readonly kind: 'flow'; readonly flow: CountMetric['flow'] }
  /** Says nothing about what is counted. */
  | { readonly kind: 'neutral' }
  /** Taught by a person: this metric, or none at all. */
  | { readonly kind: 'learned'; readonly metric: string | null }

export interface Learned {
  readonly phrase: string
  /** Null: a person said that no metric counts this. */
  readonly metric: string | null
}

export interface Lexicon {
  readonly metrics: ReadonlyMap<string, MetricDefinition>
  readonly words: ReadonlyMap<string, readonly Word[]>
  readonly longest: number
}

const flows: Readonly<Record<string, CountMetric['flow']>> = {
  新增: 'entered',
  新增加: 'entered',
  新登记: 'entered',
  新纳入: 'entered',
  新认定: 'entered',
  新办: 'entered',
  迁入: 'entered',
  退出: 'left',
  注销: 'left',
  移出: 'left',
  迁出: 'left',
  清退: 'left',
}

const subjectOf = (of: Definition): RecordDefinition | undefined => (of.kind === 'ledger' ? of.of : undefined)

const fieldAt = (of: Definition, path: string): Field | undefined => {
  const subject = subjectOf(of)
  return subject && path.startsWith(`${subject.name}.`)
    ? subject.fields[path.slice(subject.name.length + 1)]
    : of.fields[path]
}

const itemsOf = (field: Field | undefined): readonly CodeItem[] => {
  const list = field?.type.spec.list as string | CodeList | undefined
  if (list === undefined) return []
  return (typeof list === 'string' ? codeLists[list] : list)?.items ?? []
}

/** Code words that say too little in running text. */
const vague = /^(?:其他.*|无|暂无|未知.*|未说明.*|[^男女])$/

/** All that the matcher knows by name: metrics, the codes of their dimensions, and what people taught it. */
export const makeLexicon = (
  metrics: ReadonlyMap<string, MetricDefinition>,
  learned: readonly Learned[] = [],
): Lexicon => {
  const words = new Map<string, Word[]>()
  const add = (text: string, word: Word) => {
    if (text === '') return
    const known = words.get(text) ?? []
    if (!known.some((other) => JSON.stringify(keyOf(other)) === JSON.stringify(keyOf(word))))
      words.set(text, [...known, word])
  }
  for (const text of neutral) add(text, { kind: 'neutral' })
  for (const [text, flow] of Object.entries(flows)) add(text, { kind: 'flow', flow })
  const nouns = new Map<Definition, string[]>()
  for (const metric of metrics.values())
    if (metric.kind === 'count' && !metric.where && metric.flow === 'stock' && !metric.sum)
      nouns.set(metric.of, [metric.title, ...metric.synonyms].flatMap(formsOf))
  for (const metric of metrics.values()) {
    for (const name of [metric.title, ...metric.synonyms])
      for (const form of formsOf(name)) add(form, { kind: 'metric', metric })
    if (metric.kind !== 'count') continue
    if (metric.where)
      for (const form of [metric.title, ...metric.synonyms].flatMap(formsOf)) {
        const noun = nouns.get(metric.of)?.find((one) => form.length > one.length + 1 && form.endsWith(one))
        if (noun) add(form.slice(0, -noun.length), { kind: 'part', metric })
      }
    for (const path of metric.by)
      for (const { code, title, synonyms } of itemsOf(fieldAt(metric.of, path)))
        for (const name of [title, ...(synonyms ?? [])])
          if (!vague.test(name)) add(spoken(name), { kind: 'code', of: metric.of, path, code })
  }
  // What a person taught goes before what the names suggest.
  for (const { phrase, metric } of learned) words.set(phrase, [{ kind: 'learned', metric }])
  return { metrics, words, longest: Math.max(...[...words.keys()].map((text) => text.length)) }
}

const keyOf = (word: Word) =>
  word.kind === 'metric'
    ? ['metric', word.metric.name]
    : word.kind === 'code'
      ? ['code', word.of.name, word.path, word.code]
      : word.kind === 'part'
        ? ['part', word.metric.name]
        : [word.kind]
