import { readFileSync } from 'node:fs'
import { type Label, type LabelledText, type QuantityScore, scoreLabels } from './score-labels.ts'
import { hasShared, readLines } from './shared-files.ts'

/** A third of the labelled texts; rules are not fitted to them. */
export const heldOut = new Set(['p25-宁夏', 's1-02', 's3-5', 's0-3', 's1-05'])

/** The fourteen texts that were labelled before the checker was written. */
export const scoreGivenLabels = (chosen: (report: string) => boolean): QuantityScore => {
  const texts = new Map<string, LabelledText>()
  for (const label of readLines<Label>('reports/labels/quantities.jsonl')) {
    if (!chosen(label.report)) continue
    const file = ['community', 'province-2025-excerpts']
      .map((folder) => `${folder}/${label.report}.txt`)
      .find((path) => hasShared(`reports/${path}`))!
    const text = texts.get(label.report) ?? { file, from: 0, to: Number.POSITIVE_INFINITY, labels: [] }
    text.labels.push(label)
    texts.set(label.report, text)
  }
  return scoreLabels([...texts.values()])
}

type Line = (Label & { file?: undefined }) | { report: string; file: string; from: number; to: number }

/**
 * Our own labels: stretches of other reports, as offsets into the texts. Rules were fitted to `development`;
 * `apart` was labelled without sight of what the checker says and is not used to mend it; `later` was
 * labelled so too, scored once, and then mended by.
 */
export const scoreOwnLabels = (part: 'development' | 'apart' | 'later'): QuantityScore => {
  const texts = new Map<string, LabelledText>()
  for (const line of readFileSync(new URL(`labels/${part}.jsonl`, import.meta.url), 'utf8').split('\n')) {
    if (line.trim() === '') continue
    const entry = JSON.parse(line) as Line
    if (entry.file === undefined) texts.get(entry.report)!.labels.push(entry)
    else texts.set(entry.report, { file: entry.file, from: entry.from, to: entry.to, labels: [] })
  }
  return scoreLabels([...texts.values()])
}
