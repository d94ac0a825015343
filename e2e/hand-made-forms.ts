import { textRows, workbookFixture } from '../src/documents/xlsx/workbook.fixture.ts'

/** Style 1 stands in headers, 2 (text) in cells to fill. */
const styles =
  '<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="0" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf><xf numFmtId="49" applyNumberFormat="1"/></cellXfs>'

const merged = (...refs: string[]): string =>
  `<mergeCells count="${refs.length}">${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`

/** Gives the cells of a row a style, and those that hold nothing too, so that borders would show. */
const styled = (xml: string, row: number, columns: string, style: number): string =>
  xml.replace(new RegExp(`<row r="${row}">(.*?)</row>`), (_, cells: string) => {
    const held = new Map(
      [...cells.matchAll(/<c r="([A-Z])\d+"(.*?)<\/c>/g)].map(([, at, rest]) => [at, rest]),
    )
    const all = [...columns].map((at) =>
      held.has(at)
        ? `<c r="${at}${row}" s="${style}"${held.get(at)}</c>`
        : `<c r="${at}${row}" s="${style}"/>`,
    )
    return `<row r="${row}" ht="24" customHeight="1">${all.join('')}</row>`
  })

const list = (cells: string, ...choices: string[]): string =>
  `<dataValidation type="list" allowBlank="1" sqref="${cells}"><formula1>"${choices.join(',')}"</formula1></dataValidation>`

/** A list of people: header of two rows (3 and 4), drop-downs, two empty rows, a note, a sheet that explains. */
export const personListForm = (): Buffer => {
  const rows = [
    ['60周岁以上一、二级残疾人登记表'],
    ['制表单位：区残联'],
    ['序号', '基本情况', '', '', '残疾情况', '', '', '联系电话', '备注'],
    ['', '姓名', '性别', '身份证号', '残疾类别', '残疾等级', '残疾人证号'],
    [],
    [],
    ['注：请于月底前报送。'],
  ]
  const columns = 'ABCDEFGHI'
  const xml = [1, 3, 4].reduce((sheet, row) => styled(sheet, row, columns, 1), textRows(rows))
  const cells = [5, 6].reduce((sheet, row) => styled(sheet, row, columns, 2), xml)
  const merges = merged('A1:I1', 'A2:I2', 'A3:A4', 'B3:D3', 'E3:G3', 'H3:H4', 'I3:I4', 'A7:I7')
  const choices = `<dataValidations count="2">${list('C5:C6', '1-男', '2-女')}${list('F5:F6', '一级', '二级', '三级', '四级')}</dataValidations>`
  return Buffer.from(
    workbookFixture(
      [
        { name: '登记表', xml: cells + merges + choices },
        { name: '填表说明', xml: textRows([['一人一行，以身份证为准。']]) },
      ],
      { styles, parts: { 'customXml/item1.xml': '<office>区残联</office>' } },
    ),
  )
}

/** One household: label on the left, value on the right. */
export const householdForm = (): Buffer => {
  const rows = [
    ['住户信息登记表'],
    ['户主姓名', '', '户号', ''],
    ['家庭住址', '', '家庭电话', ''],
    ['家庭人口', '', '所属社区', ''],
    ['调查员签名', ''],
  ]
  const xml = [1, 2, 3, 4, 5].reduce((sheet, row) => styled(sheet, row, 'ABCD', 1), textRows(rows))
  return Buffer.from(workbookFixture([{ name: '登记卡', xml: xml + merged('A1:D1', 'B5:D5') }], { styles }))
}

/** Kinds of disability by level, with a total both ways. */
export const crossTableForm = (): Buffer => {
  const rows = [
    ['持证残疾人统计表'],
    ['残疾类别', '合计', '一级', '二级', '三级', '四级'],
    ['肢体残疾'],
    ['视力残疾'],
    ['听力残疾'],
    ['言语残疾'],
    ['智力残疾'],
    ['精神残疾'],
    ['多重残疾'],
    ['合计'],
  ]
  const xml = rows.reduce((sheet, _, index) => styled(sheet, index + 1, 'ABCDEF', 1), textRows(rows))
  return Buffer.from(workbookFixture([{ name: '统计', xml: xml + merged('A1:F1') }], { styles }))
}
