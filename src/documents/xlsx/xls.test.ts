import * as library from '@e965/xlsx'
import { expect, test } from 'vitest'
import { fillForm, understandForm } from '../form/index.ts'
import { readWorkbook, rebuildXls } from './index.ts'

const words = (...values: number[]) => values.flatMap((value) => [value & 0xff, value >> 8])
const emptyText = [...words(1), 0, 0]

/** A DV record of MS-XLS 2.4.97: a list over one column, with the tokens of its formula. */
const listRecord = (tokens: number[], [top, bottom, column]: [number, number, number]) => {
  const data = [
    ...words(0x0003 | 0x0080, 0),
    ...emptyText,
    ...emptyText,
    ...emptyText,
    ...emptyText,
    ...words(tokens.length, 0),
    ...tokens,
    ...words(0, 0),
    ...words(1),
    ...words(top, bottom, column, column),
  ]
  return [...words(0x01be, data.length), ...data]
}
const record = (type: number, data: number[]) => [...words(type, data.length), ...data]

/** An .xls form with drop-downs, which the library does not write: records are put into its stream. */
const form = (): Uint8Array => {
  const book = library.utils.book_new()
  library.utils.book_append_sheet(book, library.utils.aoa_to_sheet([['汉族'], ['回族']]), '代码')
  const sheet = library.utils.aoa_to_sheet([
    ['居民登记表'],
    ['姓名', '性别', '民族', '身份证号'],
    [],
    ['合计'],
  ])
  sheet['!merges'] = [library.utils.decode_range('A1:D1')]
  library.utils.book_append_sheet(book, sheet, '登记表')
  const bytes = new Uint8Array(library.write(book, { type: 'array', bookType: 'biff8' }))
  const file = library.CFB.read(bytes, { type: 'array' })
  const entry = library.CFB.find(file, '/Workbook')!
  const stream = [...Uint8Array.from(entry.content as unknown as number[])]
  // Before the end of the last sheet: 男,女 typed in, and cells of the sheet of codes.
  const typed = [0x17, 3, 1, ...words(0x7537, 0, 0x5973)]
  const area = [0x3b, ...words(0, 0, 1, 0, 0)]
  const end = stream.findLastIndex(
    (byte, at) => byte === 0x0a && stream[at + 1] === 0 && stream[at + 2] === 0 && stream[at + 3] === 0,
  )
  const lists = [...listRecord(typed, [2, 9, 1]), ...listRecord(area, [2, 9, 2])]
  const withLists = [...stream.slice(0, end), ...lists, ...stream.slice(end)]
  // Before the end of the globals: links to sheets of this workbook. Later sheets move by as much.
  const links = [...record(0x01ae, words(2, 0x0401)), ...record(0x0017, [...words(1), ...words(0, 0, 0)])]
  return withGlobals(file, withLists, links)
}

const withGlobals = (
  file: ReturnType<typeof library.CFB.read>,
  stream: number[],
  added: number[],
): Uint8Array => {
  const view = new DataView(Uint8Array.from(stream).buffer)
  let [end, at] = [-1, 0]
  const moved = [...stream]
  while (end < 0) {
    const [type, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)]
    if (type === 0x000a) end = at
    if (type === 0x0085) {
      const position = view.getUint32(at + 4, true) + added.length
      moved.splice(at + 4, 4, position & 0xff, (position >> 8) & 0xff, (position >> 16) & 0xff, 0)
    }
    at += 4 + length
  }
  moved.splice(end, 0, ...added)
  library.CFB.utils.cfb_add(file, '/Workbook', Uint8Array.from(moved))
  return new Uint8Array(library.CFB.write(file, { type: 'array' }) as unknown as number[])
}

test('drop-downs of an .xls are read, typed in or kept on another sheet', async () => {
  const read = await readWorkbook(form())
  if (!read.ok) throw new Error(read.message)
  expect(read.value.sheets.map(({ validations }) => validations)).toEqual([
    [],
    [
      { ranges: [{ top: 3, left: 2, bottom: 10, right: 2 }], values: ['男', '女'] },
      { ranges: [{ top: 3, left: 3, bottom: 10, right: 3 }], values: ['汉族', '回族'] },
    ],
  ])
})

test('an .xls is answered as .xlsx, with its merges, choices and what was filled in', async () => {
  const rebuilt = await rebuildXls(form())
  if (!rebuilt.ok) throw new Error(rebuilt.message)
  const read = await readWorkbook(rebuilt.value)
  if (!read.ok) throw new Error(read.message)
  const plan = understandForm(read.value).sheets[1]!
  expect(plan.columns[1]!.options).toEqual(['男', '女'])
  const rows = Array.from({ length: 3 }, (_, index) => [`人${index}`, '女', '回族', '34052419800101001X'])
  const filled = await fillForm(rebuilt.value, plan, { rows })
  if (!filled.ok) throw new Error(filled.message)
  const after = await readWorkbook(filled.value)
  const sheet = after.ok ? after.value.sheets[1]! : null
  expect(sheet!.rows.map(({ cells }) => cells.map(({ text }) => text).join())).toEqual([
    '居民登记表',
    '姓名,性别,民族,身份证号',
    '人0,女,回族,34052419800101001X',
    '人1,女,回族,34052419800101001X',
    '人2,女,回族,34052419800101001X',
    '合计',
  ])
  expect(sheet!.merges).toEqual([{ top: 1, left: 1, bottom: 1, right: 4 }])
  expect(sheet!.validations).toHaveLength(2)
})

test('only an .xls is rebuilt', async () => {
  expect(await rebuildXls(new TextEncoder().encode('姓名,性别\n'))).toMatchObject({ ok: false })
})
