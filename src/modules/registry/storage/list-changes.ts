import { sql } from 'kysely'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { inScope } from '../../../platform/server/repository/scope.ts'

/** A change as it is listed. */
export interface ChangeLine {
  readonly id: string
  readonly kind: string
  readonly area: string
  readonly on: string
  readonly title: string
  readonly reason: string
  readonly by: string
  readonly undone: boolean
}

export const findChange = async (
  repository: Repository,
  id: string,
): Promise<{ area: string; kind: string } | undefined> => {
  const { rows } = await sql<{ area: string; kind: string }>`select area, kind from registry_change
    where district = ${repository.district} and id = ${id}`.execute(repository.db)
  return rows[0]
}

/** What happened to a record, newest first; a household's and a person's alike. */
export const listChangesOf = async (
  repository: Repository,
  record: string,
  asOf: string | undefined,
): Promise<ChangeLine[]> => {
  const { rows } = await sql<ChangeLine>`
    select e.id, e.kind, e.area, e.on_day as on, e.title, e.reason, s.name as by, c.undone_by is not null as undone
    from command_record r
      join registry_change e on e.district = r.district and e.id = r.command
      join command c on c.district = r.district and c.id = r.command
      join staff s on s.district = c.district and s.id = c.actor
    where r.district = ${repository.district} and r.record = ${record} and ${inScope(repository, 'registry.read')}
      and ${asOf === undefined ? sql`true` : sql`e.on_day <= ${asOf}`}
    order by e.on_day desc, e.at desc limit 100`.execute(repository.db)
  return rows
}

/** What changes left to do and nobody has settled. */
export interface FollowUpLine {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly definition: string
  readonly record: string
  readonly due: string | null
  readonly area: string
}

/** Open follow-ups in the actor's writing scope, the most urgent first; what several changes ask for stands once. */
export const listOpenFollowUps = async (repository: Repository, limit: number): Promise<FollowUpLine[]> => {
  const { rows } = await sql<FollowUpLine>`
    select e.id, e.kind, e.title, e.definition, e.record, e.due, e.area from follow_up e
      join command c on c.district = e.district and c.id = e.command and c.undone_by is null
    where e.district = ${repository.district} and e.settled_by is null and ${inScope(repository, 'registry.write')}
      and not exists (
        select 1 from follow_up f join command d on d.district = f.district and d.id = f.command and d.undone_by is null
        where f.district = e.district and f.record = e.record and f.settled_by is null
          and (f.kind, f.title) = (e.kind, e.title)
          and (coalesce(f.due, 'infinity'), f.id) < (coalesce(e.due, 'infinity'), e.id))
    order by e.due nulls last, e.id limit ${limit}`.execute(repository.db)
  return rows
}
