import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { type TableColumn, writeTable } from '../../src/documents/xlsx/index.ts'

const known = [
  '姓名',
  '身份证号',
  '性别',
  '民族',
  '联系电话',
  '现住地址',
  '残疾类别',
  '残疾等级',
  '监护人',
  '备注',
]
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006/relationships'

/**
 * A blank form with five rows to write in and a note below them, and what forms of offices carry besides: printer
 * settings, a picture, macros, custom XML, each mentioned where it has to be.
 */
export const blankForm = async (columns: number): Promise<Uint8Array> => {
  const headers: TableColumn[] = Array.from({ length: columns }, (_, index) => ({
    header: known[index] ?? `其他${index + 1}`,
  }))
  const parts = unzipSync(
    await writeTable({
      title: '残疾人登记表',
      columns: headers,
      rows: Array.from({ length: 5 }, () => []),
      notes: ['注：由社区填写。'],
    }),
  )
  const edit = (name: string, change: (xml: string) => string) => {
    parts[name] = strToU8(change(strFromU8(parts[name]!)))
  }
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`
  edit('_rels/.rels', (xml) =>
    xml.replace(
      '</Relationships>',
      `${relation('rIdX', `${office}/customXml`, 'customXml/item1.xml')}</Relationships>`,
    ),
  )
  edit('xl/_rels/workbook.xml.rels', (xml) =>
    xml.replace(
      '</Relationships>',
      `${relation('rIdV', 'http://schemas.microsoft.com/office/2006/relationships/vbaProject', 'vbaProject.bin')}</Relationships>`,
    ),
  )
  edit('[Content_Types].xml', (xml) =>
    xml.replace(
      '</Types>',
      '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Default Extension="png" ContentType="image/png"/><Override PartName="/xl/drawings/drawing1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/></Types>',
    ),
  )
  edit('xl/worksheets/sheet1.xml', (xml) =>
    xml.replace('</worksheet>', `<drawing xmlns:r="${office}" r:id="rId1"/></worksheet>`),
  )
  parts['xl/worksheets/_rels/sheet1.xml.rels'] = strToU8(
    `<Relationships xmlns="${packages}">${relation('rId1', `${office}/drawing`, '../drawings/drawing1.xml')}${relation('rId2', `${office}/printerSettings`, '../printerSettings/printerSettings1.bin')}</Relationships>`,
  )
  parts['xl/drawings/drawing1.xml'] = strToU8(
    '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"/>',
  )
  parts['xl/printerSettings/printerSettings1.bin'] = strToU8('printer')
  parts['xl/vbaProject.bin'] = strToU8('macros')
  parts['xl/media/image1.png'] = strToU8('picture')
  parts['customXml/item1.xml'] = strToU8('<form xmlns="urn:office"/>')
  return zipSync(parts)
}

export const valuesOf = (rows: number, columns: number): string[][] =>
  Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => `值${row}-${column}`),
  )
