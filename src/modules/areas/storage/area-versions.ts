import { sql } from 'kysely'
import { type AreaPath, levelOf, parentOf } from '../../../core/area/index.ts'
import type { Boundary } from '../../../core/geometry/index.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'

/** A stored version of an area. */
export interface AreaRow {
  district: string
  path: string
  name: string
  level: string
  parent: string | null
  valid_from: string
  valid_to: string | null
  version: number
  boundary: Boundary | null
  cause: string
  recorded_at: Date | string
  superseded_at: Date | null
  ended: string | null
  successor: string | null
  command: string | null
}

const insert = async ({ db }: Repository, table: 'area' | 'area_past', row: AreaRow): Promise<void> => {
  await db
    .insertInto(table)
    .values({ ...row, boundary: row.boundary === null ? null : JSON.stringify(row.boundary) })
    .execute()
}

/** The standing version, locked until the transaction ends. */
export const lockArea = async (repository: Repository, path: string): Promise<AreaRow | undefined> => {
  const { rows } = await sql<AreaRow>`
    select * from area where district = ${repository.district} and path = ${path} for update`.execute(
    repository.db,
  )
  return rows[0]
}

const removeCurrent = async ({ db, district }: Repository, path: string): Promise<void> => {
  await db.deleteFrom('area').where('district', '=', district).where('path', '=', path).execute()
}

const lastVersion = async (repository: Repository, path: string): Promise<number> => {
  const { rows } = await sql<{ version: number }>`
    select coalesce(max(version), 0) as version from (
      select version from area where district = ${repository.district} and path = ${path}
      union all select version from area_past where district = ${repository.district} and path = ${path}) v`.execute(
    repository.db,
  )
  return rows[0]!.version
}

/** A new area from a day on. */
export const insertArea = (
  repository: Repository,
  area: {
    path: AreaPath
    name: string
    boundary?: Boundary | null
    on: string
    cause: 'entered' | 'added' | 'split' | 'merged'
  },
): Promise<void> =>
  insert(repository, 'area', {
    district: repository.district,
    path: area.path,
    name: area.name,
    level: levelOf(area.path).name,
    parent: parentOf(area.path),
    valid_from: area.on,
    valid_to: null,
    version: 1,
    boundary: area.boundary ?? null,
    cause: area.cause,
    recorded_at: new Date(),
    superseded_at: null,
    ended: null,
    successor: null,
    command: repository.command ?? null,
  })

/** Whether a version held before a day: what was entered had always stood. */
export const heldBefore = (row: Pick<AreaRow, 'cause' | 'valid_from'>, on: string): boolean =>
  row.cause === 'entered' || row.valid_from < on

/** Changes name or boundary from a day on; a version that began that day or later is superseded. */
export const changeArea = async (
  repository: Repository,
  old: AreaRow,
  to: { name?: string | undefined; boundary?: Boundary | null; on: string; cause: 'renamed' | 'redrawn' },
): Promise<void> => {
  const closes = heldBefore(old, to.on)
  await insert(
    repository,
    'area_past',
    closes ? { ...old, valid_to: to.on } : { ...old, superseded_at: new Date() },
  )
  await removeCurrent(repository, old.path)
  await insert(repository, 'area', {
    ...old,
    name: to.name ?? old.name,
    boundary: to.boundary === undefined ? old.boundary : to.boundary,
    valid_from: closes ? to.on : old.valid_from,
    cause: closes ? to.cause : old.cause,
    version: (await lastVersion(repository, old.path)) + 1,
    recorded_at: new Date(),
    command: repository.command ?? null,
  })
}

/** Ends an area on a day; its records went to the successor. */
export const endArea = async (
  repository: Repository,
  old: AreaRow,
  end: { on: string; ended: string; successor: string },
): Promise<void> => {
  await insert(repository, 'area_past', {
    ...old,
    valid_to: end.on,
    ended: end.ended,
    successor: end.successor,
  })
  await removeCurrent(repository, old.path)
}

/** Puts an area back to what it was before a change, `null` for one that the change made. Nothing is erased. */
export const restoreArea = async (
  repository: Repository,
  path: string,
  was: AreaRow | null,
): Promise<void> => {
  const now = new Date()
  const current = await lockArea(repository, path)
  if (current) {
    await removeCurrent(repository, path)
    await insert(repository, 'area_past', { ...current, superseded_at: now })
  }
  if (!was) return
  await sql`update area_past set superseded_at = ${now} where district = ${repository.district} and path = ${path}
    and version >= ${was.version} and superseded_at is null`.execute(repository.db)
  await insert(repository, 'area', {
    ...was,
    version: (await lastVersion(repository, path)) + 1,
  })
}

/** The next free code of an area below another; codes of areas that are no more are not given again. */
export const nextChild = async (repository: Repository, parent: AreaPath, after = ''): Promise<AreaPath> => {
  const { rows } = await sql<{ last: string | null }>`
    select max(path collate "C") as last from (
      select path from area where district = ${repository.district} and parent = ${parent}
      union all select path from area_past where district = ${repository.district} and parent = ${parent}) a`.execute(
    repository.db,
  )
  const last = [rows[0]!.last ?? '', after].toSorted().at(-1)!
  const number = last === '' ? 1 : Number(last.slice(-3)) + 1
  if (number > 999) throw new Error(`no code is left below ${parent}`)
  return `${parent}${String(number).padStart(3, '0')}`
}

/** Areas below another with their boundaries, as they stood on a day, the area itself first. */
export const listBoundaries = async (
  repository: Repository,
  paths: readonly string[],
  on: string,
): Promise<Map<string, Boundary>> => {
  const { rows } = await sql<{ path: string; boundary: Boundary }>`
    select path, boundary from (
      select path, boundary, valid_from, valid_to, cause from area where district = ${repository.district}
      union all select path, boundary, valid_from, valid_to, cause from area_past
        where district = ${repository.district} and superseded_at is null) a
    where path = any(${paths}::text[]) and boundary is not null
      and (cause = 'entered' or valid_from <= ${on}) and (valid_to is null or valid_to > ${on})`.execute(
    repository.db,
  )
  return new Map(rows.map(({ path, boundary }) => [path, boundary]))
}

/** The boundaries that areas had last, ended or not. */
export const listLastBoundaries = async (
  repository: Repository,
  paths: readonly string[],
): Promise<Map<string, Boundary>> => {
  const { rows } = await sql<{ path: string; boundary: Boundary }>`
    select distinct on (path) path, boundary from (
      select path, boundary, version from area where district = ${repository.district}
      union all select path, boundary, version from area_past where district = ${repository.district}) a
    where path = any(${paths}::text[]) and boundary is not null order by path, version desc`.execute(
    repository.db,
  )
  return new Map(rows.map(({ path, boundary }) => [path, boundary]))
}
