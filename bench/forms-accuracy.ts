import { join } from 'node:path'
import { madeUpForms } from './forms/made-up-forms.ts'
import { realForms } from './forms/real-forms.ts'
import { scoreForms } from './forms/score-forms.ts'
import { scoreTitles } from './forms/score-titles.ts'

/**
 * How well headers of forms are understood, one JSON line a set: `node bench/forms-accuracy.ts [folder]`, where the
 * folder holds forms-dev.jsonl. docs/forms.md says how the sets came about.
 */
const folder = process.argv[2]
const real = realForms(folder === undefined ? undefined : join(folder, 'forms-dev.jsonl'))
const show = (set: string, forms: Parameters<typeof scoreForms>[0]) =>
  console.log(JSON.stringify({ set, ...scoreForms(forms) }))

if (real) {
  show('real, development', real.development)
  show('real, apart at first', real.apart)
  show('real, all', [...real.development, ...real.apart])
} else console.log(JSON.stringify({ skipped: '真实表格不随项目分发，没有找到，无法测量。' }))
show('made up, development', madeUpForms.development)
show('made up, apart at first', madeUpForms.apartAtFirst)
show('made up, apart', madeUpForms.apart)
show('made up, third sitting', madeUpForms.third)
show('made up, fourth sitting', madeUpForms.fourth)
show('made up, fifth sitting', madeUpForms.fifth)
show('made up, sixth sitting', madeUpForms.sixth)
console.log(JSON.stringify({ set: 'titles', ...scoreTitles() }))
