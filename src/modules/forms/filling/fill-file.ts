import { Problem } from '../../../platform/contract/problem.ts'
import { refuseFuture } from '../../../platform/server/action/refuse-future.ts'
import { recordAudit } from '../../../platform/server/audit/record-audit.ts'
import type { Office } from '../../../platform/server/office.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { findDefinition } from '../../../platform/server/repository/repository.ts'
import type { RowChoice } from '../contract-request.ts'
import type { SheetAnswer } from '../settled.ts'
import { findSource } from '../source/find-source.ts'
import { checkRowChoice } from '../source/row-choice.ts'
import { placesOf } from '../understanding/answers.ts'
import { understandRequest } from '../understanding/understand-request.ts'
import { type FilledWorkbook, fillWorkbook } from './fill-workbook.ts'

/** A form to be filled at once, without a request: from the command line. */
export interface FileOrder {
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly area: string
  readonly asOf: string
  /** A ledger or record by name, or a rule over the rows as proposed; as proposed where absent. */
  readonly rows?: string | undefined
  readonly unmasked: boolean
  readonly purpose: string
}

/** A filled file, and what was left empty. */
export interface FilledFile extends FilledWorkbook {
  /** Columns that are not filled, with the reason as far as there is one. */
  readonly left: readonly {
    readonly sheet: string
    readonly place: string
    readonly header: string
    readonly reason: string
  }[]
}

const choose = (
  repository: Repository,
  sheet: string,
  proposed: RowChoice | null,
  rows: string | undefined,
): RowChoice => {
  const named = rows === undefined ? undefined : findDefinition(repository.catalogue, rows)
  // A ledger other than the proposed one has fields of its own: the title's conditions may not fit it.
  if (named) return named.name === proposed?.definition ? proposed : { definition: named.name, where: '' }
  if (!proposed)
    throw new Problem(
      'form.rows_invalid',
      `看不出工作表“${sheet}”要填哪些人或物，请用 --rows 写明台账，如 --rows disability。`,
    )
  return { definition: proposed.definition, where: rows ?? proposed.where }
}

/** Understands and fills one file, and writes it down in the audit. Throws as reading and filling do. */
export const fillFile = async (
  repository: Repository,
  areas: Office['areas'],
  order: FileOrder,
  report: (done: number, total: number) => Promise<void> = async () => undefined,
): Promise<FilledFile> => {
  if (!areas.find(order.area))
    throw new Problem('field.invalid', `没有代码为 ${order.area} 的区域，请用 youju areas list 查看。`)
  refuseFuture(repository, order.asOf)
  const { plan, answers } = await understandRequest(repository, order.bytes, order.fileName)
  const settled: Record<string, SheetAnswer> = {}
  const left: FilledFile['left'][number][] = []
  for (const sheet of plan.sheets) {
    const answer = answers[sheet.name]!
    if (sheet.crossTable) {
      settled[sheet.name] = answer
      continue
    }
    const rows = choose(repository, sheet.name, answer.rows, order.rows)
    const base = checkRowChoice(repository, rows)
    settled[sheet.name] = { ...answer, rows }
    for (const { place, header, key, reason, status, candidates } of placesOf(sheet, answer))
      if (key === null || !findSource(base, repository.catalogue, key))
        left.push({
          sheet: sheet.name,
          place,
          header,
          reason:
            reason ??
            (key !== null
              ? '台账里没有这一项'
              : status === 'ambiguous'
                ? `可能是 ${candidates.join('、')}`
                : '不认识'),
        })
  }
  const { area, asOf, unmasked, purpose } = order
  const filled = await fillWorkbook(
    { repository, areas, area, asOf, unmasked, sources: false },
    plan,
    settled,
    order.bytes,
    async () => undefined,
    report,
  )
  await recordAudit(repository, {
    action: 'fillFormRequest',
    area,
    purpose,
    detail: { file: order.fileName, rows: filled.rows, cells: filled.cells, unmasked },
  })
  return { ...filled, left }
}
