import { spawnSync } from 'node:child_process'
import type { Benchmark, Measurement } from './benchmark.ts'

interface Once {
  readonly milliseconds: number
  readonly megabytes: number
  readonly parts: number
  readonly lost: readonly string[]
  readonly changed: readonly string[]
}

/** Slower than this is said to be so. */
const LONGEST = 240_000

/** Rounds of all fillers in turn, so that a busy machine slows each alike; the middle one counts. */
const middle = (rounds: readonly (Once | null)[]): Once | null => {
  const done = rounds
    .filter((once) => once !== null)
    .sort((one, other) => one.milliseconds - other.milliseconds)
  return done[Math.floor(done.length / 2)] ?? null
}

const fillOnce = (filler: string, rows: number, columns: number): Once | null => {
  const script = new URL('fill/fill-once.ts', import.meta.url).pathname
  const { status, stdout } = spawnSync(process.execPath, [script, filler, ...[rows, columns].map(String)], {
    encoding: 'utf8',
    timeout: LONGEST,
  })
  return status === 0 ? (JSON.parse(stdout) as Once) : null
}

const told = (filler: string, once: Once | null): string =>
  once === null
    ? `${filler}: not done within ${LONGEST / 1000} s or out of memory`
    : `${filler}: ${Math.round(once.milliseconds)} ms, ${once.megabytes} MB, of ${once.parts} parts ${once.lost.length} lost and ${once.changed.length} changed beyond sheet and calculation`

const fillBenchmark = (rows: number, columns: number, runs: number): Benchmark => ({
  name: `fill/${rows}-rows-${columns}-columns`,
  async run(): Promise<Measurement> {
    const names = ['youju', '@e965/xlsx', 'xlsx-populate']
    const rounds = Array.from({ length: runs }, () => names.map((filler) => fillOnce(filler, rows, columns)))
    const [ours, ...rest] = names.map((_, index) => middle(rounds.map((round) => round[index]!)))
    if (!ours) throw new Error('Our own filler failed.')
    const others = rest.map((once, index) => [names[index + 1]!, once ?? null] as const)
    const fastest = Math.min(...others.flatMap(([, once]) => (once ? [once.milliseconds] : [])))
    return {
      n: runs,
      median: ours.milliseconds,
      unit: 'ms',
      ...(Number.isFinite(fastest) ? { reference: fastest, ratio: ours.milliseconds / fastest } : {}),
      note: [['youju', ours] as const, ...others].map(([filler, once]) => told(filler, once)).join('; '),
    }
  },
})

interface Filled {
  readonly milliseconds: number
  readonly megabytes: number
  readonly rows: number
  readonly cells: number
  readonly left: number
}

/** Residents of the district that forms are filled from, another one than the great one of other benchmarks. */
const residents = process.env.BENCH_RESIDENTS ?? '100000'

const fillFromLedgers = (...numbers: number[]): string => {
  const script = new URL('fill/fill-from-ledgers.ts', import.meta.url).pathname
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...numbers.map(String)], {
    encoding: 'utf8',
    env: { ...process.env, BENCH_RESIDENTS: residents },
  })
  if (status !== 0) throw new Error(stderr)
  return stdout
}

/** From the ledgers to the file: rows read, deciphered, worded and written. */
const endToEndBenchmark = (rows: number, columns: number, runs: number): Benchmark => ({
  name: `fill/from-ledgers-${rows}-rows-${columns}-columns`,
  async run(): Promise<Measurement> {
    // Made first, in a process of its own, where it is not there yet.
    fillFromLedgers()
    const done = Array.from(
      { length: runs },
      () => JSON.parse(fillFromLedgers(rows, columns)) as Filled,
    ).sort((one, other) => one.milliseconds - other.milliseconds)
    const { milliseconds, rows: written, cells, left } = done[Math.floor(runs / 2)]!
    const megabytes = Math.max(...done.map((one) => one.megabytes))
    return {
      n: runs,
      median: Math.round(milliseconds),
      unit: 'ms',
      note: `${written} rows, ${cells} cells from a district of ${residents}, ${left} columns left empty; peak ${megabytes} MB without the database`,
    }
  },
})

export const benchmarks: Benchmark[] = [
  fillBenchmark(1_000, 30, 5),
  fillBenchmark(100_000, 20, 1),
  endToEndBenchmark(1_000, 30, 3),
  endToEndBenchmark(100_000, 20, 1),
]
