import { existsSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import type { Benchmark } from './benchmark.ts'

/** Each is a file here that exports `benchmarks`. */
const suites = [
  'check',
  'fill',
  'import',
  'export',
  'search',
  'metrics',
  'metrics-by-area',
  'load',
  'report',
  'against',
  'forms',
  'matters',
]

const gibibytes = Math.round(totalmem() / 2 ** 30)
const machine = `${cpus()[0]?.model.trim() ?? 'unknown'} × ${cpus().length}, ${gibibytes} GiB, node ${process.version}`

const filter = process.argv[2] ?? ''
let ran = 0
for (const suite of suites) {
  const file = new URL(`${suite}.ts`, import.meta.url)
  if (!existsSync(file)) continue
  const { benchmarks } = (await import(file.href)) as { benchmarks: Benchmark[] }
  for (const { name, run } of benchmarks) {
    if (!name.includes(filter)) continue
    const { n, median, unit, reference, ratio, note } = await run()
    // Whoever else works on the machine slows everything: the load average of the last minute tells.
    const load = Math.round(loadavg()[0]! * 10) / 10
    console.log(JSON.stringify({ name, n, median, unit, reference, ratio, note, machine, load }))
    ran += 1
  }
}
if (ran === 0) {
  console.error(filter ? `No benchmark's name contains "${filter}".` : 'There are no benchmarks yet.')
  process.exitCode = 2
}
