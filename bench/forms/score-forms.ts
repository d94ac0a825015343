import { matchHeaders, understandForm } from '../../src/documents/form/index.ts'
import type { LabelledForm } from './form.ts'
import { sheetOf } from './form-sheet.ts'

/** Shares of 1. */
export interface FormScore {
  readonly forms: number
  readonly headers: number
  /** The first choice is right, of headers that have a key. */
  readonly top1: number
  /** Of what is called mapped. */
  readonly mappedRight: number
  /** Called mapped, of headers that have a key. */
  readonly coverage: number
  /** Not called mapped, of headers to be left alone. */
  readonly leftAlone: number
  /** Found exactly, over eight layouts of each form. */
  readonly headerRows: number
}

const share = (part: number, whole: number) =>
  whole === 0 ? 1 : Math.round((part / whole) * 10_000) / 10_000

/** How often headers, header rows and what is to be left alone are understood rightly. */
export const scoreForms = (forms: readonly LabelledForm[]): FormScore => {
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
  return {
    forms: forms.length,
    headers: count.keyed + count.empty,
    top1: share(count.first, count.keyed),
    mappedRight: share(count.right, count.mapped),
    coverage: share(count.mapped, count.keyed),
    leftAlone: share(count.left, count.empty),
    headerRows: share(count.headers, count.sheets),
  }
}
