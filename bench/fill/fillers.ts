import { read, utils, write } from '@e965/xlsx'
import XlsxPopulate from 'xlsx-populate'
import { fillForm, understandForm } from '../../src/documents/form/index.ts'
import { readWorkbook } from '../../src/documents/xlsx/index.ts'

/** Three ways to put the same values into the same form, from its bytes to bytes. The header stands in row 2. */
export const fillers: Readonly<
  Record<string, (form: Uint8Array, values: string[][]) => Promise<Uint8Array>>
> = {
  async youju(form, values) {
    const workbook = await readWorkbook(form)
    if (!workbook.ok) throw new Error(workbook.message)
    const filled = await fillForm(form, understandForm(workbook.value).sheets[0]!, { rows: values })
    if (!filled.ok) throw new Error(filled.message)
    return filled.value
  },
  async '@e965/xlsx'(form, values) {
    const workbook = read(form, { type: 'array', cellStyles: true, bookVBA: true })
    utils.sheet_add_aoa(workbook.Sheets[workbook.SheetNames[0]!]!, values, { origin: 'A3' })
    return new Uint8Array(
      write(workbook, { type: 'array', bookType: 'xlsx', compression: true, bookVBA: true }),
    )
  },
  async 'xlsx-populate'(form, values) {
    const workbook = await XlsxPopulate.fromDataAsync(form)
    workbook.sheet(0).cell('A3').value(values)
    return new Uint8Array(await workbook.outputAsync('uint8array'))
  },
}
