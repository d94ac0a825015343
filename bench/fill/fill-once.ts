import { performance } from 'node:perf_hooks'
import { unzipSync } from 'fflate'
import { blankForm, valuesOf } from './blank-form.ts'
import { fillers } from './fillers.ts'

/**
 * Fills one form and prints milliseconds, the process's greatest memory, and which parts came back changed or not
 * at all: `node bench/fill/fill-once.ts youju 1000 30 5`. A process of its own, so that memory is its own.
 */
const [filler = 'youju', rows = '1000', columns = '30', runs = '1'] = process.argv.slice(2)
const form = await blankForm(Number(columns))
const values = valuesOf(Number(rows), Number(columns))
const before = process.resourceUsage().maxRSS / 1024
const times: number[] = []
let filled = new Uint8Array()
for (let run = 0; run < Number(runs); run++) {
  const start = performance.now()
  filled = new Uint8Array(await fillers[filler]!(form, values))
  times.push(performance.now() - start)
}
const [old, now] = [unzipSync(form), unzipSync(filled)]
/** The sheet that is filled, and what tells programs to calculate anew. */
const allowed = new Set(['xl/worksheets/sheet1.xml', 'xl/workbook.xml', 'xl/calcChain.xml'])
const differs = Object.keys(old).filter(
  (name) => !allowed.has(name) && (!now[name] || Buffer.compare(old[name]!, now[name]!) !== 0),
)
console.log(
  JSON.stringify({
    milliseconds: times.sort((one, other) => one - other)[Math.floor(times.length / 2)],
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    megabytesBefore: Math.round(before),
    parts: Object.keys(old).length,
    lost: differs.filter((name) => !now[name]),
    changed: differs.filter((name) => now[name]),
  }),
)
