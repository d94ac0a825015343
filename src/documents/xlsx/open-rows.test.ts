import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { openRows, type Row, readWorkbook, writeTable } from './index.ts'

const cellsOf = (rows: readonly Row[]) =>
  rows.map(({ number, cells }) => [
    number,
    cells.map(({ column, kind, text, value }) => [column, kind, text, value]),
  ])

/** What reading row by row yields, and what reading the whole does. */
const both = async (bytes: Uint8Array, fileName: string) => {
  const [file, whole] = [await openRows(bytes, { fileName }), await readWorkbook(bytes, { fileName })]
  if (!file.ok || !whole.ok) return [file.ok, whole.ok]
  return await Promise.all(
    whole.value.sheets.map(async ({ name, rows }, index) => {
      const streamed: Row[] = []
      for await (const some of file.value.rows(name)) streamed.push(...some)
      const top = file.value.sheets[index]!
      expect(cellsOf(top.rows)).toEqual(cellsOf(streamed.slice(0, 300)))
      expect(top.merges).toEqual(whole.value.sheets[index]!.merges)
      return [cellsOf(streamed), cellsOf(rows)]
    }),
  )
}

const sheet = (rows: string, after = '') =>
  zipSync({
    '_rels/.rels': strToU8('<Relationships/>'),
    'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="表" r:id="r1"/></sheets></workbook>'),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${rows}</sheetData>${after}</worksheet>`),
  })

const cell = fc.constantFrom(
  '<c r="A1" t="inlineStr"><is><t>甲 &amp; 乙</t></is></c>',
  '<c r="B1"><v>3.10</v></c>',
  '<c r="C1" t="str"><f>A1&amp;B1</f><v>甲3</v></c>',
  '<c r="D1" t="inlineStr"><is><r><t>富</t></r><r><t>文本</t></r></is></c>',
  '<c r="E1" s="0"/>',
  '<c r="F1" t="b"><v>1</v></c>',
  '<c r="G1" t="e"><v>#N/A</v></c>',
  '<c r="H1"></c>',
  '<c t="str"><v>没有位置</v></c>',
  '<c r="I1" t="inlineStr"><is><t/></is></c>',
  '<c r="J1" t="inlineStr"><is><t xml:space="preserve"> 空格 </t></is></c>',
)

describe('reading row by row', () => {
  test('yields what reading the whole does, however the rows are written', async () => {
    const row = fc.record({
      cells: fc.array(cell, { maxLength: 5 }),
      gap: fc.constantFrom('', '\n', ' <!--x-->'),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 30 }), async (rows) => {
        const xml = rows
          .map(({ cells, gap }, index) =>
            cells.length === 0
              ? `<row r="${index + 1}"/>${gap}`
              : `<row r="${index + 1}">${cells.join('')}</row>${gap}`,
          )
          .join('')
        const bytes = sheet(xml, '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>')
        for (const pair of await both(bytes, 'a.xlsx'))
          expect((pair as unknown[])[0]).toEqual((pair as unknown[])[1])
      }),
      { numRuns: 60 },
    )
  })

  test('a table of more rows than are kept at the top', async () => {
    const rows = Array.from({ length: 4000 }, (_, index) => [`第${index}行`, index, '2024-03-05', null])
    const bytes = await writeTable({
      title: '名单',
      columns: [
        { header: '名' },
        { header: '数', format: 'integer' },
        { header: '日', format: 'date' },
        { header: '空' },
      ],
      rows,
    })
    const [pair] = await both(bytes, 'a.xlsx')
    expect((pair as unknown[])[0]).toEqual((pair as unknown[])[1])
    const file = await openRows(bytes)
    expect(file.ok && file.value.sheets[0]).toMatchObject({ more: 4002 - 300 })
  })

  test('CSV of any separator, with quotes, in UTF-8 and GB18030', async () => {
    const field = fc.string({ unit: fc.constantFrom('甲', 'a', '"', ',', ';', '\n', ' ', '1') })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 20 }),
        fc.constantFrom(',', '\t', ';', '|'),
        async (lines, separator) => {
          const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
          const text = [['姓名', '证号', '电话', '备注', '其他', '又一列'], ...lines]
            .map((line) => line.map(quoted).join(separator))
            .join('\r\n')
          const file = await openRows(new TextEncoder().encode(text), { fileName: 'a.csv' })
          if (!file.ok) throw new Error(file.message)
          const read = file.value.sheets[0]!.rows.slice(1).map(({ number, cells }) => [
            number,
            cells.map((each) => [each.column, each.text]),
          ])
          const wanted = lines.flatMap((line, index) => {
            const cells = line.flatMap((each, column) =>
              each.trim() === '' ? [] : [[column + 1, each.trim()]],
            )
            return cells.length === 0 ? [] : [[index + 2, cells]]
          })
          expect(read).toEqual(wanted)
        },
      ),
    )
    // 张,3 in GB18030
    const file = await openRows(Uint8Array.of(0xd5, 0xc5, 0x2c, 0x33), { fileName: 'a.csv' })
    expect(file.ok && cellsOf(file.value.sheets[0]!.rows)).toEqual([
      [
        1,
        [
          [1, 'text', '张', '张'],
          [2, 'text', '3', '3'],
        ],
      ],
    ])
  })

  test('a quote that is never closed swallows nothing', async () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `${index},${index === 7 ? '"' : ''}没有关,1`)
    const file = await openRows(new TextEncoder().encode(lines.join('\n')), { fileName: 'a.csv' })
    expect(file.ok && file.value.sheets[0]!.rows.length + file.value.sheets[0]!.more).toBe(20_000)
  })

  test('a sheet that breaks off is refused with its name', async () => {
    const file = await openRows(sheet('<row r="1"></row>', '<mergeCells count="'), { fileName: 'a.xlsx' })
    expect(file.ok ? '' : file.message).toContain('工作表“表”')
  })
})
