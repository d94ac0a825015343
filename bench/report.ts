import { randomUUID } from 'node:crypto'
import { periodOf } from '../src/core/time/index.ts'
import type { FigureManifest } from '../src/documents/figures/index.ts'
import { type OfficialBlock, writeOfficial } from '../src/documents/official/index.ts'
import type { FigureSheet } from '../src/modules/reports/figures/figure-sheet.ts'
import { makeSheet } from '../src/modules/reports/figures/figure-sheet.ts'
import type { Measured } from '../src/modules/reports/figures/measured.ts'
import { disabilityWork } from '../src/modules/reports/templates/disability-work/index.ts'
import { block } from '../src/modules/reports/templates/phrase.ts'
import { signature } from '../src/modules/reports/templates/signature.ts'
import type { Benchmark } from './benchmark.ts'

const area = '990101001001'
const subject = {
  area,
  areaName: '城北社区',
  below: [],
  belowTitle: '',
  period: periodOf('month', 2025, 9),
  asOf: '2025-10-31',
  writtenOn: '2025-11-03',
  corrected: false,
}

const given = (metric: string, index: number): Measured => ({
  metric,
  area,
  hash: '0123456789abcdef',
  title: metric,
  unit: metric.endsWith('Coverage') || metric.endsWith('share') ? '%' : '人',
  description: '',
  areaName: subject.areaName,
  asOf: subject.asOf,
  from: null,
  value: 40 + index,
  text: String(40 + index),
  numerator: null,
  denominator: null,
  lastYear: 37 + index,
  inputs: '0'.repeat(64),
  inputsLastYear: '0'.repeat(64),
})
const measured = disabilityWork.metrics.map(given)

const layOut = (): { sheet: FigureSheet; blocks: OfficialBlock[] } => {
  const sheet = makeSheet(area, measured, () => randomUUID())
  const blocks = [
    block('title', disabilityWork.titleOf(subject)),
    ...disabilityWork.layOut(sheet, subject),
    ...signature('城北社区居民委员会', subject.writtenOn),
  ]
  return { sheet, blocks }
}

const manifestOf = ({ placed }: FigureSheet): FigureManifest => ({
  report: randomUUID(),
  verify: '/reports/check',
  figures: placed.map(({ id, measured: of, text }) => ({
    id,
    metric: of.metric,
    title: of.title,
    area,
    areaName: of.areaName,
    from: null,
    asOf: of.asOf,
    knownAt: '2025-11-03T00:00:00.000Z',
    value: of.value,
    text,
    unit: of.unit,
    hash: of.inputs,
  })),
})

const runs = 30
const warmUp = 5

const medianOf = async (work: () => Promise<unknown>): Promise<number> => {
  for (let run = 0; run < warmUp; run++) await work()
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    const began = performance.now()
    await work()
    times.push(performance.now() - began)
  }
  return times.sort((one, other) => one - other)[Math.floor(runs / 2)]!
}

const round = (value: number) => Math.round(value * 100) / 100

export const benchmarks: Benchmark[] = [
  {
    name: 'report/docx',
    async run() {
      const { blocks, sheet } = layOut()
      const reference = await medianOf(() => writeOfficial({ title: '', blocks }))
      const median = await medianOf(() => {
        const laid = layOut()
        return writeOfficial({ title: '', blocks: laid.blocks }, manifestOf(laid.sheet))
      })
      return {
        n: runs,
        median: round(median),
        unit: 'ms',
        reference: round(reference),
        ratio: round(median / reference),
        note: `lays out, writes and marks a report of ${sheet.placed.length} figures given their values; reference: the same text written without marks`,
      }
    },
  },
]
