import { type Parsed, refused } from '../../core/parsed.ts'
import { openZip } from '../zip/index.ts'
import { defaultLimits, type ReadLimits } from './limits.ts'
import { readCsv } from './read-csv.ts'
import { readXls } from './read-xls.ts'
import { readXlsx } from './read-xlsx.ts'
import { describePackage, recogniseFile } from './recognise-file.ts'
import { readRelationships } from './relationships.ts'
import type { Workbook } from './workbook.ts'

export interface ReadOptions {
  /** As the person called the file; only used to word an error. */
  readonly fileName?: string
  readonly limits?: Partial<ReadLimits>
}

/**
 * Reads .xlsx, .xlsm, .xls or .csv, told apart by content. Bad input is a Chinese sentence that says what the
 * file is or where it is broken, never an exception.
 */
export const readWorkbook = async (
  bytes: Uint8Array,
  options: ReadOptions = {},
): Promise<Parsed<Workbook>> => {
  const limits = { ...defaultLimits, ...options.limits }
  if (bytes.length > limits.fileBytes)
    return refused(
      `文件有 ${Math.ceil(bytes.length / 2 ** 20)} MB，超过 ${Math.floor(limits.fileBytes / 2 ** 20)} MB 的上限。请删去图片和空白行列，或拆成几个文件。`,
    )
  const format = recogniseFile(bytes, options.fileName)
  if (!format.ok) return format
  if (format.value === 'csv') return readCsv(bytes, limits)
  if (format.value === 'xls') return readXls(bytes, limits)
  const zip = openZip(bytes, {
    entryBytes: limits.unpackedBytes,
    totalBytes: limits.unpackedBytes,
    ratio: 1032,
  })
  if (!zip.ok) return zip
  const top = zip.value.readText('_rels/.rels')
  const workbook =
    (top.ok && readRelationships(top.value, '').find(({ type }) => type === 'officeDocument')?.target) ||
    'xl/workbook.xml'
  const isWorkbook = zip.value.has(workbook) && /^xl\/.*\.xml$/.test(workbook)
  return isWorkbook ? readXlsx(zip.value, workbook, limits) : refused(describePackage(zip.value.names))
}
