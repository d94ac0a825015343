import { sql } from 'kysely'
import type { CountMetric, Definition } from '../../../core/definition/index.ts'
import type { RecordView } from '../../contract/records.ts'
import { areasWithin } from '../permission/actor.ts'
import type { Row } from '../repository/columns.ts'
import { rowFromJson } from '../repository/list.ts'
import type { Repository } from '../repository/repository.ts'
import { inAreas, readingRight } from '../repository/scope.ts'
import { viewOf } from '../repository/view.ts'
import { wordReferences } from '../repository/word-references.ts'
import { differenceRows, type Span } from './difference-query.ts'

interface Found {
  id: string
  amount: string
  row0: Row | null
  row1: Row | null
  subject0: Row | null
  subject1: Row | null
  end_day: string | null
  end_reason: string | null
  subject_end: string | null
  sees0: boolean | null
  sees1: boolean | null
}

const worded = (definition: Definition, before: RecordView['display'], after: RecordView['display']) =>
  Object.values(definition.fields)
    .filter(({ key }) => (before[key] ?? '') !== (after[key] ?? ''))
    .map(({ key, title }) => `${title}：${before[key] || '空'} → ${after[key] || '空'}`)

/** What changed between two views of one record, and of its subject, in words; masked values stay masked. */
const wordChanges = (definition: Definition, before?: RecordView, after?: RecordView): string[] => {
  if (!before || !after) return []
  const of = definition.kind === 'ledger' ? definition.of : undefined
  return [
    ...worded(definition, before.display, after.display),
    ...(of && before.subject && after.subject
      ? worded(of, before.subject.display, after.subject.display)
      : []),
  ]
}

/** The day on which it came about; null where only time passed. */
const dayOf = ({ row0, row1, end_day, subject_end }: Found): string | null => {
  if (row0 && !row1) return end_day ?? row0.valid_to
  if (row1 && !row0) return row1.since
  if (row0 && row1 && row0.version !== row1.version) return row1.valid_from
  return subject_end
}

/** One page of the records behind a cause. Of each only versions within the actor's scope are shown. */
export const listDifference = async (
  repository: Repository,
  metric: CountMetric,
  span: Span,
  asked: { cause: string; cursor?: string | undefined; limit: number },
) => {
  const { of } = metric
  const { states, rows: differing } = differenceRows(repository, metric, span)
  const areas = areasWithin(repository.actor, readingRight(of), span.area)
  const seen = (row: string) => inAreas(areas, sql`((t.${sql.ref(row)})->>'area') collate "C"`)
  const { rows: found } = await sql<Found>`
    with ${states}
    select t.*, ${seen('row0')} as sees0, ${seen('row1')} as sees1 from ${differing} t
    where t.code = ${asked.cause} ${asked.cursor ? sql`and t.id > ${asked.cursor}` : sql``}
    order by t.id limit ${asked.limit + 1}`.execute(repository.db)
  const subject = of.kind === 'ledger' ? of.of : undefined
  const view = (row: Row | null, subjectRow: Row | null, seen: boolean | null) =>
    row && seen
      ? viewOf(
          repository,
          of,
          rowFromJson(of, row),
          subject && subjectRow ? rowFromJson(subject, subjectRow) : undefined,
        )
      : undefined
  const page = found.slice(0, asked.limit)
  const rows = page.flatMap((row) => {
    const before = view(row.row0, row.subject0, row.sees0)
    const after = view(row.row1, row.subject1 ?? row.subject0, row.sees1)
    const record = after ?? before
    if (!record) return []
    return [
      {
        record,
        amount: Number(row.amount),
        on: dayOf(row),
        changes: wordChanges(of, before, after),
        reason: (row.row1 ? row.sees1 && row.row1.reason : row.end_reason) || '',
      },
    ]
  })
  await wordReferences(
    repository,
    of,
    rows.map(({ record }) => record),
  )
  return { rows, next: found.length > asked.limit ? page.at(-1)!.id : null }
}
