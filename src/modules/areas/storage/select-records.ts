import { type RawBuilder, sql } from 'kysely'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { inAreas } from '../../../platform/server/repository/scope.ts'
import type { AreaTable } from './versioned-tables.ts'

/** Where the records of an area go: exactly there, or, from an area not listed, to the nearest listed one above. */
export type Mapping = readonly { readonly from: string; readonly to: string }[]

/** Versions that hold on the day or later. */
const holding = (name: string, on: string): RawBuilder<unknown> => sql`(
  select district, id, area, version, false as past from ${sql.table(name)}
  union all select district, id, area, version, true from ${sql.table(`${name}_past`)}
    where superseded_at is null and valid_to > ${on}::date and valid_to > valid_from)`

/** Selects all records of areas that go elsewhere. */
export const selectMapped = async (
  repository: Repository,
  { name }: AreaTable,
  mapping: Mapping,
  on: string,
): Promise<void> => {
  const pairs = sql`unnest(${mapping.map(({ from }) => from)}::text[], ${mapping.map(({ to }) => to)}::text[]) as g(origin, target)`
  await sql`
    insert into regrid (source, id, version, past, target)
    select ${name}, e.id, e.version, e.past,
      (select g.target from ${pairs} where starts_with(e.area, g.origin) order by length(g.origin) desc limit 1)
    from ${holding(name, on)} e
    where e.district = ${repository.district} and ${inAreas(
      mapping.map(({ from }) => from),
      sql`e.area`,
    )}`.execute(repository.db)
}

/** A building as dwellings name it. */
export interface BuildingName {
  readonly estate: string
  readonly number: string
}

/** Ids of rows, current and past ones that reach beyond the day, that point at one of `ids`. */
const idsBy = async (
  repository: Repository,
  table: string,
  area: string,
  on: string,
  condition: RawBuilder<unknown>,
): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(table)} e where e.district = ${repository.district} and ${inAreas([area], sql`e.area`)} and ${condition}
    union select id from ${sql.table(`${table}_past`)} e where e.district = ${repository.district}
      and ${inAreas([area], sql`e.area`)} and e.superseded_at is null and e.valid_to > ${on}::date and ${condition}`.execute(
    repository.db,
  )
  return rows.map(({ id }) => id)
}

/**
 * The dwellings of some buildings in an area, the households in them, the people of these with their relations, and
 * the organisations with their agreements and the facilities that are there.
 */
export const findInhabitants = async (
  repository: Repository,
  area: string,
  buildings: readonly BuildingName[],
  on: string,
): Promise<Readonly<Record<string, readonly string[]>>> => {
  const named = sql`(coalesce(e.estate, ''), coalesce(e.building_number, '')) in (
    select * from unnest(${buildings.map(({ estate }) => estate)}::text[], ${buildings.map(({ number }) => number)}::text[]))`
  const pointing = (table: string, column: string, ids: readonly string[]) =>
    idsBy(repository, table, area, on, sql`${sql.ref(`e.${column}`)} = any(${ids}::uuid[])`)
  const dwelling = await idsBy(repository, 'dwelling', area, on, named)
  const household = await pointing('household', 'dwelling', dwelling)
  const person = await pointing('person', 'household', household)
  const organisation = await idsBy(repository, 'organisation', area, on, named)
  return {
    dwelling,
    household,
    person,
    person_relation: await pointing('person_relation', 'person', person),
    organisation,
    agreement: await pointing('agreement', 'organisation', organisation),
    facility: await idsBy(repository, 'facility', area, on, named),
  }
}

/** Selects the versions in an area of the records named, and of whatever has one of them as its subject. */
export const selectNamed = async (
  repository: Repository,
  { name, columns }: AreaTable,
  inhabitants: Readonly<Record<string, readonly string[]>>,
  move: { from: string; to: string; on: string },
): Promise<void> => {
  const ids = inhabitants[name]
  const bySubject = columns.includes('subject')
  if (!ids && !bySubject) return
  const everybody = Object.values(inhabitants).flat()
  const subject = sql`exists (select from ${sql.table(name)} c where c.district = e.district and c.id = e.id and c.subject = any(${everybody}::uuid[]))
    or exists (select from ${sql.table(`${name}_past`)} c where c.district = e.district and c.id = e.id and c.subject = any(${everybody}::uuid[]))`
  await sql`
    insert into regrid (source, id, version, past, target)
    select ${name}, e.id, e.version, e.past, ${move.to} from ${holding(name, move.on)} e
    where e.district = ${repository.district} and ${inAreas([move.from], sql`e.area`)}
      and (${ids ? sql`e.id = any(${ids}::uuid[])` : subject})`.execute(repository.db)
}

/** Selects what a merge moved and where it came from, unless it has left the areas that the merge made since. */
export const selectMovedBack = async (
  repository: Repository,
  { name }: AreaTable,
  change: { id: string; at: Date; on: string; targets: readonly string[] },
): Promise<void> => {
  await sql`
    insert into regrid (source, id, version, past, target)
    select distinct on (e.id, e.version) ${name}, e.id, e.version, e.past, o.area from (
      select district, id, area, version, valid_from, false as past from ${sql.table(name)}
      union all select district, id, area, version, valid_from, true from ${sql.table(`${name}_past`)}
        where superseded_at is null and valid_to > ${change.on}::date and valid_to > valid_from) e
    join ${sql.table(`${name}_past`)} o on o.district = e.district and o.id = e.id
      and ((o.closed_at = ${change.at} and o.closed_command = ${change.id}::uuid) or o.superseded_at = ${change.at})
    where e.district = ${repository.district} and ${inAreas(change.targets, sql`e.area`)}
      and not (o.cause = 'regridded' and o.command = ${change.id}::uuid)
    order by e.id, e.version, (o.valid_from <= greatest(e.valid_from, ${change.on}::date)) desc, o.valid_from desc`.execute(
    repository.db,
  )
}
