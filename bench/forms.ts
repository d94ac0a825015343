import { performance } from 'node:perf_hooks'
import type { Benchmark } from './benchmark.ts'
import type { LabelledForm } from './forms/form.ts'
import { madeUpForms } from './forms/made-up-forms.ts'
import { realForms } from './forms/real-forms.ts'
import { scoreForms } from './forms/score-forms.ts'

const accuracy = (set: string, forms: readonly LabelledForm[] | undefined): Benchmark => ({
  name: `forms/${set}`,
  async run() {
    if (!forms) return { n: 0, median: 0, unit: 'ms a form', note: 'skipped: real forms are not there' }
    const start = performance.now()
    const { top1, mappedRight, coverage, leftAlone, headerRows, headers } = scoreForms(forms)
    return {
      n: forms.length,
      median: (performance.now() - start) / forms.length,
      unit: 'ms a form, read nine times',
      note: `${headers} headers: first choice right ${top1}, of mapped right ${mappedRight} at coverage ${coverage}, left alone ${leftAlone}, header rows ${headerRows}`,
    }
  },
})

const real = realForms()

export const benchmarks: Benchmark[] = [
  accuracy('real-development', real?.development),
  accuracy('real-apart-at-first', real?.apart),
  accuracy('made-up-development', madeUpForms.development),
  accuracy('made-up-apart-at-first', madeUpForms.apartAtFirst),
  accuracy('made-up-apart', madeUpForms.apart),
  accuracy('made-up-third', madeUpForms.third),
  accuracy('made-up-fourth', madeUpForms.fourth),
  accuracy('made-up-fifth', madeUpForms.fifth),
  accuracy('made-up-sixth', madeUpForms.sixth),
]
