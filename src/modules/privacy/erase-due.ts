import type { Definition } from '../../core/definition/index.ts'
import { recordAudit } from '../../platform/server/audit/record-audit.ts'
import { newId } from '../../platform/server/new-id.ts'
import { type Office, repositoryFor } from '../../platform/server/office.ts'
import type { Actor } from '../../platform/server/permission/actor.ts'
import type { Repository } from '../../platform/server/repository/repository.ts'
import type { Trace } from '../../platform/server/repository/trace.ts'
import { listDue } from './storage/due-records.ts'
import { eraseRecords } from './storage/erase-records.ts'
import { storeErasure } from './storage/erasures.ts'
import type { RetentionRule } from './storage/retention-rules.ts'

/** The same day so many years before; of 29 February, the 28th. */
export const yearsBefore = (today: string, years: number): string => {
  const year = String(Number(today.slice(0, 4)) - years).padStart(4, '0')
  return `${year}${today.slice(4) === '-02-29' ? '-02-28' : today.slice(4)}`
}

const eraseWithin = async (
  repository: Repository,
  definition: Definition,
  rule: RetentionRule,
  traces: readonly Trace[],
): Promise<number> => {
  const endedBy = yearsBefore(repository.today, rule.years)
  const ids = await listDue(repository, definition, endedBy)
  if (ids.length === 0) return 0
  const versions = await eraseRecords(repository, definition, ids, traces)
  const id = newId()
  const digest = await storeErasure(repository, {
    id,
    definition: definition.name,
    title: definition.title,
    years: rule.years,
    reason: rule.reason,
    ended_by: endedBy,
    versions,
    ids,
  })
  await recordAudit(repository, {
    action: 'eraseExpired',
    definition: definition.name,
    subject: id,
    area: repository.district,
    purpose: rule.reason,
    detail: { records: ids.length, versions, years: rule.years, endedBy, digest },
  })
  return ids.length
}

/** Erases what a rule says, with certificate and audit entry: all of it or nothing. Answers how many records. */
export const eraseDue = (
  office: Office,
  actor: Actor,
  definition: Definition,
  rule: RetentionRule,
  traces: readonly Trace[],
): Promise<number> =>
  office.connection.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((db) => eraseWithin(repositoryFor(office, actor, { db }), definition, rule, traces))
