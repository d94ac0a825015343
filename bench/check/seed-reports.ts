import type { SeedTemplate } from './seed-template.ts'
import type { Draw } from './seed-values.ts'

export interface SeededReport {
  name: string
  text: string
  errors: { kind: string; start: number; end: number; text: string }[]
}

/** Mulberry32: small, and the same everywhere. */
export const drawFrom = (seed: number): Draw => {
  let state = seed >>> 0
  return (low, high) => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return low + (((t ^ (t >>> 14)) >>> 0) % (high - low + 1))
  }
}

const falseValue = (value: number | string, draw: Draw): string => {
  const n = Number(value)
  const decimals = /\.(\d+)/.exec(String(value))?.[1]?.length ?? 0
  const by = Math.max(10 ** -decimals * 3, (Math.abs(n) * draw(4, 25)) / 100)
  const other = draw(0, 1) === 0 || n - by <= 0 ? n + by : n - by
  return other.toFixed(decimals)
}

const gaps = ['社区坚持便民服务。', '网格员每天入户。', '居民议事会按时召开。', '']

const reports = (
  templates: SeedTemplate[],
  count: number,
  wrongEvery: number,
  seed: number,
  filler: string[],
): SeededReport[] => {
  const draw = drawFrom(seed)
  const made: SeededReport[] = []
  for (let n = 0; n < count; n++) {
    const report: SeededReport = { name: String(n + 1).padStart(3, '0'), text: '', errors: [] }
    const chosen = templates
      .map((t, i) => ({ t, at: draw(0, 1_000_000) + i / 1000 }))
      .sort((a, b) => a.at - b.at)
      .slice(0, 6)
    // One repeated indicator a report: two templates may speak of the same one.
    const used = new Set<string>()
    for (const { t } of chosen) {
      if (t.kind === 'repeat' && used.has('repeat')) continue
      used.add(t.kind)
      const values = { ...t.values(draw), gap: gaps[draw(0, gaps.length - 1)]! } as Record<
        string,
        number | string
      >
      const wrong =
        t.wrong.length > 0 && draw(0, wrongEvery - 1) === 0
          ? t.wrong[draw(0, t.wrong.length - 1)]!
          : undefined
      if (wrong) values[wrong] = t.falsify ? t.falsify(wrong, values, draw) : falseValue(values[wrong]!, draw)
      if (filler.length > 0) report.text += `${filler[draw(0, filler.length - 1)]}\n`
      for (const part of t.text.split(/(\{\w+\})/)) {
        const name = /^\{(\w+)\}$/.exec(part)?.[1]
        const start = report.text.length
        report.text += name ? String(values[name]) : part
        if (name && name === wrong)
          report.errors.push({ kind: t.kind, start, end: report.text.length, text: t.text })
      }
      report.text += '\n'
    }
    made.push(report)
  }
  return made
}

/** Reports made of filler paragraphs and sentences with numbers, about half of them false. */
export const seedReports = (
  templates: SeedTemplate[],
  count: number,
  seed: number,
  filler: string[] = [],
): SeededReport[] => reports(templates, count, 2, seed, filler)
