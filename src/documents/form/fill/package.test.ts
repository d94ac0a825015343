import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { unzipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { columnLetters, readWorkbook } from '../../xlsx/index.ts'
import { workbookFixture } from '../../xlsx/workbook.fixture.ts'
import { type FormContent, fillForm, understandForm } from '../index.ts'

const decoder = new TextDecoder()
const text = (cell: string, words: string, style = 0) =>
  `<c r="${cell}" s="${style}" t="inlineStr"><is><t>${words}</t></is></c>`
const packages = 'http://schemas.openxmlformats.org/package/2006/relationships'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const drawing = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing'
const relation = (id: string, type: string, target: string, external = false) =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`

/** Header in row 1, two rows, a total, a note; style 1 is unlocked. */
const sheetXml = ({ tail = '', head = '' } = {}) =>
  `${head}<sheetData><row r="1">${['序号', '姓名', '身份证号', '家庭人口'].map((words, index) => text('ABCD'[index]! + 1, words)).join('')}</row>${[
    2, 3,
  ]
    .map(
      (row) =>
        `<row r="${row}"><c r="A${row}"/><c r="B${row}" s="1"/><c r="C${row}" s="1"/><c r="D${row}" s="1"/></row>`,
    )
    .join(
      '',
    )}<row r="4">${text('A4', '合计')}<c r="D4"><f>SUM(D2:D3)</f><v>0</v></c></row><row r="5">${text('A5', '注：由社区填写。')}</row></sheetData>${tail}`

const styles =
  '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="49" applyProtection="1"><protection locked="0"/></xf></cellXfs>'

/** A form as offices make them: table, picture, chart, comment, Excel 2010 rules, macros, a link to another file. */
const rich = () =>
  workbookFixture(
    [
      {
        name: '名单',
        xml: sheetXml({
          tail: `<dataValidations count="1"><dataValidation type="list" sqref="B2:B3"><formula1>代码!$A$1:$A$3</formula1></dataValidation></dataValidations><drawing r:id="rId1"/><legacyDrawing r:id="rId3"/><tableParts count="1"><tablePart r:id="rId2"/></tableParts><extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" count="1"><x14:dataValidation type="list"><x14:formula1><xm:f>代码!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>C2:C3</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>`,
        }),
      },
      { name: '代码', state: 'hidden', xml: `<sheetData><row r="1">${text('A1', '张三')}</row></sheetData>` },
      {
        name: '汇总',
        xml: `<sheetData><row r="1"><c r="A1"><f>名单!D4</f><v>0</v></c></row></sheetData><conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"><formula>名单!$D$4&gt;3</formula></cfRule></conditionalFormatting>`,
      },
    ],
    {
      styles,
      names: '<definedName name="合计数">名单!$D$4</definedName>',
      parts: {
        'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="${packages}">${relation('rId1', 'drawing', '../drawings/drawing1.xml')}${relation('rId2', 'table', '../tables/table1.xml')}${relation('rId3', 'vmlDrawing', '../drawings/vmlDrawing1.vml')}${relation('rId4', 'comments', '../comments1.xml')}${relation('rId5', 'hyperlink', 'https://example.gov.cn/', true)}</Relationships>`,
        'xl/tables/table1.xml': `<table xmlns="${main}" id="1" name="表1" displayName="表1" ref="A1:D3"><autoFilter ref="A1:D3"/><tableColumns count="4"><tableColumn id="1" name="序号"/><tableColumn id="2" name="姓名"/><tableColumn id="3" name="身份证号"/><tableColumn id="4" name="家庭人口"/></tableColumns></table>`,
        'xl/drawings/drawing1.xml': `<xdr:wsDr xmlns:xdr="${drawing}"><xdr:twoCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:row>5</xdr:row></xdr:from><xdr:to><xdr:col>2</xdr:col><xdr:row>9</xdr:row></xdr:to></xdr:twoCellAnchor><xdr:oneCellAnchor><xdr:from><xdr:col>3</xdr:col><xdr:row>0</xdr:row></xdr:from></xdr:oneCellAnchor></xdr:wsDr>`,
        'xl/drawings/_rels/drawing1.xml.rels': `<Relationships xmlns="${packages}">${relation('rId1', 'chart', '../charts/chart1.xml')}</Relationships>`,
        'xl/charts/chart1.xml': '<c:chart xmlns:c="c"><c:f>名单!$D$4</c:f></c:chart>',
        'xl/drawings/vmlDrawing1.vml':
          '<xml xmlns:x="x"><x:Anchor>1, 15, 3, 10, 3, 15, 5, 4</x:Anchor><x:Row>3</x:Row></xml>',
        'xl/comments1.xml': `<comments xmlns="${main}"><commentList><comment ref="D4" authorId="0"/></commentList></comments>`,
        'xl/vbaProject.bin': 'macros',
        'xl/externalLinks/externalLink1.xml': '<externalLink/>',
        'xl/media/image1.png': 'not really a picture',
        'customXml/item1.xml': '<a/>',
      },
    },
  )

const fill = async (bytes: Uint8Array, content: FormContent) => {
  const read = await readWorkbook(bytes)
  if (!read.ok) throw new Error(read.message)
  return fillForm(bytes, understandForm(read.value).sheets[0]!, content)
}
const filled = async (bytes: Uint8Array, content: FormContent) => {
  const result = await fill(bytes, content)
  if (!result.ok) throw new Error(result.message)
  return result.value
}
const people = (count: number) =>
  Array.from({ length: count }, (_, index) => [index + 1, `人${index + 1}`, '34052419800101001X', 2])
const changedParts = (before: Uint8Array, after: Uint8Array) => {
  const [old, now] = [unzipSync(before), unzipSync(after)]
  expect(Object.keys(now).sort()).toEqual(Object.keys(old).sort())
  return Object.keys(old)
    .filter((name) => decoder.decode(old[name]) !== decoder.decode(now[name]))
    .sort()
}

describe('a form with everything in it', () => {
  test('comes back with the filled sheet and the recalculation mark changed, and no other byte', async () => {
    const before = rich()
    expect(changedParts(before, await filled(before, { rows: people(2) }))).toEqual([
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
    ])
  })

  test('that grows takes its table, pictures, charts, comments and rules along, and nothing else', async () => {
    const before = rich()
    const after = await filled(before, { rows: people(12) })
    expect(changedParts(before, after)).toEqual([
      'xl/charts/chart1.xml',
      'xl/comments1.xml',
      'xl/drawings/drawing1.xml',
      'xl/drawings/vmlDrawing1.vml',
      'xl/tables/table1.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
      'xl/worksheets/sheet3.xml',
    ])
    const part = (name: string) => decoder.decode(unzipSync(after)[name])
    expect(part('xl/tables/table1.xml')).toContain('ref="A1:D13"><autoFilter ref="A1:D13"/>')
    expect(part('xl/drawings/drawing1.xml')).toContain('<xdr:row>15</xdr:row>')
    expect(part('xl/drawings/drawing1.xml')).toContain('<xdr:row>19</xdr:row>')
    expect(part('xl/drawings/drawing1.xml')).toContain('<xdr:row>0</xdr:row>')
    expect(part('xl/charts/chart1.xml')).toContain('名单!$D$14')
    expect(part('xl/comments1.xml')).toContain('ref="D14"')
    expect(part('xl/drawings/vmlDrawing1.vml')).toContain('1, 15, 13, 10, 3, 15, 15, 4')
    expect(part('xl/worksheets/sheet1.xml')).toContain('<xm:sqref>C2:C13</xm:sqref>')
    expect(part('xl/worksheets/sheet3.xml')).toContain('<formula>名单!$D$14&gt;3</formula>')
    expect(part('xl/workbook.xml')).toContain('名单!$D$14')
  })

  test('can carry a hidden sheet that says where each value came from', async () => {
    const before = rich()
    const after = await filled(before, {
      rows: people(1),
      sources: [{ cell: 'B2', source: '居民登记，2026-11-21' }],
    })
    const added = Object.keys(unzipSync(after)).filter((name) => !(name in unzipSync(before)))
    expect(added).toEqual(['xl/worksheets/sheet4.xml'])
    const read = await readWorkbook(after)
    const sheet = read.ok ? read.value.sheets.at(-1)! : null
    expect(sheet).toMatchObject({ name: '填报来源', hidden: true })
    expect(sheet!.rows[1]!.cells.map((cell) => cell.text)).toEqual(['名单', 'B2', '居民登记，2026-11-21'])
  })
})

describe('a protected sheet', () => {
  const tail = '<sheetProtection sheet="1" objects="1" scenarios="1"/>'

  test('is filled where cells are unlocked, and the others are named', async () => {
    const left: string[] = []
    const bytes = workbookFixture([{ name: '名单', xml: sheetXml({ tail }) }], { styles })
    const after = await filled(bytes, { rows: people(3), onLocked: (cells) => left.push(...cells) })
    expect(left).toEqual(['A2', 'A3', 'A4'])
    const read = await readWorkbook(after)
    const rows = read.ok ? read.value.sheets[0]!.rows : []
    expect(rows[3]!.cells.map((cell) => cell.text)).toEqual(['人3', '34052419800101001X', '2'])
  })

  test('with everything locked is refused with a sentence', async () => {
    const bytes = workbookFixture([{ name: '名单', xml: sheetXml({ tail }) }])
    expect(await fill(bytes, { rows: people(1) })).toMatchObject({
      ok: false,
      message: expect.stringMatching(/设了保护.*A2、B2、C2.*撤销工作表保护.*。$/),
    })
  })
})

describe('sheets at the limits of the format', () => {
  const blankRows = (from: number, to: number, inner = '') => {
    const rows: string[] = []
    for (let row = from; row <= to; row++)
      rows.push(`<row r="${row}" s="1" customFormat="1"${inner ? `>${inner}</row>` : '/>'}`)
    return rows.join('')
  }
  const head = `<row r="1">${text('A1', '姓名')}${text('B1', '性别')}</row><row r="2"/><row r="3">${text('A3', '合计')}</row>`

  test('1,048,576 formatted rows are kept, those pushed over the edge fall off', async () => {
    const bytes = workbookFixture(
      [{ name: '表', xml: `<sheetData>${head}${blankRows(4, 1_048_576)}</sheetData>` }],
      { styles },
    )
    const after = await filled(bytes, {
      rows: [
        ['甲', '男'],
        ['乙', '女'],
        ['丙', '男'],
      ],
    })
    const xml = decoder.decode(unzipSync(after)['xl/worksheets/sheet1.xml'])
    expect(xml).toContain('<row r="5"><c r="A5" s="0" t="inlineStr"><is><t>合计')
    expect(xml).toContain('<row r="1048576"')
    expect(xml).not.toContain('<row r="1048577"')
    expect(xml.split('<row r="1048576"')).toHaveLength(2)
  }, 120_000)

  test('a total in the last row is not lost silently', async () => {
    const bytes = workbookFixture([
      {
        name: '表',
        xml: `<sheetData>${head}<row r="1048576">${text('A1048576', '注：以上')}</row></sheetData>`,
      },
    ])
    expect(await fill(bytes, { rows: [['甲'], ['乙']] })).toMatchObject({
      ok: false,
      message: expect.stringContaining('1048576 行'),
    })
  })

  test('16,384 columns stay', async () => {
    const wide = `<sheetData><row r="1">${text('A1', '姓名')}${text('B1', '性别')}${text('XFD1', '末列')}</row></sheetData>`
    const bytes = workbookFixture([{ name: '表', xml: wide }])
    const xml = decoder.decode(
      unzipSync(await filled(bytes, { rows: [['甲', '男']] }))['xl/worksheets/sheet1.xml'],
    )
    expect(xml).toContain('<c r="XFD1"')
    expect(xml).toContain('甲')
  })

  test('a header in every one of 16,384 columns is read as far as forms go, and all of them stay', async () => {
    const headers = Array.from({ length: 16_384 }, (_, index) => {
      const words = index === 0 ? '姓名' : index === 1 ? '性别' : `指标${index}`
      return text(`${columnLetters(index + 1)}1`, words)
    })
    const bytes = workbookFixture([
      { name: '表', xml: `<sheetData><row r="1">${headers.join('')}</row></sheetData>` },
    ])
    const xml = decoder.decode(
      unzipSync(await filled(bytes, { rows: [['甲', '男']] }))['xl/worksheets/sheet1.xml'],
    )
    expect(xml.split('<row r="1">')[1]!.split('</row>')[0]).toBe(headers.join(''))
    expect(xml).toContain('<is><t xml:space="preserve">甲</t></is>')
  })

  test('a formula that looks into another file keeps its rows, one beside it moves', async () => {
    const bytes = workbookFixture([
      {
        name: '表',
        xml: `<sheetData><row r="1">${text('A1', '姓名')}${text('B1', '家庭人口')}</row><row r="2"/><row r="3">${text('A3', '合计')}<c r="B3"><f>SUM(B2:B2)+[1]去年!B3+B3*0</f></c></row></sheetData>`,
      },
    ])
    const after = await filled(bytes, {
      rows: [
        ['甲', 1],
        ['乙', 2],
      ],
    })
    expect(decoder.decode(unzipSync(after)['xl/worksheets/sheet1.xml'])).toContain(
      '<f>SUM(B2:B3)+[1]去年!B3+B4*0</f>',
    )
  })

  test('a sheet without a header is refused, with what to do', async () => {
    const bytes = workbookFixture([
      { name: '封面', xml: `<sheetData><row r="1">${text('A1', '封面')}</row></sheetData>` },
    ])
    expect(await fill(bytes, { rows: [['甲']] })).toMatchObject({
      ok: false,
      message: expect.stringMatching(/没有找到表头.*。$/),
    })
  })
})

test('cells without XML of their own take the style of their column', async () => {
  const head = '<cols><col min="1" max="3" width="10" style="1"/></cols>'
  const xml = `${head}<sheetData><row r="1">${text('A1', '姓名')}${text('B1', '身份证号')}</row></sheetData>`
  const bytes = workbookFixture([{ name: '表', xml }], { styles })
  const sheet = decoder.decode(
    unzipSync(await filled(bytes, { rows: [['甲', '1']] }))['xl/worksheets/sheet1.xml'],
  )
  expect(sheet).toContain('<c r="A2" s="1" t="inlineStr">')
})

describe('other programs open the result', () => {
  const folder = mkdtempSync(join(tmpdir(), 'youju-form-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const hasOpenpyxl = spawnSync('python3', ['-c', 'import openpyxl']).status === 0
  const toCsv = (file: string): string | null => {
    // A profile of its own, since a LibreOffice that is open locks the usual one; 76 is UTF-8, whatever the locale.
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const csv = 'csv:Text - txt - csv (StarCalc):44,34,76,1'
    spawnSync('soffice', [profile, '--headless', '--convert-to', csv, '--outdir', folder, file], {
      timeout: 120_000,
    })
    const made = file.replace(/\.\w+$/, '.csv')
    return existsSync(made) ? readFileSync(made, 'utf8') : null
  }
  // LibreOffice is often there without its Calc.
  const probe = join(folder, 'probe.xlsx')
  writeFileSync(probe, workbookFixture([{ name: '表', xml: '<sheetData/>' }]))
  const hasCalc = toCsv(probe) !== null
  const plain = () =>
    workbookFixture(
      [
        { name: '名单', xml: sheetXml() },
        { name: '附表', xml: '<sheetData/>' },
      ],
      { styles },
    )

  test.skipIf(!hasOpenpyxl)('openpyxl (skipped where python3 has no openpyxl)', async () => {
    const file = join(folder, 'filled.xlsx')
    writeFileSync(
      file,
      await filled(plain(), { rows: people(12), sources: [{ cell: 'B2', source: '居民登记' }] }),
    )
    const script =
      'import openpyxl,sys,json; b=openpyxl.load_workbook(sys.argv[1]); s=b["名单"]; print(json.dumps([b.sheetnames, s["B13"].value, s["C13"].value, s["D14"].value, b["填报来源"].sheet_state]))'
    const told = JSON.parse(execFileSync('python3', ['-c', script, file], { encoding: 'utf8' }))
    expect(told).toEqual([
      ['名单', '附表', '填报来源'],
      '人12',
      '34052419800101001X',
      '=SUM(D2:D13)',
      'hidden',
    ])
  })

  test.skipIf(!hasCalc)(
    'LibreOffice (skipped where its Calc is not installed)',
    async () => {
      const file = join(folder, 'office.xlsx')
      writeFileSync(file, await filled(plain(), { rows: people(12) }))
      const lines = toCsv(file)!.trim().split('\n')
      expect(lines[12]).toContain('人12')
      expect(lines[13]).toMatch(/^"?合计"?,,,24$/)
    },
    150_000,
  )
})
