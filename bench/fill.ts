import { performance } from 'node:perf_hooks'
import { read, utils, write } from '@e965/xlsx'
import { fillForm, understandForm } from '../src/documents/form/index.ts'
import { readWorkbook, type TableColumn, writeTable } from '../src/documents/xlsx/index.ts'
import type { Benchmark, Measurement } from './benchmark.ts'

const known = [
  '姓名',
  '身份证号',
  '性别',
  '民族',
  '联系电话',
  '现住地址',
  '残疾类别',
  '残疾等级',
  '监护人',
  '备注',
]

/** A blank form with five rows to write in and a note below them. */
const blankForm = (columns: number): Promise<Uint8Array> => {
  const headers: TableColumn[] = Array.from({ length: columns }, (_, index) => ({
    header: known[index] ?? `其他${index + 1}`,
  }))
  return writeTable({
    title: '残疾人登记表',
    columns: headers,
    rows: Array.from({ length: 5 }, () => []),
    notes: ['注:由社区填写。'],
  })
}

const valuesOf = (rows: number, columns: number): string[][] =>
  Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => `值${row}-${column}`),
  )

const median = (times: number[]): number =>
  [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)]!

const timed = async (runs: number, work: () => unknown): Promise<number> => {
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  return median(times)
}

const fillBenchmark = (rows: number, columns: number, runs: number): Benchmark => ({
  name: `fill/${rows}-rows-${columns}-columns`,
  async run(): Promise<Measurement> {
    const form = await blankForm(columns)
    const values = valuesOf(rows, columns)
    const ours = await timed(runs, async () => {
      const workbook = await readWorkbook(form)
      if (!workbook.ok) throw new Error(workbook.message)
      const filled = fillForm(form, understandForm(workbook.value).sheets[0]!, { rows: values })
      if (!filled.ok) throw new Error(filled.message)
    })
    // It writes the values only: styles, print set-up and rules of the form are lost.
    const reference = await timed(runs, () => {
      const workbook = read(form, { type: 'array', cellStyles: true })
      utils.sheet_add_aoa(workbook.Sheets[workbook.SheetNames[0]!]!, values, { origin: 'A3' })
      write(workbook, { type: 'array', bookType: 'xlsx', compression: true })
    })
    return {
      n: runs,
      median: ours,
      unit: 'ms',
      reference,
      ratio: ours / reference,
      note: '@e965/xlsx: read, add rows, write',
    }
  },
})

export const benchmarks: Benchmark[] = [fillBenchmark(1_000, 30, 5), fillBenchmark(100_000, 20, 1)]
