import { readFileSync } from 'node:fs'

/** A sentence with a place for a number, and what the number counts. */
export interface LabelledSentence {
  readonly sentence: string
  /** Metrics that are right; none where the ledgers cannot say. */
  readonly metrics: readonly string[]
  readonly area: string
  readonly asOf: string
  readonly from: string | undefined
}

/** The demo office's areas, and the day of the report. */
const areas: Readonly<Record<string, string>> = {
  d: '990101',
  s: '990101001',
  g1: '990101001001001',
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((n) => [`c${n}`, `99010100100${n}`])),
}
export const reportArea = areas.c1!
export const reportDay = '2026-11-20'

/** Reads `句子 | metric[/metric] | area | day or from..to`. */
export const readSentences = (name: string): LabelledSentence[] =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [sentence, metrics, area, days] = line.split('|').map((part) => part.trim())
      const [from, to] = days?.includes('..') ? days.split('..') : [undefined, days || reportDay]
      return {
        sentence: sentence!,
        metrics: metrics === 'none' ? [] : metrics!.split('/'),
        area: areas[area || 'c1']!,
        asOf: to!,
        from,
      }
    })
