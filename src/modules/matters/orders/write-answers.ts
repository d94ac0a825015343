import { writeTable } from '../../../documents/xlsx/index.ts'
import type { Office } from '../../../platform/server/office.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { findBodies } from '../storage/bodies.ts'
import { listOrderAnswers } from '../storage/orders.ts'
import { readOrderSheet, textOf } from './read-sheet.ts'

/** How a hotline reads an instant: the office's wall clock, `2026-12-05 18:00`. */
const wordInstant = (instant: Date, zone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(instant)

/**
 * The spreadsheet that came, in its own columns and order, with 办理结果 and 办结时间 of every order that was answered;
 * both columns are added where it has none. What was answered before by others stays.
 */
export const writeOrderAnswers = async (
  office: Office,
  repository: Repository,
  file: string,
): Promise<{ name: string; bytes: Uint8Array }> => {
  const { bytes, name } = await office.files.get(repository, file)
  const sheet = await readOrderSheet(bytes, name)
  const externals = sheet.rows.map((row) => textOf(sheet, row, 'external')).filter(Boolean)
  const answers = new Map(
    (await listOrderAnswers(repository, await findBodies(repository), externals)).map((each) => [
      each.external,
      { result: each.text, finishedAt: wordInstant(new Date(each.at), office.zone) },
    ]),
  )
  const added = (['result', 'finishedAt'] as const).filter(
    (key) => !sheet.columns.some((column) => column.key === key),
  )
  const titles = { result: '办理结果', finishedAt: '办结时间' }
  const columns = [
    ...sheet.columns.map(({ number, header, key }) => ({ number, header, key })),
    ...added.map((key) => ({ number: 0, header: titles[key], key })),
  ]
  return {
    name: `${name.replace(/\.\w+$/, '')}（已填办理结果）.xlsx`,
    bytes: await writeTable({
      sheet: sheet.name,
      columns: columns.map(({ header, key }) => ({
        header,
        format: key === 'content' || key === 'result' ? 'longText' : 'text',
      })),
      rows: sheet.rows.map((row) => {
        const answer = answers.get(textOf(sheet, row, 'external'))
        return columns.map(({ number, key }) =>
          answer && (key === 'result' || key === 'finishedAt') ? answer[key] : (row.texts.get(number) ?? ''),
        )
      }),
    }),
  }
}
