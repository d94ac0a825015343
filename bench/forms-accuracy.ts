/**
 * How well headers of real forms are understood: `node bench/forms-accuracy.ts [folder with forms-dev.jsonl]`.
 * One JSON line a set. Near-identical forms are kept in one set; `apart` was set aside while the wording was
 * first written (docs/forms.md has its figures at first sight) and has served to improve it since.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { matchHeaders, understandForm } from '../src/documents/form/index.ts'
import type { Cell, Range, Sheet } from '../src/documents/xlsx/index.ts'

interface RealForm {
  readonly id: string
  readonly title: string
  readonly headerRows: readonly (readonly string[])[] | null
  readonly columns: readonly { readonly header: string; readonly key: string | null }[]
}

const folder = process.argv[2] ?? new URL('../../shared/forms', import.meta.url).pathname
const file = join(folder, 'forms-dev.jsonl')

/** The forms as blank sheets: title, optional line below it, header with or without joined cells. */
const sheetOf = (
  form: RealForm,
  layout: { title: boolean; line: boolean; merged: boolean },
): { sheet: Sheet; header: [number, number] } => {
  const cells: Cell[] = []
  const merges: Range[] = []
  const put = (row: number, column: number, text: string) =>
    cells.push({ row, column, kind: 'text', text, value: text })
  const rows = form.headerRows ?? []
  const width = rows[0]?.length ?? 1
  let row = 1
  if (layout.title) {
    put(row, 1, form.title)
    if (layout.merged) merges.push({ top: row, left: 1, bottom: row, right: width })
    row++
  }
  if (layout.line) {
    put(row, 1, '填报单位:')
    put(row, Math.max(2, width - 1), '填报日期:  年  月  日')
    row++
  }
  const header: [number, number] = [row, row + rows.length - 1]
  rows.forEach((texts, depth) => {
    texts.forEach((text, column) => {
      if (text !== '') put(row + depth, column + 1, text)
    })
  })
  if (layout.merged && rows.length > 1) merges.push(...joinedCells(rows, row))
  const numbers = [...new Set(cells.map((cell) => cell.row))]
  const sheet: Sheet = {
    name: 'Sheet1',
    hidden: false,
    rows: numbers.map((number) => ({
      number,
      hidden: false,
      cells: cells.filter((cell) => cell.row === number),
    })),
    merges,
    validations: [],
    columns: [],
  }
  return { sheet, header }
}

const joinedCells = (rows: readonly (readonly string[])[], first: number): Range[] => {
  const top = rows[0]!
  const below = rows.slice(1)
  return top.flatMap((text, column) => {
    if (text === '') return []
    if (below.every((texts) => !texts[column]))
      return [{ top: first, left: column + 1, bottom: first + rows.length - 1, right: column + 1 }]
    let last = column
    while (last + 1 < top.length && !top[last + 1] && below.some((texts) => texts[last + 1])) last++
    return last > column ? [{ top: first, left: column + 1, bottom: first, right: last + 1 }] : []
  })
}

const share = (part: number, whole: number) =>
  whole === 0 ? null : Math.round((part / whole) * 10_000) / 10_000

const measure = (set: string, forms: readonly RealForm[]) => {
  const count = { keyed: 0, first: 0, mapped: 0, right: 0, empty: 0, left: 0, sheets: 0, headers: 0 }
  for (const form of forms) {
    const found = matchHeaders(
      form.columns.map(({ header }) => header),
      [],
      { title: form.title },
    )
    form.columns.forEach(({ key }, index) => {
      const match = found[index]!
      if (key === null) {
        count.empty++
        if (match.status !== 'mapped') count.left++
      } else {
        count.keyed++
        if (match.key === key) count.first++
      }
      if (match.status === 'mapped') {
        count.mapped++
        if (match.key === key) count.right++
      }
    })
    if (!form.headerRows) continue
    for (const title of [true, false])
      for (const line of [true, false])
        for (const merged of [true, false]) {
          const { sheet, header } = sheetOf(form, { title, line, merged })
          const plan = understandForm(sheet, { fileName: `${form.title}.xlsx` }).sheets[0]
          count.sheets++
          if (plan?.headerRows?.join() === header.join()) count.headers++
        }
  }
  console.log(
    JSON.stringify({
      set,
      forms: forms.length,
      headers: count.keyed + count.empty,
      top1: share(count.first, count.keyed),
      mappedRight: share(count.right, count.mapped),
      coverage: share(count.mapped, count.keyed),
      leftAlone: share(count.left, count.empty),
      headerRows: share(count.headers, count.sheets),
    }),
  )
}

/** Numbers of the forms of the set aside: families of which no form was looked at while the rules were written. */
const apart = new Set(
  '119 34 52 127 36 139 140 108 150 148 151 152 153 54 71 88 38 168 48 100 115 95 96 123 155 2 3 124 30 31 143 166 138'
    .split(' ')
    .map((number) => `f${number.padStart(3, '0')}`),
)

if (existsSync(file)) {
  const forms = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line): RealForm => JSON.parse(line))
  measure(
    'development',
    forms.filter(({ id }) => !apart.has(id)),
  )
  measure(
    'apart',
    forms.filter(({ id }) => apart.has(id)),
  )
  measure('all', forms)
} else console.log(JSON.stringify({ skipped: `没有 ${file}:真实表格不随项目分发,无法测量。` }))
