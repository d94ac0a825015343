import { readFileSync } from 'node:fs'
import { checkReport, normalise, type Quantity } from '../../src/documents/index.ts'
import { hasShared, readLines, shared } from './shared-files.ts'

interface Label {
  report: string
  start: number
  end: number
  lo: number
  hi: number
  unit: string
  hedge: string
  what: string
}

export interface QuantityScore {
  labels: number
  precision: number
  recall: number
  unit: number
  hedge: number
  subject: number
}

/** A third of the labelled texts; rules are not fitted to them. */
export const heldOut = new Set(['p25-宁夏', 's1-02', 's3-5', 's0-3', 's1-05'])

const groups: Record<string, string> = {
  'at-least': 'over',
  over: 'over',
  under: 'under',
  'at-most': 'under',
}
const groupOf = (hedge: string): string => groups[hedge] ?? hedge
const bare = (text: string): string => normalise(text).text.replace(/[\s,。、()“”"的]/g, '')

/** Agreement of noun phrases: one within the other, or most characters shared. */
const sameSubject = (label: string, told: string): boolean => {
  const [a, b] = [bare(label), bare(told)]
  if (!a || b.includes(a) || (b.length >= 2 && a.includes(b))) return true
  const left = [...b]
  const common = [...a].filter((c) => {
    const i = left.indexOf(c)
    if (i >= 0) left.splice(i, 1)
    return i >= 0
  }).length
  return common > 0 && (2 * common) / (a.length + b.length) >= 0.6
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b))
/** Fractions are labelled to four decimals. */
const sameValue = (q: Quantity, l: Label): boolean => {
  const told = (v: number) => (q.kind === 'ratio' ? Number(v.toFixed(4)) : v)
  return near(told(q.low), l.lo) && near(told(q.high), l.hi)
}

export const scoreQuantities = (chosen: (report: string) => boolean): QuantityScore => {
  const labels = new Map<string, Label[]>()
  for (const label of readLines<Label>('reports/labels/quantities.jsonl'))
    if (chosen(label.report)) labels.set(label.report, [...(labels.get(label.report) ?? []), label])
  let [all, found, extra, value, unit, hedge, subject] = [0, 0, 0, 0, 0, 0, 0]
  for (const [report, list] of labels) {
    const path = ['community', 'province-2025-excerpts']
      .map((f) => `reports/${f}/${report}.txt`)
      .find(hasShared)!
    const checked = checkReport({ text: readFileSync(shared(path), 'utf8') })
    if (!checked.ok) throw new Error(checked.message)
    const rest = new Set(checked.value.quantities)
    for (const label of list) {
      all++
      const over = [...rest].filter((q) => q.start < label.end && label.start < q.end)
      const hit = over.find((q) => sameValue(q, label)) ?? over.at(-1)
      if (!hit) continue
      rest.delete(hit)
      found++
      if (sameValue(hit, label)) value++
      if (!bare(label.unit) || bare(hit.unit) === bare(label.unit)) unit++
      if (groupOf(hit.hedge) === groupOf(label.hedge)) hedge++
      if (sameSubject(label.what, hit.subject)) subject++
    }
    extra += rest.size
  }
  return {
    labels: all,
    precision: value / (found + extra),
    recall: value / all,
    unit: unit / found,
    hedge: hedge / found,
    subject: subject / found,
  }
}
