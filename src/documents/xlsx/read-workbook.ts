import { type Parsed, parsed, refused } from '../../core/parsed.ts'
import { openZip, type ZipPackage } from '../zip/index.ts'
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

/** What a file is, ready to be read. */
export type OpenedFile =
  | { readonly format: 'csv' }
  | { readonly format: 'xls' }
  | { readonly format: 'xlsx'; readonly zip: ZipPackage; readonly workbook: string }

/** Tells what a file is from its content, and opens the package where it is one. */
export const openFile = (bytes: Uint8Array, limits: ReadLimits, fileName?: string): Parsed<OpenedFile> => {
  if (bytes.length > limits.fileBytes)
    return refused(
      `文件有 ${Math.ceil(bytes.length / 2 ** 20)} MB，超过 ${Math.floor(limits.fileBytes / 2 ** 20)} MB 的上限。请删去图片和空白行列，或拆成几个文件。`,
    )
  const format = recogniseFile(bytes, fileName)
  if (!format.ok) return format
  if (format.value === 'csv') return parsed({ format: 'csv' })
  if (format.value === 'xls') return parsed({ format: 'xls' })
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
  return isWorkbook
    ? parsed({ format: 'xlsx', zip: zip.value, workbook })
    : refused(describePackage(zip.value.names))
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
  const file = openFile(bytes, limits, options.fileName)
  if (!file.ok) return file
  if (file.value.format === 'csv') return readCsv(bytes, limits)
  if (file.value.format === 'xls') return readXls(bytes, limits)
  return readXlsx(file.value.zip, file.value.workbook, limits)
}
