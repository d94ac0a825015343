import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readWorkbook, type Sheet, type TableFormat, writeTable } from './index.ts'

const firstSheet = async (bytes: Uint8Array): Promise<Sheet> => {
  const result = await readWorkbook(bytes)
  if (!result.ok) throw new Error(result.message)
  return result.value.sheets[0]!
}

test('what is written is read back', async () => {
  const day = fc.date({ min: new Date('1900-03-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  const values: [TableFormat, fc.Arbitrary<string | number>][] = [
    ['text', fc.stringMatching(/^[0-9一-龥<>&"'A-Z]{1,20}$/)],
    ['date', day.map((date) => date.toISOString().slice(0, 10))],
    ['month', day.map((date) => date.toISOString().slice(0, 7))],
    ['integer', fc.integer({ min: -1e9, max: 1e9 })],
    ['decimal', fc.integer({ min: -1e9, max: 1e9 }).map((cents) => cents / 100)],
  ]
  const row = fc.tuple(...values.map(([, value]) => fc.option(value, { nil: null })))
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (rows) => {
      const columns = values.map(([format], index) => ({ header: `列${index}`, format }))
      const sheet = await firstSheet(await writeTable({ title: '表', columns, rows }))
      const read = rows.map((line, index) => {
        const cells = sheet.rows.find(({ number }) => number === index + 3)?.cells ?? []
        return line.map((_, column) => cells.find((cell) => cell.column === column + 1)?.value ?? null)
      })
      expect(read).toEqual(rows)
    }),
    { numRuns: 40 },
  )
})

test('headers of several rows are merged, the header stays in sight, provenance is hidden', async () => {
  const bytes = await writeTable({
    title: '残疾人台账',
    subtitles: ['截止:2026-03-31'],
    columns: [
      { header: '序号', format: 'integer' },
      { header: ['户籍地', '省'] },
      { header: ['户籍地', '市'] },
    ],
    rows: [[1, '安徽省', '芜湖市']],
    notes: ['口径:期末在册。'],
    provenance: [['指标', 'disability.certified']],
  })
  const result = await readWorkbook(bytes)
  if (!result.ok) throw new Error(result.message)
  const [sheet, source] = result.value.sheets
  expect(sheet!.merges).toEqual(
    expect.arrayContaining([
      { top: 1, left: 1, bottom: 1, right: 3 },
      { top: 3, left: 1, bottom: 4, right: 1 },
      { top: 3, left: 2, bottom: 3, right: 3 },
    ]),
  )
  expect(sheet!.rows.at(-1)!.cells[0]!.text).toBe('口径:期末在册。')
  expect(source).toMatchObject({ name: '来源', hidden: true })
})

test('identifiers keep every digit and are never formulas', async () => {
  const sheet = await firstSheet(
    await writeTable({ columns: [{ header: '证号' }], rows: [['34052419800101001X'], ['=1+1']] }),
  )
  expect(sheet.rows.slice(1).map(({ cells }) => cells[0]!)).toMatchObject([
    { kind: 'text', text: '34052419800101001X' },
    { kind: 'text', text: '=1+1' },
  ])
  expect(sheet.rows[2]!.cells[0]!.formula).toBeUndefined()
})
