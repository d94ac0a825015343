import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readWorkbook, type Sheet } from '../../xlsx/index.ts'
import { workbookFixture } from '../../xlsx/workbook.fixture.ts'
import { type FormContent, fillForm, type SheetPlan, understandForm } from '../index.ts'

const decoder = new TextDecoder()
const text = (name: string, row: number, words: string, style = 0) =>
  `<c r="${name}${row}" s="${style}" t="inlineStr"><is><t>${words}</t></is></c>`

/** Title, header, three rows with a formula each, a total, a note; drop-down, colours, print area, a second sheet, a picture. */
const form = () =>
  workbookFixture(
    [
      {
        name: '名单',
        xml: `<dimension ref="A1:E8"/><cols><col min="1" max="5" width="14"/></cols><sheetData><row r="1" ht="30" customHeight="1">${text('A', 1, '残疾人名单', 1)}</row><row r="2">${['序号', '姓名', '身份证号', '出生日期', '年收入'].map((words, index) => text('ABCDE'[index]!, 2, words, 1)).join('')}<c r="F2" t="inlineStr"><is><t>月收入</t></is></c></row>${[
          3, 4, 5,
        ]
          .map(
            (row) =>
              `<row r="${row}" ht="20" customHeight="1" spans="1:6">${'ABC'
                .split('')
                .map((name) => `<c r="${name}${row}" s="1"/>`)
                .join(
                  '',
                )}<c r="D${row}" s="2"/><c r="E${row}" s="1"/><c r="F${row}" s="1"><f>E${row}/12+$F$9</f><v>0</v></c></row>`,
          )
          .join(
            '',
          )}<row r="6">${text('A', 6, '合计', 1)}<c r="E6" s="1"><f>SUM(E3:E5)</f><v>0</v></c></row><row r="7">${text('A', 7, '注:收入为上年度。')}</row></sheetData><mergeCells count="2"><mergeCell ref="A1:E1"/><mergeCell ref="A7:E7"/></mergeCells><conditionalFormatting sqref="E3:E5"><cfRule type="expression" priority="1"><formula>E3&gt;E$6</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="list" sqref="B3:B5"><formula1>"张三,李四"</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="A7" location="名单!A1"/></hyperlinks>`,
      },
      {
        name: '代码',
        state: 'hidden',
        xml: '<sheetData><row r="1"><c r="A1"><f>名单!E6&amp;"元"</f></c><c r="B1"><f>B6</f></c></row></sheetData>',
      },
    ],
    {
      names: '<definedName name="_xlnm.Print_Area" localSheetId="0">名单!$A$1:$E$7</definedName>',
      styles: '<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="49"/><xf numFmtId="14"/></cellXfs>',
      parts: { 'xl/media/image1.png': 'not really a picture', 'xl/vbaProject.bin': 'macros' },
    },
  )

const sheets = async (bytes: Uint8Array): Promise<readonly Sheet[]> => {
  const read = await readWorkbook(bytes)
  if (!read.ok) throw new Error(read.message)
  return read.value.sheets
}
const planOf = async (bytes: Uint8Array): Promise<SheetPlan> =>
  understandForm((await sheets(bytes))[0]!).sheets[0]!
const fill = async (bytes: Uint8Array, content: FormContent) => {
  const filled = await fillForm(bytes, await planOf(bytes), content)
  if (!filled.ok) throw new Error(filled.message)
  return filled.value
}
const person = (n: number) => [n, `人${n}`, '34052419800101001X', { date: '1980-01-01' }, n * 1200, undefined]
const people = (count: number) => Array.from({ length: count }, (_, index) => person(index + 1))
const at = (sheet: Sheet, place: string) =>
  sheet.rows
    .flatMap(({ cells }) => cells)
    .find(({ row, column }) => `${'ABCDEF'[column - 1]}${row}` === place)

describe('rows where there is room', () => {
  test('change the filled sheet and ask for recalculation, nothing else', async () => {
    const before = form()
    const after = await fill(before, { rows: people(2) })
    const [old, now] = [unzipSync(before), unzipSync(after)]
    expect(Object.keys(now)).toEqual(Object.keys(old))
    const changed = Object.keys(old).filter((name) => decoder.decode(old[name]) !== decoder.decode(now[name]))
    expect(changed.sort()).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet1.xml'])
    expect(decoder.decode(now['xl/workbook.xml'])).toBe(
      decoder
        .decode(old['xl/workbook.xml'])
        .replace('</definedNames>', '</definedNames><calcPr fullCalcOnLoad="1"/>'),
    )
  })

  test('keep style, height and formulas; dates follow the cell, ID numbers are text', async () => {
    const bytes = await fill(form(), { rows: people(2) })
    const [sheet] = await sheets(bytes)
    expect(at(sheet!, 'C3')).toMatchObject({ kind: 'text', text: '34052419800101001X' })
    expect(at(sheet!, 'D4')).toMatchObject({ kind: 'date', text: '1980-01-01' })
    expect(at(sheet!, 'E4')).toMatchObject({ kind: 'number', value: 2400 })
    expect(at(sheet!, 'F4')).toMatchObject({ formula: 'E4/12+$F$9' })
    const xml = decoder.decode(unzipSync(bytes)['xl/worksheets/sheet1.xml'])
    expect(xml).toContain('<row r="3" ht="20" customHeight="1" spans="1:6"><c r="A3" s="1"><v>1</v></c>')
  })

  test('a form without formulas keeps even its workbook part', async () => {
    const plain = workbookFixture([
      {
        name: '表',
        xml: `<sheetData><row r="1">${text('A', 1, '姓名')}${text('B', 1, '性别')}</row></sheetData>`,
      },
    ])
    const [old, now] = [unzipSync(plain), unzipSync(await fill(plain, { rows: [['张三', '男']] }))]
    expect(
      Object.keys(old).filter((name) => decoder.decode(old[name]) !== decoder.decode(now[name])),
    ).toEqual(['xl/worksheets/sheet1.xml'])
  })
})

describe('more rows than room', () => {
  test('push totals and notes down, with merges, rules, links, names and formulas', async () => {
    const bytes = await fill(form(), { rows: people(10) })
    const [sheet] = await sheets(bytes)
    expect(at(sheet!, 'B12')).toMatchObject({ text: '人10' })
    expect(at(sheet!, 'F12')).toMatchObject({ formula: 'E12/12+$F$16' })
    expect(at(sheet!, 'E13')).toMatchObject({ formula: 'SUM(E3:E12)' })
    expect(at(sheet!, 'A14')).toMatchObject({ text: '注:收入为上年度。' })
    expect(sheet!.merges).toEqual([
      { top: 1, left: 1, bottom: 1, right: 5 },
      { top: 14, left: 1, bottom: 14, right: 5 },
    ])
    expect(sheet!.validations[0]!.ranges).toEqual([{ top: 3, left: 2, bottom: 12, right: 2 }])
    const parts = unzipSync(bytes)
    expect(decoder.decode(parts['xl/worksheets/sheet2.xml'])).toContain(
      '<f>名单!E13&amp;&quot;元&quot;</f></c><c r="B1"><f>B6</f>',
    )
    const xml = decoder.decode(parts['xl/worksheets/sheet1.xml'])
    expect(xml).toContain('<conditionalFormatting sqref="E3:E12">')
    expect(xml).toContain('<formula>E3&gt;E$13</formula>')
    expect(xml).toContain('<hyperlink ref="A14"')
    expect(xml).toContain('<dimension ref="A1:E15"/>')
    expect(decoder.decode(parts['xl/workbook.xml'])).toContain('名单!$A$1:$E$14')
  })

  test('whatever their number, every value arrives in its row and nothing below is lost', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 40 }),
        fc.array(fc.string({ maxLength: 12 }), { maxLength: 40 }),
        async (count, names) => {
          const rows = people(count).map((row, index) => [row[0], names[index] ?? row[1], ...row.slice(2)])
          const [sheet] = await sheets(await fill(form(), { rows: rows as never }))
          const down = Math.max(0, count - 3)
          expect(at(sheet!, `A${6 + down}`)?.text).toBe('合计')
          expect(at(sheet!, `A${7 + down}`)?.text).toBe('注:收入为上年度。')
          for (let index = 0; index < count; index++)
            expect(at(sheet!, `E${3 + index}`)?.value ?? 0).toBe((index + 1) * 1200)
        },
      ),
      { numRuns: 30 },
    )
  })
})

test('the calculation chain goes when formulas move, and is no longer mentioned', async () => {
  const bytes = workbookFixture(
    [
      {
        name: '表',
        xml: `<sheetData><row r="1">${text('A', 1, '姓名')}${text('B', 1, '年龄')}</row><row r="2"/><row r="3">${text('A', 3, '合计')}<c r="B3"><f>SUM(B2:B2)</f></c></row></sheetData>`,
      },
    ],
    {
      parts: {
        '[Content_Types].xml':
          '<Types xmlns="t"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/calcChain.xml" ContentType="c"/></Types>',
        'xl/_rels/workbook.xml.rels':
          '<Relationships xmlns="r"><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId9" Type="x/calcChain" Target="calcChain.xml"/></Relationships>',
        'xl/calcChain.xml': '<calcChain><c r="B3"/></calcChain>',
      },
    },
  )
  const parts = unzipSync(
    await fill(bytes, {
      rows: [
        ['甲', 1],
        ['乙', 2],
      ],
    }),
  )
  expect(parts['xl/calcChain.xml']).toBeUndefined()
  for (const name of ['[Content_Types].xml', 'xl/_rels/workbook.xml.rels'])
    expect(decoder.decode(parts[name])).not.toContain('calcChain')
})

test('single cells of a vertical form are filled in place', async () => {
  const bytes = workbookFixture(
    [
      {
        name: '表',
        xml: `<sheetData><row r="1">${text('A', 1, '姓名')}<c r="B1" s="1"/>${text('C', 1, '性别')}</row><row r="2">${text('A', 2, '年龄')}</row></sheetData>`,
      },
    ],
    { styles: '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="49"/></cellXfs>' },
  )
  const [sheet] = await sheets(await fill(bytes, { cells: { B1: '张三', D1: '男', B2: 61, B5: '备注' } }))
  expect(['B1', 'C1', 'D1', 'B2', 'B5'].map((place) => at(sheet!, place)?.text)).toEqual([
    '张三',
    '性别',
    '男',
    '61',
    '备注',
  ])
})

describe('rows that come page by page', () => {
  async function* paged<Row>(rows: readonly Row[], sizes: readonly number[], fail?: Error) {
    let start = 0
    for (const size of [...sizes, rows.length]) {
      yield rows.slice(start, start + size)
      start += size
      if (fail) throw fail
    }
  }

  test('make the same file however they are cut, empty pages among them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(30), fc.array(fc.nat(9), { maxLength: 8 }), async (count, sizes) => {
        const rows = people(count)
        const pages = { count, pages: paged(rows, sizes) }
        expect(unzipSync(await fill(form(), { rows: pages }))).toEqual(
          unzipSync(await fill(form(), { rows })),
        )
      }),
      { numRuns: 25 },
    )
  })

  test('a page is asked for only when the rows before it are written', async () => {
    const asked: number[] = []
    async function* pages() {
      for (const size of [2, 3]) {
        asked.push(size)
        yield people(size)
      }
      asked.push(0)
    }
    await fill(form(), { rows: { count: 5, pages: pages() } })
    // The last is not asked whether there is more.
    expect(asked).toEqual([2, 3])
  })

  test('give no file where reading fails or fewer come than were announced', async () => {
    const lost = new Error('The connection was lost.')
    const failing = { count: 9, pages: paged(people(9), [3], lost) }
    await expect(fill(form(), { rows: failing })).rejects.toThrow(lost)
    const short = { count: 9, pages: paged(people(4), [3]) }
    await expect(fill(form(), { rows: short })).rejects.toThrow('Fewer rows came than the 9')
  })
})

test('a broken sheet is refused, not filled by half', async () => {
  const plan = await planOf(form())
  const broken = workbookFixture([{ name: '名单', xml: '<sheetData><row r="1"><c r="A1"/></sheetData>' }])
  expect(await fillForm(broken, plan, { rows: people(1) })).toMatchObject({
    ok: false,
    message: expect.stringContaining('损坏'),
  })
  expect(await fillForm(new Uint8Array([1, 2, 3]), plan, {})).toMatchObject({ ok: false })
})
