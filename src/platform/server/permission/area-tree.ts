import { sql } from 'kysely'
import type { AreaView } from '../../contract/session.ts'
import type { Database } from '../database/connect.ts'

/** Names of areas by path, for people. */
export interface AreaNames {
  /** The area's own name, or its path where it is unknown. */
  nameOf(path: string): string
}

/** The district's areas, held in memory: a few thousand even for a million residents. */
export interface AreaTree extends AreaNames {
  find(path: string): AreaView | undefined
  /** An area and all below it, in tree order. */
  under(path: string): AreaView[]
  /** The areas of the next level below. */
  children(path: string): AreaView[]
  /** Reads them anew after a change. */
  refresh(): Promise<void>
}

/** Reads the areas that stand today. */
export const loadAreaTree = async (db: Database, district: string): Promise<AreaTree> => {
  let areas: AreaView[] = []
  let byPath = new Map<string, AreaView>()
  const refresh = async () => {
    const { rows } = await sql<AreaView>`select path, name, level, parent from area
      where district = ${district} and valid_to is null order by path`.execute(db)
    areas = rows
    byPath = new Map(rows.map((area) => [area.path, area]))
  }
  await refresh()
  return {
    nameOf: (path) => byPath.get(path)?.name ?? path,
    find: (path) => byPath.get(path),
    under: (path) => areas.filter((area) => area.path.startsWith(path)),
    children: (path) => areas.filter((area) => area.parent === path),
    refresh,
  }
}
