import { compactText } from '../../../core/plain-text.ts'
import type { CrossLine } from '../plan.ts'

export interface LabelledLine {
  readonly at: number
  /** As printed, outermost first. */
  readonly labels: readonly string[]
  readonly unit?: string
}

const overall = /^(合计|总计|共计|总数|总和|全部|合计数|总合计|全街道合计|全区合计)$/
const partial = /^(小计|分计)$/
const within = /^其中[:,、]?/

/** Gives each line of a statistical table its full labels, and says which lines a total adds up. */
export const crossLines = (lines: readonly LabelledLine[]): CrossLine[] => {
  const named = nested(lines)
  const isTotal = named.map(({ labels }) => totalKind(labels))
  const isWithin = lines.map(({ labels }) => within.test(compactText(labels.at(-1) ?? '')))
  return named.map((line, index) => {
    const kind = isTotal[index]
    if (kind === null) return line
    const parts = named.flatMap((_, other) => (isTotal[other] === null && !isWithin[other] ? [other] : []))
    const of = kind === 'overall' && line.labels.length < 2 ? parts : groupOf(named, isTotal, parts, index)
    return of.length === 0 ? line : { ...line, total: { of } }
  })
}

const totalKind = (labels: readonly string[]): 'overall' | 'partial' | null => {
  const last = compactText(labels.at(-1) ?? '')
    .replace(/[:]$/, '')
    .replace(/\(.*\)$/, '')
  return overall.test(last) ? 'overall' : partial.test(last) ? 'partial' : null
}

/** The lines of a subtotal's group; where groups have no title, those between it and the subtotal before it. */
const groupOf = (
  lines: readonly CrossLine[],
  isTotal: readonly (string | null | undefined)[],
  parts: readonly number[],
  index: number,
): number[] => {
  const group = lines[index]!.labels.slice(0, -1)
  if (group.length > 0)
    return parts.filter((other) => group.every((label, depth) => lines[other]!.labels[depth] === label))
  const totals = isTotal.flatMap((kind, other) => (kind === null || kind === undefined ? [] : [other]))
  const before = totals.filter((other) => other < index).at(-1) ?? -1
  const after = totals.find((other) => other > index) ?? lines.length
  const above = parts.filter((other) => other > before && other < index)
  return above.length > 0 ? above : parts.filter((other) => other > index && other < after)
}

/** 其中:女性 stands below what it is a part of. */
const nested = (lines: readonly LabelledLine[]): CrossLine[] => {
  let whole: readonly string[] = []
  return lines.map(({ at, labels, unit }) => {
    const clean = labels.map((label) =>
      compactText(label)
        .replace(/[:]$/, '')
        .replace(/^[一二三四五六七八九十]+、|^\d{1,2}[.、]/, ''),
    )
    const last = clean.at(-1) ?? ''
    const full = within.test(last)
      ? [...whole, ...clean.slice(0, -1).filter((label) => !whole.includes(label)), last.replace(within, '')]
      : clean
    if (!within.test(last)) whole = clean
    return { at, labels: full.filter((label) => label !== ''), ...(unit === undefined ? {} : { unit }) }
  })
}
