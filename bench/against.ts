import { type DemoOffice, openDemoOffice } from './against/open-office.ts'
import { readSentences } from './against/read-sentences.ts'
import { type AgainstScore, scoreAgainst } from './against/score-against.ts'
import type { Benchmark } from './benchmark.ts'

const sets = {
  first: 'sentences.txt',
  second: 'sentences-second.txt',
  third: 'sentences-third.txt',
  fourth: 'sentences-fourth.txt',
  apart: 'sentences-apart.txt',
} as const

let office: Promise<DemoOffice> | undefined
const scores = new Map<keyof typeof sets, Promise<AgainstScore>>()

const scoreOf = (set: keyof typeof sets): Promise<AgainstScore> => {
  office ??= openDemoOffice()
  const score = scores.get(set) ?? office.then((open) => scoreAgainst(open, readSentences(sets[set])))
  scores.set(set, score)
  return score
}

const measures = [
  ['first-candidate-right', 'top', 0.85, 'at least'],
  ['wrongly-confirmed', 'wronglyConfirmed', 0.01, 'at most'],
  ['true-statements-confirmed', 'found', undefined, ''],
  ['true-statements-accused', 'wronglyDiffering', undefined, ''],
] as const

/** Sentences in the wording of reports against the demo office's ledgers; `apart` is wording no rule was made for. */
export const benchmarks: Benchmark[] = Object.keys(sets).flatMap((name) =>
  measures.map(([title, measure, reference, bound], index) => ({
    name: `check/against/${title}/${name}`,
    async run() {
      const score = await scoreOf(name as keyof typeof sets)
      const last = name === 'apart' && index === measures.length - 1
      if (last) await (await office!).close()
      const told = `${score.sentences} sentences, ${score.statements} statements, ${score.confirmed} confirmed`
      return {
        n: score.sentences,
        median: score[measure],
        unit: 'share',
        ...(reference !== undefined && { reference, ratio: score[measure] / reference }),
        note: [told, bound && `reference: ${bound}`].filter(Boolean).join('; '),
      }
    },
  })),
)
