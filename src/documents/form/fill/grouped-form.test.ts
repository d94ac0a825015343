import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readWorkbook } from '../../xlsx/index.ts'
import { workbookFixture } from '../../xlsx/workbook.fixture.ts'
import { type FormContent, fillForm, understandForm } from '../index.ts'

const decoder = new TextDecoder()
const text = (cell: string, words: string) =>
  `<c r="${cell}" s="1" t="inlineStr"><is><t>${words}</t></is></c>`
const sum = (cell: string, formula: string) => `<c r="${cell}" s="1"><f>${formula}</f><v>0</v></c>`
const blank = (row: number) =>
  `<row r="${row}" ht="20" customHeight="1">${['A', 'B', 'C'].map((name) => `<c r="${name}${row}" s="1"/>`).join('')}</row>`
const header = `<row r="1">${text('A1', '低保人员名单')}</row><row r="2">${text('A2', '社区')}${text('B2', '姓名')}${text('C2', '领取金额（元）')}</row>`

/** Two printed groups of two rows and of one, each with its 小计, and 合计 at the end. */
const printed = ({ one = '', two = '', all = '' } = {}) =>
  workbookFixture([
    {
      name: '名单',
      xml: `<sheetData>${header}<row r="3">${text('A3', '城北社区')}<c r="B3"/><c r="C3"/></row>${blank(4)}<row r="5">${text('A5', '小计')}${one && sum('C5', one)}</row><row r="6">${text('A6', '城南社区')}</row><row r="7">${text('A7', '小计')}${two && sum('C7', two)}</row><row r="8">${text('A8', '合计')}${all && sum('C8', all)}</row><row r="9">${text('A9', '注：按社区填写。')}</row></sheetData><mergeCells count="3"><mergeCell ref="A1:C1"/><mergeCell ref="A3:A4"/><mergeCell ref="A9:C9"/></mergeCells><dataValidations count="1"><dataValidation type="list" sqref="B3:B4 B6"><formula1>"甲,乙"</formula1></dataValidation></dataValidations>`,
    },
  ])

const fill = async (bytes: Uint8Array, content: FormContent) => {
  const read = await readWorkbook(bytes)
  if (!read.ok) throw new Error(read.message)
  const result = await fillForm(bytes, understandForm(read.value).sheets[0]!, content)
  if (!result.ok) throw new Error(result.message)
  const filled = await readWorkbook(result.value)
  if (!filled.ok) throw new Error(filled.message)
  const sheet = filled.value.sheets[0]!
  const cells = new Map(
    sheet.rows.flatMap((row) =>
      row.cells.map((cell) => [
        `${'ABC'[cell.column - 1]}${cell.row}`,
        cell.formula === undefined ? (cell.value ?? cell.text) : `=${cell.formula}`,
      ]),
    ),
  )
  return {
    sheet,
    at: (place: string) => cells.get(place),
    xml: decoder.decode(unzipSync(result.value)['xl/worksheets/sheet1.xml']),
  }
}

const summed = [false, false, true]
const rows = [
  ['城北社区', '甲', 100],
  ['城北社区', '乙', 200],
  ['城北社区', '丙', 300],
  ['城南社区', '丁', 50.1],
  ['城东社区', '戊', 7.2],
  ['城东社区', '己', 8],
]
const groups = [
  { count: 3, label: '城北社区', printed: 0 },
  { count: 1, label: '城南社区', printed: 1 },
  { count: 2, label: '城东社区', printed: null },
]

test('every group gets its rows and its own subtotal; further groups look like the first', async () => {
  const { at, sheet } = await fill(printed(), { rows, groups, summed })
  const column = (name: string) => Array.from({ length: 11 }, (_, index) => at(`${name}${index + 3}`))
  expect(column('B').slice(0, 9)).toEqual([
    '甲',
    '乙',
    '丙',
    undefined,
    '丁',
    undefined,
    '戊',
    '己',
    undefined,
  ])
  expect(column('C').slice(0, 10)).toEqual([100, 200, 300, 600, 50.1, 50.1, 7.2, 8, 15.2, 665.3])
  expect([at('A6'), at('A8'), at('A11'), at('A12'), at('A13')]).toEqual([
    '小计',
    '小计',
    '小计',
    '合计',
    '注：按社区填写。',
  ])
  expect([at('A3'), at('A4'), at('A7'), at('A9')]).toEqual(['城北社区', undefined, '城南社区', '城东社区'])
  expect(sheet.merges).toEqual(
    expect.arrayContaining([
      { top: 3, left: 1, bottom: 5, right: 1 },
      { top: 9, left: 1, bottom: 10, right: 1 },
      { top: 13, left: 1, bottom: 13, right: 3 },
    ]),
  )
  expect(sheet.merges).toHaveLength(4)
  expect(sheet.validations[0]!.ranges).toEqual([{ top: 3, left: 2, bottom: 11, right: 2 }])
})

test.each([
  ['C5+C7', 'SUM(C6,C8,C11)'],
  ['SUM(C5,C7)', 'SUM(C6,C8,C11)'],
  ['SUM(C3:C4,C6:C6)', 'SUM(C3:C5,C7:C7,C9:C10)'],
  ['SUM(C3:C7)/2', 'SUM(C3:C11)/2'],
  ['SUBTOTAL(9,C3:C7)', 'SUBTOTAL(9,C3:C11)'],
  ['SUMIF(A3:A7,"小计",C3:C7)', 'SUMIF(A3:A11,"小计",C3:C11)'],
])('formulas reach over the rows there are now: %s', async (all, grown) => {
  const form = printed({ one: 'SUM(C3:C4)', two: 'SUM(C6:C6)', all })
  const { at } = await fill(form, { rows, groups, summed })
  expect([at('C6'), at('C8'), at('C11'), at('C12')]).toEqual([
    '=SUM(C3:C5)',
    '=SUM(C7:C7)',
    '=SUM(C9:C10)',
    `=${grown}`,
  ])
})

test('a printed group without rows stays as it was, and a group keeps the rows it had', async () => {
  const { at } = await fill(printed(), {
    rows: [['城南社区', '丁', 5]],
    groups: [
      { count: 0, label: '城北社区', printed: 0 },
      { count: 1, label: '城南社区', printed: 1 },
    ],
    summed,
  })
  expect([at('A3'), at('A5'), at('C5'), at('B6'), at('C7'), at('C8')]).toEqual([
    '城北社区',
    '小计',
    undefined,
    '丁',
    5,
    5,
  ])
})

test('a label before 小计 names the group that was added', async () => {
  const form = workbookFixture([
    {
      name: '名单',
      xml: `<sheetData>${header}${blank(3)}<row r="4">${text('A4', 'XX社区小计')}</row><row r="5">${text('A5', '合计')}</row></sheetData>`,
    },
  ])
  const { at } = await fill(form, {
    rows,
    groups: groups.map((group, index) => ({ ...group, printed: index === 0 ? 0 : null })),
    summed,
  })
  expect([at('A6'), at('A8'), at('A11'), at('C11')]).toEqual([
    'XX社区小计',
    '城南社区小计',
    '城东社区小计',
    15.2,
  ])
})

test('whatever the groups, each row is written once, in order, and the totals agree', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 6 }),
      async (counts) => {
        const all = counts.flatMap((count, group) =>
          Array.from({ length: count }, (_, index) => [`社区${group}`, `人${group}-${index}`, index + 1]),
        )
        fc.pre(all.length > 0)
        const laid = counts.flatMap((count, index) =>
          index < 2 || count > 0 ? [{ count, label: `社区${index}`, printed: index < 2 ? index : null }] : [],
        )
        const { sheet } = await fill(printed(), { rows: all, groups: laid, summed })
        const shown = sheet.rows.map(({ cells }) => new Map(cells.map((cell) => [cell.column, cell])))
        const written = shown.flatMap((row) => row.get(2)?.text ?? []).filter((name) => name.startsWith('人'))
        expect(written).toEqual(all.map(([, name]) => name))
        const totalOf = (word: string) =>
          shown.filter((row) => row.get(1)?.text === word).map((row) => Number(row.get(3)?.value ?? 0))
        const sums = counts.map((count) => (count * (count + 1)) / 2)
        expect(totalOf('小计')).toEqual(sums.filter((_, index) => index < 2 || counts[index]! > 0))
        expect(totalOf('合计')).toEqual([sums.reduce((one, other) => one + other, 0)])
      },
    ),
    { numRuns: 30 },
  )
})

test('a total above the rows is not written over, and its formula reaches to the last of them', async () => {
  const form = workbookFixture([
    {
      name: '名单',
      xml: `<sheetData>${header}<row r="3">${text('A3', '合计')}${sum('C3', 'SUM(C4:C6)')}</row>${[4, 5, 6].map(blank).join('')}</sheetData>`,
    },
  ])
  const { at } = await fill(form, { rows, summed })
  expect([at('A3'), at('C3'), at('B4'), at('B9')]).toEqual(['合计', '=SUM(C4:C9)', '甲', '己'])
})

test('a single total that the form left empty gets the sum, one of words does not', async () => {
  const form = workbookFixture([
    {
      name: '名单',
      xml: `<sheetData>${header}${blank(3)}<row r="4">${text('A4', '合计')}</row></sheetData>`,
    },
  ])
  expect((await fill(form, { rows, summed })).at('C9')).toBe(665.3)
  const words = rows.map(([area, name]) => [area, name, '***'])
  expect((await fill(form, { rows: words, summed })).at('C9')).toBeUndefined()
})
