import { sql } from 'kysely'
import type { Row } from '../../../platform/server/repository/columns.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { inScope } from '../../../platform/server/repository/scope.ts'
import { type Viewpoint, versionsAt } from '../../../platform/server/repository/viewpoint.ts'
import { personRelation } from '../definitions/person-relation.ts'

/** A stored relation with whom it is about and who stands by them. */
export type RelationRow = Row & { person: string | null; relative: string | null; kind: string }

/** Relations in which somebody is either side, one's own first, within the reader's scope. */
export const listRelations = async (
  repository: Repository,
  person: string,
  viewpoint: Viewpoint,
): Promise<RelationRow[]> => {
  const { rows } = await sql<RelationRow>`
    select e.* from ${versionsAt(repository, personRelation, viewpoint)} e
    where e.district = ${repository.district} and (e.person = ${person} or e.relative = ${person})
      and ${inScope(repository, 'registry.read')}
    order by (e.person = ${person}) desc, e.kind, e.since, e.id`.execute(repository.db)
  return rows
}

/** All standing relations of these people, either side and whatever the area, locked in one order. */
export const lockRelationsOf = async (
  { db, district }: Repository,
  persons: readonly string[],
): Promise<RelationRow[]> => {
  if (persons.length === 0) return []
  const { rows } = await sql<RelationRow>`select e.* from person_relation e
    where e.district = ${district}
      and (e.person = any(${persons}::uuid[]) or e.relative = any(${persons}::uuid[]))
    order by e.id for update`.execute(db)
  return rows
}

/** Whether the same person already has this relation to the same other. */
export const hasRelation = async (
  { db, district }: Repository,
  relation: { person: string; kind: string; relative: string },
  except: string | undefined,
): Promise<boolean> => {
  const { rows } = await sql`select from person_relation where district = ${district}
    and person = ${relation.person} and kind = ${relation.kind} and relative = ${relation.relative}
    and ${except === undefined ? sql`true` : sql`id <> ${except}`}`.execute(db)
  return rows.length > 0
}

/** Who somebody is in a sentence, and where they live; whatever the area, for what follows from a change. */
export const findNames = async (
  { db, district }: Repository,
  persons: readonly string[],
): Promise<Map<string, { name: string; birthDate: string; area: string }>> => {
  if (persons.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string; birth_date: string; area: string }>`
    select id, name, birth_date::text, area from person
    where district = ${district} and id = any(${persons}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, name, birth_date, area }) => [id, { name, birthDate: birth_date, area }]))
}
