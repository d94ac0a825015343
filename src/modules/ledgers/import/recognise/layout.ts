import type { Definition } from '../../../../core/definition/index.ts'
import { columnLetters, type RowFile, type SheetTop } from '../../../../documents/xlsx/index.ts'
import { dataRows } from './data-rows.ts'
import { findHeader, type Header } from './find-header.ts'
import { findLedger } from './find-ledger.ts'
import { matchColumns, type Recognised } from './match-columns.ts'
import { type Target, targetsOf } from './target.ts'

export interface LayoutColumn extends Recognised {
  readonly number: number
  /** A, B … AA, as the spreadsheet program shows it. */
  readonly letters: string
  readonly header: string
  readonly examples: readonly string[]
}

/** Where in a workbook the rows are and what their columns stand for. */
export interface Layout {
  readonly sheet: string
  readonly headerRows: readonly [number, number]
  readonly ledger: string | null
  readonly columns: readonly LayoutColumn[]
}

export interface SheetInfo {
  readonly name: string
  readonly rows: number
  readonly headerRows: [number, number] | null
}

/** What the person chose; the rest is found. */
export interface Choice {
  readonly ledger?: string | undefined
  readonly sheet?: string | undefined
  /** Column letters → key, or null to leave the column out. */
  readonly mapping: Readonly<Record<string, string | null>>
}

interface Candidate {
  readonly sheet: SheetTop
  readonly header: Header | undefined
  readonly rows: number
}

/** How many rows there are below the header; those far down are taken for data, unread. */
const belowHeader = ({ rows, more }: SheetTop, header: Header | undefined): number =>
  (header ? dataRows(rows, header.last, new Set(header.names.keys())).length : rows.length) + more

const examplesOf = (sheet: SheetTop, header: Header, column: number): string[] => {
  const texts: string[] = []
  for (const row of sheet.rows) {
    if (row.number <= header.last) continue
    const text = row.cells.find((cell) => cell.column === column)?.text.trim()
    if (text) texts.push(text.slice(0, 40))
    if (texts.length === 3 || row.number > header.last + 200) break
  }
  return texts
}

const columnsOf = (
  sheet: SheetTop,
  header: Header,
  targets: readonly Target[],
  mapping: Choice['mapping'],
): LayoutColumn[] => {
  const names = [...header.names]
  const found = matchColumns(
    names.map(([, name]) => name),
    targets,
    header,
  )
  const chosen = new Set(Object.values(mapping))
  return names.map(([number, name], index): LayoutColumn => {
    const letters = columnLetters(number)
    const { key, status, candidates } = found[index]!
    const place = { number, letters, header: name, examples: examplesOf(sheet, header, number), candidates }
    if (Object.hasOwn(mapping, letters)) {
      const own = mapping[letters]!
      return { ...place, key: own, status: own === null ? 'manual' : 'mapped' }
    }
    // What the person gave to another column is taken.
    return chosen.has(key) && key !== null
      ? { ...place, key: null, status: 'ambiguous', candidates: [key] }
      : { ...place, key, status }
  })
}

/** Finds sheet, header, ledger and columns in a file. Without a header anywhere the layout is missing. */
export const findLayout = (
  file: RowFile,
  ledgers: readonly Definition[],
  choice: Choice,
  fileName: string,
): { layout: Layout | undefined; sheets: SheetInfo[] } => {
  const visible = file.sheets.filter(({ hidden }) => !hidden)
  const everything = [undefined, ...ledgers].flatMap((ledger) =>
    targetsOf(ledger).map((target) => ({ ...target, key: `${ledger?.name ?? ''}:${target.key}` })),
  )
  const candidates = (visible.length > 0 ? visible : file.sheets).map((sheet): Candidate => {
    const header = findHeader(sheet, everything, fileName)
    return { sheet, header, rows: belowHeader(sheet, header) }
  })
  const sheets = candidates.map(
    ({ sheet, header, rows }): SheetInfo => ({
      name: sheet.name,
      rows,
      headerRows: header ? [header.first, header.last] : null,
    }),
  )
  const weight = ({ header, rows }: Candidate) => (header && rows > 0 ? header.score : 0)
  const chosen = choice.sheet
    ? candidates.find(({ sheet }) => sheet.name === choice.sheet)
    : candidates.toSorted((one, other) => weight(other) - weight(one)).at(0)
  if (!chosen?.header) return { layout: undefined, sheets }
  const { sheet, header } = chosen
  const ledger = choice.ledger
    ? ledgers.find(({ name }) => name === choice.ledger)
    : findLedger(ledgers, header)
  return {
    layout: {
      sheet: sheet.name,
      headerRows: [header.first, header.last],
      ledger: ledger?.name ?? null,
      columns: columnsOf(sheet, header, targetsOf(ledger), choice.mapping),
    },
    sheets,
  }
}
