import type { Finding } from '../finding.ts'
import type { Passage } from '../passage.ts'
import type { Reading } from './reading.ts'

const digits = '一二三四五六七八九'

const ordinalOf = (text: string): number => {
  if (/^\d/.test(text)) return Number(text)
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text]
  return (
    (text.includes('十') ? (tens ? digits.indexOf(tens) + 1 : 1) * 10 : 0) +
    (ones ? digits.indexOf(ones) + 1 : 0)
  )
}

/** Levels of GB/T 9704-2012 §7.3.3: 一、（一）1.（1）. */
const levels = [
  /^([一二三四五六七八九十]{1,3})、/,
  /^\(([一二三四五六七八九十]{1,3})\)/,
  /^(\d{1,2})[.、](?!\d+(?:\.|%|亿|万|元|个百分))/,
  /^\((\d{1,2})\)/,
]
const shapes = ['一、', '（一）', '1.', '（1）']

interface Heading {
  level: number
  value: number
  start: number
  end: number
  text: string
}

/** The line with its numbers written out: enumerators are no quantities, but dates may begin a line. */
const headingOf = (passage: Passage, text: string): Heading | undefined => {
  const line = text.slice(passage.start, passage.end)
  const indent = line.length - line.trimStart().length
  const rest = line.trimStart()
  for (const [level, pattern] of levels.entries()) {
    const match = pattern.exec(rest)
    if (!match) continue
    const start = passage.start + indent
    return { level, value: ordinalOf(match[1]!), start, end: start + match[0].length, text: match[0] }
  }
  return undefined
}

const finding = (
  severity: Finding['severity'],
  at: { start: number; end: number },
  message: string,
  related: Finding['related'] = [],
): Finding => ({
  kind: 'structure',
  severity,
  start: at.start,
  end: at.end,
  message,
  related,
})

const headings = ({ passages, normal }: Reading): Finding[] => {
  const findings: Finding[] = []
  const open: (Heading | undefined)[] = []
  for (const passage of passages) {
    const heading = headingOf(passage, normal.text)
    if (!heading) continue
    const { level, value } = heading
    const last = open[level]
    const parent = open.findLastIndex((h, i) => i < level && h !== undefined)
    open.length = level
    open[level] = heading
    if (last) {
      if (value === last.value + 1 || value === 1) continue
      const what =
        value === last.value ? `两处都是“${heading.text}”` : `“${last.text}”之后是“${heading.text}”`
      findings.push(
        finding('warning', heading, `层次序号不连续：${what}。`, [{ start: last.start, end: last.end }]),
      )
    } else if (value !== 1)
      findings.push(finding('warning', heading, `层次序号从“${heading.text}”开始，前面缺少第一项。`))
    else if (parent >= 0 && parent < level - 1 && !(parent === 0 && level === 2))
      findings.push(
        finding(
          'note',
          heading,
          `“${shapes[parent]}”下面直接用了“${shapes[level]}”，跳过了一级（GB/T 9704 7.3.3）。`,
        ),
      )
  }
  return findings
}

const inline =
  /(?<=^|[。;,:!?”)])(第)?([一二三四五六七八九十]{1,2})(是|要|[,、](?=[^一二三四五六七八九十、]))/g

/** 一是…二是…六是…六是: a number missing or twice within a paragraph. */
const inlineOrder = ({ passages, normal }: Reading): Finding[] => {
  const findings: Finding[] = []
  for (const passage of passages) {
    const lasts = new Map<string, { value: number; start: number; end: number; text: string }>()
    for (const match of normal.text.slice(passage.start, passage.end).matchAll(inline)) {
      const form = `${match[1] ?? ''}${match[3] === '是' || match[3] === '要' ? match[3] : ','}`
      if (form === ',') continue
      const value = ordinalOf(match[2]!)
      const start = passage.start + match.index
      const now = { value, start, end: start + match[0].length, text: match[0].replace(/[,、]$/, '') }
      const last = lasts.get(form)
      lasts.set(form, now)
      if (!last || value === 1 || value === last.value + 1) continue
      const what = value === last.value ? `“${now.text}”出现两次` : `“${last.text}”之后是“${now.text}”`
      findings.push(
        finding('warning', now, `列举的序号不连续：${what}。`, [{ start: last.start, end: last.end }]),
      )
    }
  }
  return findings
}

/** Order of headings and enumerations. */
export const findStructure = (reading: Reading): Finding[] => [...headings(reading), ...inlineOrder(reading)]
