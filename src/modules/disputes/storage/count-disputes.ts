import { sql } from 'kysely'
import type { Repository } from '../../../platform/server/repository/repository.ts'

/** How many were opened of each kind, and closed in each way, in an area in a year. */
export const countDisputes = async (
  { db, district }: Repository,
  area: string,
  year: string,
): Promise<Record<'opened' | 'closed', { code: string; count: number }[]>> => {
  const within = sql`district = ${district} and starts_with(area, ${area})`
  const during = (day: string) =>
    sql`${sql.ref(day)} >= ${`${year}-01-01`}::date and ${sql.ref(day)} <= ${`${year}-12-31`}::date`
  const { rows: opened } = await sql<{ code: string; count: number }>`
    select kind as code, count(*)::int as count from dispute
    where ${within} and ${during('opened_on')} group by kind`.execute(db)
  const { rows: closed } = await sql<{ code: string; count: number }>`
    select outcome as code, count(*)::int as count from dispute
    where ${within} and state = 'closed' and ${during('closed_on')} group by outcome`.execute(db)
  return { opened, closed }
}
