import type { Benchmark, Measurement } from './benchmark.ts'
import type { QuantityScore } from './check/score-labels.ts'
import { heldOut, scoreGivenLabels, scoreOwnLabels } from './check/score-quantities.ts'
import { scoreQuiet } from './check/score-quiet.ts'
import { scoreRanges, scoreValues } from './check/score-recognizers.ts'
import { scoreSeeds } from './check/score-seeds.ts'
import { scoreSentences, sittings } from './check/score-sentences.ts'
import { seedReports } from './check/seed-reports.ts'
import { seedTemplates } from './check/seed-templates.ts'
import { seedTemplatesApart } from './check/seed-templates-apart.ts'
import { seedTemplatesThird } from './check/seed-templates-third.ts'
import { hasShared } from './check/shared-files.ts'
import { charactersPerSecond, peakMegabytes, startSeconds } from './check/speed.ts'

/** `reference` is the figure that must be reached. */
const against = (n: number, median: number, unit: string, reference: number, note?: string): Measurement => ({
  n,
  median,
  unit,
  reference,
  ratio: median / reference,
  ...(note !== undefined && { note }),
})

const skipped = (unit: string): Measurement => ({
  n: 0,
  median: Number.NaN,
  unit,
  note: 'skipped: ../shared is not there',
})

const wanted: [keyof QuantityScore, number][] = [
  ['precision', 0.985],
  ['recall', 0.975],
  ['unit', 0.98],
  ['hedge', 0.97],
  ['subject', 0.92],
]

const parts: [string, () => QuantityScore][] = [
  ['given-development', () => scoreGivenLabels((report) => !heldOut.has(report))],
  ['given-apart', () => scoreGivenLabels((report) => heldOut.has(report))],
  ['own-development', () => scoreOwnLabels('development')],
  ['own-apart', () => scoreOwnLabels('apart')],
  ['own-later', () => scoreOwnLabels('later')],
]

const quantities: Benchmark[] = parts.flatMap(([part, scored]) =>
  wanted.map(([measure, least]) => ({
    name: `check/quantities-${measure}/${part}`,
    async run() {
      if (!hasShared('reports/labels')) return skipped('share')
      const score = scored()
      return against(score.labels, score[measure], 'share', least)
    },
  })),
)

/** Sentences of several sittings; the rules have been mended after each, see docs/checker.md for the first sight. */
const sentences: Benchmark[] = sittings.flatMap((name) =>
  (['precision', 'recall'] as const).map((measure) => ({
    name: `check/sentences-${measure}/${name}`,
    async run() {
      const score = scoreSentences(name)
      return against(score.sentences, score[measure], 'share', 0.95)
    },
  })),
)

const seeds = (name: string, templates: typeof seedTemplates): Benchmark[] =>
  (['precision', 'recall'] as const).map((measure) => ({
    name: `check/seeded-${measure}/${name}`,
    async run() {
      const score = scoreSeeds(seedReports(templates, 400, 1))
      return against(score.errors, score[measure], 'share', 0.95)
    },
  }))

const recognizers: Benchmark[] = [
  ...(['NumberModel', 'PercentModel'] as const).map((model) => ({
    name: `check/recognizers/${model}`,
    async run() {
      if (!hasShared('recognizers')) return skipped('share')
      const score = scoreValues(model)
      return against(score.cases, score.agree, 'share', 0.98, score.different.join('; ') || undefined)
    },
  })),
  {
    name: 'check/recognizers/NumberRangeModel',
    async run() {
      if (!hasShared('recognizers')) return skipped('share')
      const score = scoreRanges()
      return against(score.cases, score.agree, 'share', 0.9, score.different.join('; ') || undefined)
    },
  },
]

/** The table of what the checker must reach, measured. */
export const benchmarks: Benchmark[] = [
  ...quantities,
  ...seeds('first-wordings', seedTemplates),
  ...seeds('second-wordings', seedTemplatesApart),
  ...seeds('third-wordings', seedTemplatesThird),
  ...sentences,
  {
    name: 'check/errors-on-untouched-reports',
    async run() {
      if (!hasShared('reports/province-2025')) return skipped('per 10,000 characters')
      const { files, per10k } = scoreQuiet()
      return against(files, per10k, 'per 10,000 characters', 0.3)
    },
  },
  ...recognizers,
  {
    name: 'check/speed',
    run: async () => against(5, charactersPerSecond(300_000, 5), 'characters/s', 300_000),
  },
  {
    name: 'check/speed-of-four-times-the-length',
    async run() {
      const short = charactersPerSecond(300_000, 3)
      return against(
        3,
        charactersPerSecond(1_200_000, 3),
        'characters/s',
        short,
        'linear where the ratio is near 1',
      )
    },
  },
  { name: 'check/memory-5-MB', run: async () => against(1, peakMegabytes(5_000_000), 'MB', 250) },
  { name: 'check/start', run: async () => against(5, startSeconds(5), 's', 0.4) },
]
