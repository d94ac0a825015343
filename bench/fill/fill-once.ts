import { performance } from 'node:perf_hooks'
import { unzipSync } from 'fflate'
import { blankForm, valuesOf } from './blank-form.ts'
import { fillers } from './fillers.ts'

/**
 * Fills one form and prints milliseconds, the process's greatest memory, and which parts came back changed or not
 * at all: `node bench/fill/fill-once.ts youju 1000 30`. A process of its own, so that memory is its own; small forms are filled
 * once before, so that loading is not measured.
 */
const [filler = 'youju', rows = '1000', columns = '30'] = process.argv.slice(2)
const form = await blankForm(Number(columns))
const values = valuesOf(Number(rows), Number(columns))
await fillers[filler]!(form, values.slice(0, 20))
const start = performance.now()
const filled = await fillers[filler]!(form, values)
const milliseconds = performance.now() - start
// Before the result is unpacked to be looked at.
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024)
const [old, now] = [unzipSync(form), unzipSync(filled)]
/** The sheet that is filled, and what tells programs to calculate anew. */
const allowed = new Set(['xl/worksheets/sheet1.xml', 'xl/workbook.xml', 'xl/calcChain.xml'])
const differs = Object.keys(old).filter(
  (name) => !allowed.has(name) && (!now[name] || Buffer.compare(old[name]!, now[name]!) !== 0),
)
console.log(
  JSON.stringify({
    milliseconds,
    megabytes,
    parts: Object.keys(old).length,
    lost: differs.filter((name) => !now[name]),
    changed: differs.filter((name) => now[name]),
  }),
)
