import { sql } from 'kysely'
import { levelOf, parentOf } from '../../../core/area/index.ts'
import type { Database } from '../database/connect.ts'

/** Enters areas, or renames those that stand: all or none. */
export const saveAreas = (
  db: Database,
  district: string,
  areas: readonly { path: string; name: string }[],
  from: string,
): Promise<void> =>
  db.transaction().execute(async (tx) => {
    for (const { path, name } of areas)
      await sql`insert into area (district, path, name, level, parent, valid_from)
        values (${district}, ${path}, ${name}, ${levelOf(path)}, ${parentOf(path) ?? null}, ${from})
        on conflict (district, path) do update set name = excluded.name`.execute(tx)
  })
