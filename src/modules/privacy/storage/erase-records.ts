import { sql } from 'kysely'
import type { Definition } from '../../../core/definition/index.ts'
import { tableOf } from '../../../platform/server/repository/columns.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import type { Trace } from '../../../platform/server/repository/trace.ts'

/**
 * Erases all versions of records and every row that speaks of them; answers how many versions. What commands answered
 * then, and the titles of changes, named people: they go as well. The audit stays: it holds ids only.
 */
export const eraseRecords = async (
  { db, district }: Repository,
  definition: Definition,
  ids: readonly string[],
  traces: readonly Trace[],
): Promise<number> => {
  const past = sql.table(`${tableOf(definition)}_past`)
  const these = sql`${[...ids]}::uuid[]`
  await sql`update registry_change e set title = '（已按保存期限删除）', reason = ''
    where e.district = ${district} and e.id in (select r.command from command_record r
      where r.district = ${district} and r.record = any(${these}))`.execute(db)
  await sql`update command e set answer = null
    where e.district = ${district} and e.answer is not null and e.id in (
      select unnest(array[v.command, v.closed_command]) from ${past} v
        where v.district = ${district} and v.id = any(${these})
      union select r.command from command_record r where r.district = ${district} and r.record = any(${these}))`.execute(
    db,
  )
  for (const { table, column } of traces)
    await sql`delete from ${sql.table(table)}
      where district = ${district} and ${sql.ref(column)} = any(${these})`.execute(db)
  const { numAffectedRows } = await sql`delete from ${past}
    where district = ${district} and id = any(${these})`.execute(db)
  return Number(numAffectedRows ?? 0n)
}
