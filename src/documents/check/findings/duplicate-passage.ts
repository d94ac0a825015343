import { normalise } from '../../text/index.ts'
import type { Finding } from '../finding.ts'
import type { Reading } from './reading.ts'

interface Sentence {
  start: number
  end: number
  key: string
}

/** Shorter ones are set phrases that every report repeats. */
const shortest = 36

const sentencesOf = (text: string, blank: boolean): Sentence[] => {
  const sentences: Sentence[] = []
  for (const match of text.matchAll(/[^。!?;\n]+[。!?;]?/g)) {
    const bare = match[0].replace(/[\s,、:“”"()]/g, '')
    if (bare.length < shortest) continue
    sentences.push({
      start: match.index,
      end: match.index + match[0].length,
      key: blank ? bare.replace(/[\d.]+/g, '0') : bare,
    })
  }
  return sentences
}

const within = (text: string): Finding[] => {
  const seen = new Map<string, Sentence>()
  const findings: Finding[] = []
  for (const sentence of sentencesOf(text, false)) {
    const first = seen.get(sentence.key)
    if (!first) {
      seen.set(sentence.key, sentence)
      continue
    }
    const last = findings.at(-1)
    if (last && sentence.start - last.end <= 2 && last.related[0] && first.start - last.related[0].end <= 2) {
      last.end = sentence.end
      last.related[0].end = first.end
      continue
    }
    findings.push({
      kind: 'duplicate-passage',
      severity: 'warning',
      start: sentence.start,
      end: sentence.end,
      message: `这段话与前文重复：“${text.slice(first.start, first.start + 16).trim()}…”。`,
      related: [{ start: first.start, end: first.end }],
    })
  }
  return findings
}

const fromLastYear = (text: string, previous: string): Finding[] => {
  const known = new Set(sentencesOf(normalise(previous).text, true).map((s) => s.key))
  const findings: Finding[] = []
  for (const { start, end, key } of sentencesOf(text, true)) {
    if (!known.has(key)) continue
    const last = findings.at(-1)
    if (last && start - last.end <= 2) last.end = end
    else
      findings.push({
        kind: 'duplicate-passage',
        severity: 'note',
        start,
        end,
        message: '这段话与上一年的报告相同（数字除外）。',
        related: [],
      })
  }
  return findings
}

/** Passages that stand twice in the report, or stood in last year's. */
export const findDuplicatePassages = ({ normal, previous }: Reading): Finding[] => [
  ...within(normal.text),
  ...(previous === undefined ? [] : fromLastYear(normal.text, previous)),
]
