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

/** Prints how often the checker is right: `node bench/check-accuracy.ts`. */
const show = (name: string, figures: object): void =>
  console.log(
    name.padEnd(28),
    Object.entries(figures)
      .filter(([, value]) => !Array.isArray(value))
      .map(([key, value]) => `${key} ${typeof value === 'number' ? Number(value.toFixed(4)) : value}`)
      .join('  '),
  )

show('seeded errors', scoreSeeds(seedReports(seedTemplates, 400, 1)))
show('seeded, second wordings', scoreSeeds(seedReports(seedTemplatesApart, 400, 1)))
show('seeded, third wordings', scoreSeeds(seedReports(seedTemplatesThird, 400, 1)))
for (const name of sittings) {
  const score = scoreSentences(name)
  show(`sentences, ${name} sitting`, score)
  for (const line of score.different) console.log('  ', line.replaceAll('\n', '⏎'))
}
if (hasShared('reports/labels')) {
  show(
    'quantities, given, dev',
    scoreGivenLabels((report) => !heldOut.has(report)),
  )
  show(
    'quantities, given, apart',
    scoreGivenLabels((report) => heldOut.has(report)),
  )
  show('quantities, own, dev', scoreOwnLabels('development'))
  show('quantities, own, apart', scoreOwnLabels('apart'))
  show('quantities, own, later', scoreOwnLabels('later'))
  show('untouched reports', scoreQuiet())
} else console.log('skipped: ../shared/reports is not there')
if (hasShared('recognizers')) {
  for (const model of ['NumberModel', 'PercentModel'] as const) {
    const score = scoreValues(model)
    show(model, score)
    for (const line of score.different) console.log('  ', line)
  }
  const ranges = scoreRanges()
  show('NumberRangeModel', ranges)
  for (const line of ranges.different) console.log('  ', line)
} else console.log('skipped: ../shared/recognizers is not there')
