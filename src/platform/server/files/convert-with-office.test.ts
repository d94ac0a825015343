import { spawnSync } from 'node:child_process'
import { utils, write } from '@e965/xlsx'
import { expect, it } from 'vitest'
import { readWorkbook } from '../../../documents/xlsx/index.ts'
import { convertWithOffice } from './convert-with-office.ts'

const hasOffice = spawnSync('soffice', ['--version'], { timeout: 60_000 }).status === 0

const oldWorkbook = (): Uint8Array => {
  const sheet = utils.aoa_to_sheet([['残疾人登记表'], ['序号', '姓名', '残疾类别'], [1, '符某', '肢体']])
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 2 } }]
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, '登记表')
  return new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }))
}

it.skipIf(!hasOffice)(
  'keeps every cell where it was (skipped where LibreOffice is not installed)',
  async () => {
    const converted = await convertWithOffice(oldWorkbook())
    // LibreOffice may be there without its Calc; then there is nothing to keep.
    if (converted === null) return
    const read = await readWorkbook(converted)
    expect(read).toMatchObject({ ok: true, value: { format: 'xlsx' } })
    const [sheet] = read.ok ? read.value.sheets : []
    expect(sheet!.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['残疾人登记表'],
      ['序号', '姓名', '残疾类别'],
      ['1', '符某', '肢体'],
    ])
    expect(sheet!.merges).toHaveLength(1)
  },
)
