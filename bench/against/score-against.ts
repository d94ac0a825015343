import { checkReport } from '../../src/documents/index.ts'
import { type Compared, comparePassages, passagesOf } from '../../src/modules/reports/server.ts'
import { getMetric, readFigure } from '../../src/platform/server/figures/read-figure.ts'
import type { DemoOffice } from './open-office.ts'
import { type LabelledSentence, reportArea, reportDay } from './read-sentences.ts'

export interface AgainstScore {
  sentences: number
  /** Of sentences that state a metric: its first candidate is the right one. */
  top: number
  /** Statements made with the right and with wrong numbers. */
  statements: number
  /** Of `confirmed` answers: the number, metric, area or days were not what was said. */
  wronglyConfirmed: number
  confirmed: number
  /** Of true statements: told to differ from the ledgers. */
  wronglyDiffering: number
  /** Of true statements: confirmed. */
  found: number
  /** What went wrong, for whoever improves the matcher. */
  faults: string[]
}

const write = (sentence: string, value: number): string => {
  const inTenThousands = /\{\}万/.test(sentence)
  return sentence.replace('{}', inTenThousands ? (value / 10_000).toFixed(2) : String(value))
}

const compare = async ({ repository, areas }: DemoOffice, sentence: string, value: number) => {
  const checked = checkReport({ text: write(sentence, value) })
  if (!checked.ok) throw new Error(checked.message)
  const passages = passagesOf(checked.value)
  const results = await comparePassages(repository, areas, { area: reportArea, asOf: reportDay, passages })
  const at = checked.value.quantities.findIndex(({ start }) => start === sentence.indexOf('{}'))
  return results.find(({ number }) => number === at)
}

/** Values that would be right if the sentence had spoken of something near: another day, place, or the whole. */
const temptations = async (
  { repository }: DemoOffice,
  { metrics, area, asOf, from }: LabelledSentence,
): Promise<{ truth: number; others: number[] }> => {
  const at = async (name: string, where: string, to: string, since = from) =>
    (await readFigure(repository, getMetric(repository, name), { area: where, asOf: to, from: since ?? to }))
      .value
  const name = metrics[0]!
  const truth = (await at(name, area, asOf))!
  const others = await Promise.all([
    at(name, area.slice(0, 9), asOf),
    at(name, reportArea, asOf),
    at(name, area, reportDay),
    at(name.split(';')[0]!, area, asOf),
  ])
  const near = truth + Math.max(1, Math.round(truth * 0.04))
  return {
    truth,
    others: [...new Set([near, ...others])].filter((one): one is number => one !== null && one !== truth),
  }
}

const isRight = (label: LabelledSentence, told: Compared): boolean =>
  told.figure !== null &&
  label.metrics.includes(told.figure.metric) &&
  told.figure.area === label.area &&
  told.figure.asOf === label.asOf &&
  (told.figure.from ?? undefined) === label.from

/**
 * Says every sentence with its true number and with numbers that tempt: those of another day, place or group, and,
 * where no metric is right, the number of the metric that looks likest.
 */
export const scoreAgainst = async (
  office: DemoOffice,
  sentences: readonly LabelledSentence[],
): Promise<AgainstScore> => {
  const faults: string[] = []
  let [stated, top, statements, confirmed, wrong, accused, found] = [0, 0, 0, 0, 0, 0, 0]
  const take = (told: Compared | undefined, fine: boolean, sentence: string, value: number) => {
    statements++
    if (told?.verdict !== 'confirmed') return
    confirmed++
    if (fine) return
    wrong++
    faults.push(`confirmed: ${write(sentence, value)} ${told.message}`)
  }
  for (const label of sentences) {
    const { sentence } = label
    if (label.metrics.length === 0) {
      const plain = await compare(office, sentence, 97)
      const likest = plain?.candidates[0]
      const cutoff = { area: reportArea, asOf: reportDay, from: `${reportDay.slice(0, 4)}-01-01` }
      const value = likest
        ? ((await readFigure(office.repository, getMetric(office.repository, likest.metric), cutoff)).value ??
          97)
        : 97
      take(await compare(office, sentence, value), false, sentence, value)
      continue
    }
    stated++
    const { truth, others } = await temptations(office, label)
    const told = await compare(office, sentence, truth)
    if (label.metrics.includes(told?.candidates[0]?.metric ?? '')) top++
    else faults.push(`first candidate: ${sentence} ${told?.candidates[0]?.metric ?? 'none'}`)
    take(told, told !== undefined && isRight(label, told), sentence, truth)
    if (told?.verdict === 'confirmed') found++
    else if (told?.verdict === 'differs') {
      accused++
      faults.push(`differs: ${write(sentence, truth)} ${told.message}`)
    }
    for (const value of others) take(await compare(office, sentence, value), false, sentence, value)
  }
  return {
    sentences: sentences.length,
    top: top / stated,
    statements,
    confirmed,
    wronglyConfirmed: confirmed === 0 ? 0 : wrong / confirmed,
    wronglyDiffering: accused / stated,
    found: found / stated,
    faults,
  }
}
