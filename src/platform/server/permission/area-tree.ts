import { sql } from 'kysely'
import type { AreaView } from '../../contract/session.ts'
import type { Database } from '../database/connect.ts'

/** Names of areas by path, for people. */
export interface AreaNames {
  /** The area's name on a day, or the last it had; its path where it is unknown. */
  nameOf(path: string, on?: string): string
}

/**
 * The district's areas with what they once were, held in memory: a few thousand even for a million residents. `on` is
 * a day (`YYYY-MM-DD`); today where absent.
 */
export interface AreaTree extends AreaNames {
  find(path: string, on?: string): AreaView | undefined
  /** An area and all below it, in tree order. */
  under(path: string, on?: string): AreaView[]
  /** The areas of the next level below. */
  children(path: string, on?: string): AreaView[]
  /** Reads them anew after a change. */
  refresh(): Promise<void>
}

interface Version extends AreaView {
  from: string
  to: string | null
}

/** What was entered had stood before somebody wrote it down; what was added or split off came to be on its day. */
const sinceEver = '0001-01-01'

const readVersions = async (db: Database, district: string): Promise<Version[]> => {
  const { rows } = await sql<Version>`
    select path, name, level, parent, case when cause = 'entered' then ${sinceEver} else valid_from::text end as from,
      valid_to::text as to from (
        select path, name, level, parent, version, cause, valid_from, valid_to from area where district = ${district}
        union all
        select path, name, level, parent, version, cause, valid_from, valid_to from area_past
          where district = ${district} and superseded_at is null) a
    order by path, version`.execute(db)
  return rows
}

const viewOf = ({ path, name, level, parent }: Version): AreaView => ({ path, name, level, parent })

/** Today's stands without an end. */
const stands = ({ from, to }: Version, on: string | undefined): boolean =>
  on === undefined ? to === null : from <= on && (to === null || to > on)

/** Reads the areas that stand today, and those that stood. */
export const loadAreaTree = async (db: Database, district: string): Promise<AreaTree> => {
  let versions: Version[] = []
  let areas: AreaView[] = []
  let byPath = new Map<string, readonly Version[]>()
  let lastNames = new Map<string, string>()
  const refresh = async () => {
    versions = await readVersions(db, district)
    areas = versions.filter((version) => stands(version, undefined)).map(viewOf)
    byPath = Map.groupBy(versions, ({ path }) => path)
    lastNames = new Map(versions.map(({ path, name }) => [path, name]))
  }
  await refresh()
  const standing = (on: string | undefined): readonly AreaView[] =>
    on === undefined ? areas : versions.filter((version) => stands(version, on)).map(viewOf)
  const find = (path: string, on?: string) => {
    const version = byPath.get(path)?.find((each) => stands(each, on))
    return version && viewOf(version)
  }
  return {
    nameOf: (path, on) => (on ? find(path, on)?.name : undefined) ?? lastNames.get(path) ?? path,
    find,
    under: (path, on) => standing(on).filter((area) => area.path.startsWith(path)),
    children: (path, on) => standing(on).filter((area) => area.parent === path),
    refresh,
  }
}
