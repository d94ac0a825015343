import { sql } from 'kysely'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { inAreas } from '../../../platform/server/repository/scope.ts'
import type { AreaRow } from './area-versions.ts'
import type { MovedPosts } from './move-posts.ts'
import type { Mapping } from './select-records.ts'
import type { AreaTable } from './versioned-tables.ts'

/** What a change of areas did, as far as taking it back needs it. */
export interface Moved {
  /** Areas it touched, as they were; null for those it made. */
  readonly areas: { path: string; was: AreaRow | null; ended?: boolean }[]
  /** Which area went where; of a split grid, where parts of it went. */
  readonly mapping: Mapping
  readonly posts: MovedPosts
  readonly plain: Readonly<Record<string, { id: string; area: string }[]>>
  /** Areas that records went to. */
  readonly targets: string[]
}

export interface AreaChange {
  readonly id: string
  readonly area: string
  readonly kind: 'merge' | 'split'
  readonly title: string
  readonly on: string
  readonly at: Date
  readonly actor: string
  readonly by: string
  /** Records moved, by table. */
  readonly counts: Readonly<Record<string, number>>
  readonly moved: Moved
  readonly reason: string
  readonly undone: boolean
}

export const insertChange = async (
  { db, district, actor }: Repository,
  change: Omit<AreaChange, 'actor' | 'by' | 'undone'>,
): Promise<void> => {
  const { on, counts, moved, ...rest } = change
  await db
    .insertInto('area_change')
    .values({
      district,
      actor: actor.id,
      on_day: on,
      counts: JSON.stringify(counts),
      moved: JSON.stringify(moved),
      ...rest,
    })
    .execute()
}

const columns = sql`c.id, c.area, c.kind, c.title, c.on_day as on, c.at, c.actor, coalesce(s.name, '系统') as by, c.counts,
  c.moved, c.reason, c.undone_by is not null as undone`

/** Merges and splits within some areas, the latest first. */
export const listChanges = async (
  repository: Repository,
  areas: readonly string[],
): Promise<AreaChange[]> => {
  const { rows } = await sql<AreaChange>`
    select ${columns} from area_change c left join staff s on s.district = c.district and s.id = c.actor
    where c.district = ${repository.district} and ${inAreas(areas, sql`c.area`)}
    order by c.at desc limit 50`.execute(repository.db)
  return rows
}

/** One change, locked. */
export const lockChange = async (repository: Repository, id: string): Promise<AreaChange | undefined> => {
  const { rows } = await sql<AreaChange>`
    select ${columns} from area_change c left join staff s on s.district = c.district and s.id = c.actor
    where c.district = ${repository.district} and c.id = ${id} for update of c`.execute(repository.db)
  return rows[0]
}

export const markUndone = async ({ db, district, command }: Repository, id: string): Promise<void> => {
  await sql`update area_change set undone_by = ${command ?? null} where district = ${district} and id = ${id}`.execute(
    db,
  )
}

/** Moves the rows of a plain table; answers which, and where they were. */
export const movePlain = async (
  { db, district }: Repository,
  { name }: AreaTable,
  mapping: Mapping,
): Promise<{ id: string; area: string }[]> => {
  const { rows } = await sql<{ id: string; area: string }>`
    with g as (select * from unnest(${mapping.map(({ from }) => from)}::text[], ${mapping.map(({ to }) => to)}::text[]) as g(origin, target)),
      old as (select t.id, t.area, (select g.target from g where starts_with(t.area, g.origin) order by length(g.origin) desc limit 1) as target
        from ${sql.table(name)} t where t.district = ${district} and ${inAreas(
          mapping.map(({ from }) => from),
          sql`t.area`,
        )} for update)
    update ${sql.table(name)} t set area = old.target from old where t.district = ${district} and t.id = old.id
    returning t.id, old.area`.execute(db)
  return rows
}

export const restorePlain = async (
  { db, district }: Repository,
  name: string,
  rows: readonly { id: string; area: string }[],
): Promise<void> => {
  await sql`update ${sql.table(name)} t set area = o.area
    from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ area }) => area)}::text[]) as o(id, area)
    where t.district = ${district} and t.id = o.id`.execute(db)
}
