import { checkReport } from '../../../../documents/check/index.ts'
import { readFigures } from '../../../../documents/figures/index.ts'
import type { CheckAnswer, CheckJob } from './check-job.ts'

const figuresOf = (job: CheckJob) => {
  if (!('bytes' in job) || !/\.docx$/i.test(job.name)) return { figures: null, figuresRefused: null }
  const read = readFigures(job.bytes)
  if (!read.ok) return { figures: null, figuresRefused: read.message }
  return { figures: read.value === 'none' ? null : read.value, figuresRefused: null }
}

const check = (job: CheckJob): CheckAnswer => {
  const checked = checkReport(job)
  return checked.ok
    ? { ok: true, result: checked.value, ...figuresOf(job) }
    : { ok: false, message: checked.message }
}

addEventListener('message', (event: MessageEvent<CheckJob>) => postMessage(check(event.data)))
