import type { Definition, LedgerDefinition } from '../../../core/definition/index.ts'
import { type Cell, type Row, readWorkbook, type Sheet } from '../../../documents/xlsx/index.ts'
import { Problem } from '../../../platform/contract/problem.ts'
import type { Office } from '../../../platform/server/office.ts'
import { tokenHeader } from '../../../platform/server/records/row-token.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'

/** One row of the file as text, by field key; `subject` what it says of the person or dwelling. */
export interface FileRow {
  /** From 1, as the spreadsheet program numbers them. */
  readonly number: number
  readonly token: string
  readonly texts: Readonly<Record<string, string>>
  readonly subject: Readonly<Record<string, string>>
}

export interface ReturnedFile {
  /** Fields that the file has a column for. */
  readonly keys: readonly string[]
  readonly subjectKeys: readonly string[]
  readonly rows: readonly FileRow[]
}

/** More than can be compared while somebody waits. */
const mostReturned = 20_000

const headerOf = (sheet: Sheet): Row | undefined =>
  sheet.rows.find(({ cells }) => cells.some(({ text }) => text.trim() === tokenHeader))

const keyOf = (definition: Definition, header: string): string | undefined =>
  Object.values(definition.fields).find(
    ({ title, unit }) => header === title || (unit && header === `${title}(${unit})`),
  )?.key

interface Role {
  readonly of: 'token' | 'entry' | 'subject'
  readonly key: string
}

/** What each column holds. The subject's stand first in an export; a second one of a title is the entry's own. */
const rolesOf = (ledger: LedgerDefinition, header: Row): Map<number, Role> => {
  const roles = new Map<number, Role>()
  const seen = new Set<string>()
  for (const { column, text } of header.cells) {
    const title = text.trim()
    const own = keyOf(ledger, title)
    const subject = ledger.of && keyOf(ledger.of, title)
    if (title === tokenHeader) roles.set(column, { of: 'token', key: '' })
    else if (subject && !seen.has(title) && (exported.has(subject) || !own)) {
      seen.add(title)
      roles.set(column, { of: 'subject', key: subject })
    } else if (own) roles.set(column, { of: 'entry', key: own })
  }
  return roles
}

/** What an export tells of a subject, before the entry's own fields. */
const exported = new Set(['name', 'idNumber', 'sex', 'birthDate', 'mobile'])

/** Reads a file that was exported with row numbers, edited elsewhere and brought back. */
export const readReturned = async (
  office: Office,
  repository: Repository,
  ledger: LedgerDefinition,
  id: string,
): Promise<ReturnedFile> => {
  const { bytes, name } = await office.files.get(repository, id)
  const book = await readWorkbook(bytes, { fileName: name })
  if (!book.ok) throw new Problem('file.unreadable', book.message)
  const sheet = book.value.sheets.find((each) => headerOf(each))
  const header = sheet && headerOf(sheet)
  if (!sheet || !header)
    throw new Problem(
      'file.unreadable',
      `这个文件里没有“${tokenHeader}”一列，无法与原来的记录比对。请用导出时勾选了“带编号”的文件；别处做的表请用“导入”。`,
    )
  const roles = rolesOf(ledger, header)
  const pick = (cells: readonly Cell[], of: 'entry' | 'subject') =>
    Object.fromEntries(
      cells.flatMap((cell) => {
        const role = roles.get(cell.column)
        return role?.of === of ? [[role.key, cell.text.trim()]] : []
      }),
    )
  const rows = sheet.rows.flatMap((row): FileRow[] => {
    if (row.number <= header.number) return []
    const token = row.cells.find((cell) => roles.get(cell.column)?.of === 'token')?.text.trim() ?? ''
    const texts = pick(row.cells, 'entry')
    const subject = pick(row.cells, 'subject')
    const filled = [...Object.values(texts), ...Object.values(subject), token].some((text) => text !== '')
    return filled ? [{ number: row.number, token, texts, subject }] : []
  })
  if (rows.length > mostReturned)
    throw new Problem(
      'request.invalid',
      `文件有 ${rows.length} 行，一次最多比对 ${mostReturned} 行。请按社区分开导出，分几次带回。`,
    )
  const keysOf = (of: 'entry' | 'subject') =>
    [...roles.values()].filter((role) => role.of === of).map(({ key }) => key)
  return { keys: keysOf('entry'), subjectKeys: keysOf('subject'), rows }
}
