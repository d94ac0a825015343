import { sql } from 'kysely'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import type { AreaTable } from './versioned-tables.ts'

/** From which day records lie elsewhere, and how it is written down. */
export interface Move {
  readonly on: string
  /** Carried by all versions that are written or closed. */
  readonly at: Date
  readonly command: string
  readonly reason: string
}

const quoted = (columns: readonly string[], special: Readonly<Record<string, ReturnType<typeof sql>>> = {}) =>
  sql.join(columns.map((column) => special[column] ?? sql.ref(`r.${column}`)))

/** Versions of a table that are to be moved: which, and where to. Filled by a selection, emptied by the move. */
export const openSelection = async (repository: Repository): Promise<void> => {
  await sql`create temporary table if not exists regrid (
    source text not null, id uuid not null, version integer not null, past boolean not null,
    target text collate "C" not null) on commit drop`.execute(repository.db)
}

/**
 * Past versions that reach beyond the day: what was said of that time is superseded, and said again of the old area
 * until the day, of the new one from then on. Their numbers follow the highest there is.
 */
const movePast = async (repository: Repository, { name, columns }: AreaTable, move: Move): Promise<void> => {
  const { on, at, command, reason } = move
  const past = sql.table(`${name}_past`)
  const written = {
    recorded_at: sql`${at}::timestamptz`,
    command: sql`${command}::uuid`,
    cause: sql`'regridded'`,
    reason: sql`${reason}::text`,
    version: sql`n.number`,
  }
  const before = {
    ...written,
    valid_to: sql`${on}::date`,
    closed_at: sql`${at}::timestamptz`,
    ended: sql`null::text`,
    closed_command: sql`${command}::uuid`,
  }
  const after = { ...written, area: sql`n.target`, valid_from: sql`greatest(r.valid_from, ${on}::date)` }
  await sql`
    with chosen as (
      update ${past} p set superseded_at = ${at} from regrid m
      where m.source = ${name} and m.past and p.district = ${repository.district} and p.id = m.id and p.version = m.version
      returning p.id, p.version, p.valid_from, m.target),
    pieces as (
      select id, version, target, false as early from chosen
      union all select id, version, target, true from chosen where valid_from < ${on}::date),
    numbered as (
      select p.*, greatest(
          (select max(version) from ${past} x where x.district = ${repository.district} and x.id = p.id),
          (select version from ${sql.table(name)} c where c.district = ${repository.district} and c.id = p.id))
        + row_number() over (partition by p.id order by p.version, p.early desc) as number from pieces p),
    earlier as (
      insert into ${past} (${sql.join(columns.map((column) => sql.ref(column)))})
      select ${quoted(columns, before)} from numbered n join ${past} r
        on r.district = ${repository.district} and r.id = n.id and r.version = n.version where n.early returning id)
    insert into ${past} (${sql.join(columns.map((column) => sql.ref(column)))})
    select ${quoted(columns, after)} from numbered n join ${past} r
      on r.district = ${repository.district} and r.id = n.id and r.version = n.version where not n.early`.execute(
    repository.db,
  )
}

/**
 * Current versions: one that began before the day is closed by it and followed by one in the new area; one that began
 * later is superseded by the same in the new area.
 */
const moveCurrent = async (
  repository: Repository,
  { name, columns }: AreaTable,
  move: Move,
): Promise<number> => {
  const { on, at, command, reason } = move
  const changes = sql`r.valid_from < ${on}::date`
  const closed = {
    valid_to: sql`case when ${changes} then ${on}::date end`,
    closed_at: sql`case when ${changes} then ${at}::timestamptz end`,
    superseded_at: sql`case when ${changes} then null else ${at}::timestamptz end`,
    closed_command: sql`${command}::uuid`,
  }
  const result = await sql`
    with r as materialized (
      select t.*, m.target as regrid_target from ${sql.table(name)} t join regrid m
        on m.source = ${name} and not m.past and m.id = t.id and m.version = t.version
      where t.district = ${repository.district} for update of t),
    closed as (
      insert into ${sql.table(`${name}_past`)} (${sql.join(columns.map((column) => sql.ref(column)))})
      select ${quoted(columns, closed)} from r returning id)
    update ${sql.table(name)} t set area = r.regrid_target, valid_from = greatest(r.valid_from, ${on}::date),
      version = 1 + greatest(r.version, (select max(version) from ${sql.table(`${name}_past`)} p
        where p.district = ${repository.district} and p.id = r.id)),
      recorded_at = ${at}, command = ${command}, cause = 'regridded', reason = ${reason}
    from r where t.district = ${repository.district} and t.id = r.id`.execute(repository.db)
  return Number(result.numAffectedRows ?? 0)
}

/** Moves what was selected of a table; answers how many records now stand elsewhere. */
export const moveSelected = async (repository: Repository, table: AreaTable, move: Move): Promise<number> => {
  await movePast(repository, table, move)
  return await moveCurrent(repository, table, move)
}

/** Forgets the selection, so that the same transaction can make another. */
export const clearSelection = async (repository: Repository): Promise<void> => {
  await sql`delete from regrid`.execute(repository.db)
}
