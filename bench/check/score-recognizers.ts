import { readFileSync } from 'node:fs'
import { findRanges, readValue } from '../../src/documents/quantity/index.ts'
import { normalise } from '../../src/documents/text/index.ts'
import { shared } from './shared-files.ts'

interface Case {
  Input: string
  Results: { Text: string; Resolution: { value: string } }[]
}

const casesOf = (model: string): Case[] =>
  JSON.parse(readFileSync(shared(`recognizers/${model}.json`), 'utf8')) as Case[]

export interface RecognizerScore {
  cases: number
  agree: number
  different: string[]
}

/** Values of the numbers and percentages that the public test cases mark (Microsoft Recognizers-Text, MIT). */
export const scoreValues = (model: 'NumberModel' | 'PercentModel'): RecognizerScore => {
  const cases = casesOf(model)
  const different = cases.flatMap(({ Results }) =>
    Results.flatMap(({ Text, Resolution: { value } }) => {
      const wanted = Number(value.replace('%', ''))
      const read = readValue(normalise(Text).text)
      const got = read && (value.endsWith('%') && !read.percent ? read.value * 100 : read.value)
      return got !== undefined && Math.abs(got - wanted) <= 1e-6 * Math.abs(wanted)
        ? []
        : [`${Text}: ${value}, read as ${got}`]
    }).slice(0, 1),
  )
  return { cases: cases.length, agree: 1 - different.length / cases.length, different }
}

/** Ranges found in running text, bounds and their kind alike. */
export const scoreRanges = (): RecognizerScore => {
  const cases = casesOf('NumberRangeModel')
  const different = cases.flatMap(({ Input, Results }) => {
    const got = findRanges(normalise(Input).text)
      .map((r) => `${r.lowClosed ? '[' : '('}${r.low ?? ''},${r.high ?? ''}${r.highClosed ? ']' : ')'}`)
      .join(' ')
    const wanted = Results.map((r) => r.Resolution.value).join(' ')
    return got === wanted ? [] : [`${Input}: ${wanted}, read as ${got}`]
  })
  return { cases: cases.length, agree: 1 - different.length / cases.length, different }
}
