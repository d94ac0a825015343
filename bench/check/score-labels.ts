import { readFileSync } from 'node:fs'
import { checkReport, normalise, type Quantity } from '../../src/documents/index.ts'
import { shared } from './shared-files.ts'

/** A quantity as a careful reader would write it down (what counts as one: docs/checker.md). */
export interface Label {
  report: string
  start: number
  end: number
  lo: number
  hi: number
  unit: string
  hedge: string
  what: string
}

/** The part of a file that is labelled, and its labels. */
export interface LabelledText {
  file: string
  from: number
  to: number
  labels: Label[]
}

export interface QuantityScore {
  labels: number
  precision: number
  recall: number
  unit: number
  hedge: number
  subject: number
}

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
  const meant = (v: number) => (q.kind === 'ratio' ? Number(v.toFixed(4)) : v)
  return near(told(q.low), meant(l.lo)) && near(told(q.high), meant(l.hi))
}

/** What the checker finds in the labelled stretches, against their labels. */
export const scoreLabels = (texts: LabelledText[]): QuantityScore => {
  let [all, found, extra, value, unit, hedge, subject] = [0, 0, 0, 0, 0, 0, 0]
  for (const { file, from, to, labels } of texts) {
    const checked = checkReport({ name: file, bytes: readFileSync(shared(`reports/${file}`)) })
    if (!checked.ok) throw new Error(`${file}: ${checked.message}`)
    const rest = new Set(checked.value.quantities.filter((q) => q.start >= from && q.start < to))
    for (const label of labels) {
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
