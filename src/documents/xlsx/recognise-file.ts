import { type Parsed, parsed, refused } from '../../core/parsed.ts'
import { identifyFile } from '../zip/index.ts'

/** The formats a workbook is read from; `zip` still needs a look at what it contains. */
export type TableFormat = 'zip' | 'xls' | 'csv'

const saveAs = '请用 Excel 或 WPS 打开，另存为 .xlsx 后再上传。'

const refusals = {
  'encrypted-office': '工作簿设有打开密码，无法读取。请用 Excel 或 WPS 打开，取消密码后另存再上传。',
  'word-97': '这是 Word 97-2003 文档(.doc)，不是表格。文档里的表格可复制到 Excel 后另存为 .xlsx。',
  ole: `这是旧版 Office 格式的文件，里面没有工作表。${saveAs}`,
  pdf: '这是 PDF 文件，不是表格。请向发件人索取 .xlsx 或 .xls 原件。',
  rtf: '这是 RTF 文档，不是表格。文档里的表格可复制到 Excel 后另存为 .xlsx。',
  empty: '文件是空的(0 字节)。请重新导出，或向发件人重新索取。',
  html: `这是网页（HTML），只是用了表格的扩展名。${saveAs}`,
  xml: `这是 XML 表格（Excel 2003 XML），只是用了表格的扩展名。${saveAs}`,
  renamed:
    '这是文本文件（CSV），只是用了 Excel 的扩展名。请把扩展名改为 .csv，或用 Excel、WPS 另存为 .xlsx。',
  unknown: `认不出这个文件的格式，它不是 .xlsx、.xls 或 .csv，或者已损坏。${saveAs}`,
}

const isText = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) ||
  (bytes[0] === 0xfe && bytes[1] === 0xff) ||
  !bytes.subarray(0, 65_536).some((byte) => byte < 9 || (byte > 13 && byte < 32))

/**
 * What a file really is, told from its bytes; what is no table is refused with its name.
 * Text is CSV unless the file calls itself a workbook.
 */
export const recogniseFile = (bytes: Uint8Array, fileName = ''): Parsed<TableFormat> => {
  const identity = identifyFile(bytes)
  if (identity === 'zip') return parsed('zip')
  if (identity === 'excel-97') return parsed('xls')
  if (identity !== 'other') return refused(refusals[identity])
  if (!isText(bytes)) return refused(refusals.unknown)
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096)).toLowerCase()
  if (head.includes('urn:schemas-microsoft-com:office:spreadsheet')) return refused(refusals.xml)
  if (/<(!doctype html|html|head|meta|table|style|body)\b/.test(head)) return refused(refusals.html)
  return /\.xlsx?$/i.test(fileName) ? refused(refusals.renamed) : parsed('csv')
}

/** What to say of a zip file without a workbook in it. */
export const describePackage = (names: readonly string[]): string => {
  const holds = (folder: string) => names.some((name) => name.startsWith(folder))
  if (holds('word/')) return '这是 Word 文档(.docx)，不是表格。文档里的表格可复制到 Excel 后另存为 .xlsx。'
  if (holds('ppt/')) return '这是 PowerPoint 演示文稿(.pptx)，不是表格。请上传 .xlsx、.xls 或 .csv。'
  if (names.includes('xl/workbook.bin')) return `这是二进制工作簿(.xlsb)。${saveAs}`
  if (names.includes('content.xml')) return `这是 OpenDocument 文件(如 .ods)。${saveAs}`
  return '这是 ZIP 压缩包，里面没有工作簿。请先解压，再上传其中的 .xlsx 或 .xls。'
}
