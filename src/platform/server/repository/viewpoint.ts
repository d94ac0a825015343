import { type RawBuilder, sql } from 'kysely'
import type { Definition } from '../../../core/definition/index.ts'
import { tableOf } from './columns.ts'
import type { Repository } from './repository.ts'

/** When one looks: the state on a day, as known now or as it was known at an instant. */
export interface Viewpoint {
  /** `YYYY-MM-DD`; today where absent. */
  readonly asOf?: string | undefined
  /** Only what had been recorded by then. */
  readonly knownAt?: Date | undefined
}

/** Whether the current table alone answers. */
export const isToday = (repository: Repository, { asOf, knownAt }: Viewpoint): boolean =>
  knownAt === undefined && (asOf === undefined || asOf >= repository.today)

/**
 * The versions of a definition that hold at a viewpoint, at most one a record: today reads the current table, a
 * past day both. Closed rows that were still thought open at `knownAt` count as open.
 */
export const versionsAt = (
  repository: Repository,
  definition: Definition,
  viewpoint: Viewpoint,
): RawBuilder<unknown> => {
  const current = sql.table(tableOf(definition))
  if (isToday(repository, viewpoint)) return current
  const past = sql.table(`${tableOf(definition)}_past`)
  const day = viewpoint.asOf ?? repository.today
  const { district } = repository
  const ledger = definition.kind === 'ledger' ? sql`and ledger = ${definition.name}` : sql``
  if (viewpoint.knownAt === undefined)
    return sql`(select * from ${current} where district = ${district} ${ledger} and valid_from <= ${day}
      union all select * from ${past} where district = ${district} ${ledger}
        and valid_from <= ${day} and valid_to > ${day} and superseded_at is null)`
  const known = viewpoint.knownAt
  return sql`(select * from ${current} where district = ${district} ${ledger}
      and valid_from <= ${day} and recorded_at <= ${known}
    union all select * from ${past} where district = ${district} ${ledger}
      and valid_from <= ${day} and recorded_at <= ${known}
      and (superseded_at is null or superseded_at > ${known})
      and (valid_to > ${day} or valid_to is null or closed_at > ${known}))`
}
