import type { OfficialBlock, OfficialSpan } from '../../../documents/official/index.ts'
import type { FigureSheet } from '../figures/figure-sheet.ts'
import { noLastYear } from '../figures/told-text.ts'

/** Text, a figure, or several of them. */
export type Phrase = string | OfficialSpan | readonly OfficialSpan[]

const spansOf = (phrase: Phrase): readonly OfficialSpan[] => {
  if (typeof phrase === 'string') return [{ text: phrase, figure: null }]
  return 'text' in phrase ? [phrase] : phrase
}

/** Spans from a sentence with figures in it; plain text beside plain text becomes one span. */
export const say = (strings: TemplateStringsArray, ...phrases: Phrase[]): OfficialSpan[] => {
  const all = strings.flatMap((text, index) => [
    ...spansOf(text),
    ...(index < phrases.length ? spansOf(phrases[index]!) : []),
  ])
  const joined: OfficialSpan[] = []
  for (const span of all) {
    const last = joined.at(-1)
    if (span.figure === null && last?.figure === null) last.text += span.text
    else if (span.text !== '') joined.push({ ...span })
  }
  return joined
}

/** Phrases one after another, `、` between them. */
const enumerate = (phrases: readonly OfficialSpan[][], mark = '、'): OfficialSpan[] =>
  phrases.flatMap((phrase, index) => (index === 0 ? phrase : [...spansOf(mark), ...phrase]))

/** What the ledgers cannot know, left for a person to fill in: never invented. */
export const prompt = (wanted: string): string => `〔请补充：${wanted}〕`

/** `，较上年同期增长3.2%`, `，与上年同期持平`, `（上年同期无数据）`. */
export const sinceLastYear = (sheet: FigureSheet, metric: string): OfficialSpan[] => {
  if (sheet.value(metric) === null || sheet.lastYear(metric) === null) return say`（${noLastYear}）`
  const change = sheet.change(metric)
  return change.text.endsWith('持平') ? say`，与上年同期${change}` : say`，较上年同期${change}`
}

/** One item of a list: its words before the number, its metric, its unit. */
export type Item = readonly [words: string, metric: string, unit: string]

/** `低保12人、特困人员3人`, leaving out what there is none of. */
export const listOf = (sheet: FigureSheet, items: readonly Item[]): OfficialSpan[] =>
  enumerate(
    items
      .filter(([, metric]) => (sheet.value(metric) ?? 0) > 0)
      .map(([words, metric, unit]) => say`${words}${sheet.number(metric)}${unit}`),
  )

/** A list behind `，其中`; nothing where the list is empty. */
export const ofWhich = (sheet: FigureSheet, items: readonly Item[], opening = '，其中'): OfficialSpan[] => {
  const list = listOf(sheet, items)
  return list.length === 0 ? [] : say`${opening}${list}`
}

/** `建档率96.8%`, or that it cannot be told; `otherwise` are then the words before. */
export const rate = (sheet: FigureSheet, words: string, metric: string, otherwise = words): OfficialSpan[] =>
  sheet.value(metric) === null ? say`${otherwise}暂无法计算` : say`${words}${sheet.number(metric)}%`

export const block = (kind: OfficialBlock['kind'], phrase: Phrase): OfficialBlock => ({
  kind,
  spans: [...spansOf(phrase)],
})
export const heading1 = (text: string) => block('heading1', text)
export const heading2 = (text: string) => block('heading2', text)
export const paragraph = (phrase: Phrase) => block('paragraph', phrase)
