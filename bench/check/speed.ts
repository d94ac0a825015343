import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { checkReport } from '../../src/documents/check/index.ts'
import { longReport } from './filler.ts'

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

/** Characters a second for a report of that length; the first run, which compiles, is left out. */
export const charactersPerSecond = (characters: number, runs: number): number => {
  const text = longReport(characters)
  const rates: number[] = []
  for (let run = 0; run <= runs; run++) {
    const start = performance.now()
    checkReport({ text })
    if (run > 0) rates.push((text.length / (performance.now() - start)) * 1000)
  }
  return median(rates)
}

/** Peak resident memory in MB of a process that checks a text of so many UTF-8 bytes. */
export const peakMegabytes = (bytes: number): number => {
  const script = `
    import { checkReport } from ${JSON.stringify(new URL('../../src/documents/check/index.ts', import.meta.url).href)}
    import { longReport } from ${JSON.stringify(new URL('./filler.ts', import.meta.url).href)}
    const bytes = new TextEncoder().encode(longReport(${Math.round(bytes / 2.6)}))
    checkReport({ name: 'a.txt', bytes: bytes.subarray(0, ${bytes}) })
    console.log(process.resourceUsage().maxRSS / 1024)`
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  return Number(run.stdout.trim())
}

/** Seconds from start to exit of the command on a short text. */
export const startSeconds = (runs: number): number => {
  const built = new URL('../../dist/apps/cli/main.js', import.meta.url)
  const main = fileURLToPath(
    existsSync(built) ? built : new URL('../../src/apps/cli/main.ts', import.meta.url),
  )
  const file = fileURLToPath(new URL('./short-report.txt', import.meta.url))
  const times: number[] = []
  for (let run = 0; run <= runs; run++) {
    const start = performance.now()
    const { status } = spawnSync(process.execPath, [main, 'check', '--format', 'json', file])
    if (status === null || status > 1) return Number.NaN
    if (run > 0) times.push((performance.now() - start) / 1000)
  }
  return median(times)
}
