import { readFileSync } from 'node:fs'
import { checkReport, type Finding } from '../../src/documents/index.ts'

/** The sittings in which sentences were written, each after the rules had been mended by those before; apart was looked at last. */
export const sittings = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'apart',
]

const families: Record<string, string[]> = {
  sum: ['sum-mismatch'],
  share: ['share-mismatch'],
  change: ['change-mismatch'],
  difference: ['change-mismatch', 'sum-mismatch'],
  product: ['product-mismatch'],
  average: ['average-mismatch'],
  ratio: ['ratio-mismatch'],
  repeat: ['repeat-conflict'],
  date: ['impossible-date', 'date-contradiction'],
}

interface Reading {
  text: string
  start: number
  end: number
}

/** The sentence with its true or its false figure, and where that stands. */
const reading = (sentence: string, which: 1 | 2): Reading => {
  const made: Reading = { text: '', start: 0, end: 0 }
  for (const part of sentence.split(/(\{[^{}]*\|[^{}]*\})/)) {
    const choice = /^\{(.*)\|(.*)\}$/s.exec(part)
    if (choice) made.start = made.text.length
    made.text += choice ? choice[which] : part
    if (choice) made.end = made.text.length
  }
  return made
}

const findingsOf = (text: string): Finding[] => {
  const checked = checkReport({ text })
  if (!checked.ok) throw new Error(checked.message)
  return checked.value.findings
}

export interface SentenceScore {
  sentences: number
  precision: number
  recall: number
  /** What is missed or wrongly told. */
  different: string[]
}

/** Single sentences, each read once as it is true and once with a figure exchanged. */
export const scoreSentences = (name: string): SentenceScore => {
  const lines = readFileSync(new URL(`sentences/${name}.txt`, import.meta.url), 'utf8').split('\n')
  const different: string[] = []
  let [wrong, hits, told, right] = [0, 0, 0, 0]
  for (const line of lines) {
    if (line.startsWith('#') || line.trim() === '') continue
    const kind = line.slice(0, line.indexOf('\t'))
    const sentence = line.slice(kind.length + 1).replaceAll('⏎', '\n')
    const silent = findingsOf(reading(sentence, 1).text)
    told += silent.length
    for (const finding of silent) different.push(`${finding.message} ← ${reading(sentence, 1).text}`)
    if (kind === 'trap') continue
    wrong++
    const { text, start, end } = reading(sentence, 2)
    const findings = findingsOf(text)
    const matching = findings.filter(
      (f) =>
        (families[kind] ?? [kind]).includes(f.kind) &&
        [f, ...f.related].some((s) => s.start <= end && start <= s.end),
    )
    told += findings.length
    right += matching.length
    if (matching.length > 0) hits++
    else different.push(`– ${text}`)
  }
  return { sentences: wrong, precision: right / told, recall: hits / wrong, different }
}
