import { sql } from 'kysely'
import type { RecordDefinition } from '../../../core/definition/index.ts'
import { columnOf, type Row } from '../../../platform/server/repository/columns.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'

/** Standing records whose field points to this one, whatever their area, locked in one order. */
export const lockDependents = async (
  { db, district }: Repository,
  definition: RecordDefinition,
  key: string,
  target: string,
): Promise<Row[]> => {
  const column = sql.ref(`e.${columnOf(definition.fields[key]!)}`)
  const { rows } = await sql<Row>`select e.* from ${sql.table(definition.table)} e
    where e.district = ${district} and ${column} = ${target} order by e.id for update`.execute(db)
  return rows
}

/** Whether another organisation of the district, in anybody's area, bears this credit code. */
export const isCreditCodeTaken = async (
  { db, district }: Repository,
  creditCode: string,
  except: string | undefined,
): Promise<boolean> => {
  const { rows } =
    await sql`select from organisation where district = ${district} and credit_code = ${creditCode}
    and ${except === undefined ? sql`true` : sql`id <> ${except}`}`.execute(db)
  return rows.length > 0
}
