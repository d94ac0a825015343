import { utils, write } from '@e965/xlsx'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readWorkbook, type Workbook } from './index.ts'
import { textRows, workbookFixture } from './workbook.fixture.ts'

const open = async (bytes: Uint8Array, fileName?: string): Promise<Workbook> => {
  const result = await readWorkbook(bytes, fileName === undefined ? {} : { fileName })
  if (!result.ok) throw new Error(result.message)
  return result.value
}
const refusal = async (bytes: Uint8Array, fileName?: string, limits?: object): Promise<string> => {
  const result = await readWorkbook(bytes, {
    ...(fileName === undefined ? {} : { fileName }),
    ...(limits ? { limits } : {}),
  })
  return result.ok ? 'read' : result.message
}
const cellsOf = (book: Workbook, sheet = 0) => book.sheets[sheet]!.rows.flatMap(({ cells }) => cells)

describe('an .xlsx', () => {
  const styles =
    '<numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="4"/><xf numFmtId="22"/></cellXfs>'

  test('shows cells as people see them', async () => {
    const book = await open(
      workbookFixture(
        [
          {
            name: '登记表',
            xml: `<cols><col min="2" max="3" width="12.5" hidden="1"/></cols><sheetData><row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2"><v>0.30000000000000004</v></c><c r="C2" s="1"><v>45356</v></c><c r="D2" s="2"><v>45356</v></c><c r="E2" s="3"><v>1234.5</v></c><c r="F2"><v>1.10105E+17</v></c><c r="G2" t="b"><v>1</v></c><c r="H2" t="e"><v>#N/A</v></c><c r="I2" t="str"><f>A2&amp;"x"</f><v>王&lt;五&gt;x</v></c><c r="J2" s="4"><v>45356.354166666664</v></c><c r="K2" t="inlineStr"><is><r><t>李</t></r><r><t>四</t></r></is></c><c r="L2" s="1"/></row></sheetData><mergeCells><mergeCell ref="A1:C1"/></mergeCells>`,
          },
        ],
        { styles, strings: ['<t>张三</t><rPh sb="0" eb="1"><t>zhang</t></rPh>'] },
      ),
    )
    expect(cellsOf(book).map(({ kind, text }) => [kind, text])).toEqual([
      ['text', '张三'],
      ['number', '0.3'],
      ['date', '2024-03-05'],
      ['date', '2024-03'],
      ['number', '1,234.50'],
      ['number', '110105000000000000'],
      ['boolean', 'TRUE'],
      ['error', '#N/A'],
      ['text', '王<五>x'],
      ['date', '2024-03-05 08:30'],
      ['text', '李四'],
    ])
    expect(cellsOf(book)[5]).toMatchObject({ rounded: true, row: 2, column: 6 })
    expect(cellsOf(book)[8]).toMatchObject({ formula: 'A2&"x"' })
    expect(book.sheets[0]!.merges).toEqual([{ top: 1, left: 1, bottom: 1, right: 3 }])
    expect(book.sheets[0]!.columns).toContainEqual({ column: 3, width: 12.5, hidden: true })
    expect(book.sheets[0]!.columns).toContainEqual({ column: 12, format: 'yyyy/m/d' })
  })

  test('finds drop-down values in the rule, on a hidden sheet and behind a name', async () => {
    const lists = (formula: string, at: string) =>
      `<dataValidation type="list" sqref="${at}"><formula1>${formula}</formula1></dataValidation>`
    const book = await open(
      workbookFixture(
        [
          {
            name: '表',
            xml: `<sheetData/><dataValidations>${lists('"男,女"', 'B2:B9 D2')}${lists('代码!$A$1:$A$3', 'C2:C9')}${lists('学历', 'E2')}</dataValidations><extLst><ext><x14:dataValidations xmlns:x14="x" xmlns:xm="m"><x14:dataValidation type="list"><x14:formula1><xm:f>代码!$B$1:$B$1</xm:f></x14:formula1><xm:sqref>F2:F3</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>`,
          },
          { name: '代码', state: 'hidden', xml: textRows([['一级', '是'], ['二级'], ['三级']]) },
        ],
        { names: '<definedName name="学历">代码!$A$2:$A$3</definedName>' },
      ),
    )
    expect(book.sheets[1]!.hidden).toBe(true)
    expect(book.sheets[0]!.validations.map(({ values }) => values)).toEqual([
      ['男', '女'],
      ['一级', '二级', '三级'],
      ['二级', '三级'],
      ['是'],
    ])
    expect(book.sheets[0]!.validations[0]!.ranges).toHaveLength(2)
  })

  test('a million empty formatted rows and the last column cost nothing', async () => {
    const rows: string[] = []
    for (let row = 3; row <= 1_048_576; row++) rows.push(`<row r="${row}" s="1" customFormat="1"/>`)
    const xml = `<cols><col min="1" max="16384" width="9"/></cols><sheetData><row r="1"><c r="XFD1" t="inlineStr"><is><t>末列</t></is></c></row>${rows.join('')}</sheetData>`
    const book = await open(workbookFixture([{ name: '空行', xml }]))
    expect(book.sheets[0]!.rows).toHaveLength(1)
    expect(cellsOf(book)[0]).toMatchObject({ column: 16_384, text: '末列' })
  })
})

describe('other formats', () => {
  const table = [
    ['姓名', '年龄'],
    ['张三', 61],
  ]
  const sheetJs = (bookType: 'biff8' | 'xlsx') => {
    const book = utils.book_new()
    utils.book_append_sheet(book, utils.aoa_to_sheet(table), '人员')
    return new Uint8Array(write(book, { type: 'array', bookType }))
  }

  test('a large sheet is read in pieces, so that others are served meanwhile', async () => {
    const rows = Array.from({ length: 100_000 }, (_, index) => `<row r="${index + 1}" s="1"/>`).join('')
    let turns = 0
    let reading = true
    const turn = () => {
      turns++
      if (reading) setImmediate(turn)
    }
    setImmediate(turn)
    expect(
      (await readWorkbook(workbookFixture([{ name: '高', xml: `<sheetData>${rows}</sheetData>` }]))).ok,
    ).toBe(true)
    reading = false
    expect(turns).toBeGreaterThan(5)
  })

  test('an .xls reads the same as the .xlsx, whatever the file is called', async () => {
    const xls = await open(sheetJs('biff8'), '名单.xlsx')
    const xlsx = await open(sheetJs('xlsx'), '名单.xls')
    expect(xls.format).toBe('xls')
    expect(xls.sheets[0]!.name).toBe('人员')
    expect(cellsOf(xls).map(({ text }) => text)).toEqual(['姓名', '年龄', '张三', '61'])
    expect(cellsOf(xls)).toEqual(cellsOf(xlsx))
  })

  test('CSV in UTF-8 and in GB18030', async () => {
    const gbk = Uint8Array.of(0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xc4, 0xea, 0xc1, 0xe4, 0x0a, 0x61, 0x2c, 0x31)
    for (const bytes of [strToU8('\ufeff姓名,年龄\na,1'), gbk])
      expect(cellsOf(await open(bytes, '名单.csv')).map(({ text }) => text)).toEqual([
        '姓名',
        '年龄',
        'a',
        '1',
      ])
  })
})

describe('bad input is told in a sentence', () => {
  const good = workbookFixture([{ name: '表', xml: textRows([['姓名', '年龄']]) }])
  const compound = (stream: string) => {
    const bytes = new Uint8Array(2048)
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    bytes.set(
      [...stream].flatMap((one) => [one.charCodeAt(0), 0]),
      600,
    )
    return bytes
  }

  test('what is no workbook is called by its name', async () => {
    expect(await refusal(new Uint8Array())).toContain('空的')
    expect(await refusal(compound('EncryptedPackage'), 'a.xlsx')).toContain('密码')
    expect(await refusal(compound('WordDocument'), 'a.xls')).toContain('Word 97-2003')
    expect(await refusal(zipSync({ 'word/document.xml': strToU8('<w/>') }), 'a.xlsx')).toContain('Word 文档')
    expect(await refusal(strToU8('<html><table><tr><td>1</td></tr></table></html>'), 'a.xls')).toContain(
      '网页',
    )
    expect(await refusal(strToU8('姓名,年龄\n张三,1'), 'a.xlsx')).toContain('CSV')
    expect(await refusal(strToU8('%PDF-1.7'), 'a.xlsx')).toContain('PDF')
    expect(await refusal(compound('Workbook'), 'a.xls')).toContain('损坏')
  })

  test('every truncation of a workbook is refused', async () => {
    for (let length = 1; length < good.length; length += 97)
      expect(await refusal(good.subarray(0, length), 'a.xlsx')).not.toBe('read')
  })

  test('limits hold: size on disk, unpacked, number of cells', async () => {
    expect(await refusal(good, 'a.xlsx', { fileBytes: 100 })).toContain('上限')
    const bomb = workbookFixture([{ name: '表', xml: `<sheetData>${' '.repeat(30_000_000)}</sheetData>` }])
    expect(await refusal(bomb, 'a.xlsx', { unpackedBytes: 10_000_000 })).toContain('过大')
    expect(await refusal(good, 'a.xlsx', { cells: 1 })).toContain('单元格')
  })

  test('broken parts are named', async () => {
    expect(
      await refusal(
        workbookFixture([
          { name: '表', xml: '<sheetData><row r="1"><c r="A1" t="s"><v>7</v></c></row></sheetData>' },
        ]),
      ),
    ).toContain('文字表残缺')
    expect(await refusal(workbookFixture([{ name: '表', xml: '<!DOCTYPE a><sheetData/>' }]))).toContain(
      'DOCTYPE',
    )
  })
})
