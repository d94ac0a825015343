import { sql } from 'kysely'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import type { RememberedForm } from '../settled.ts'

interface MemoryRow extends RememberedForm {
  confirmed_by_name: string
  confirmed_at: Date
}

/** Forms that share headers with one at hand, the same shape first, then those with most in common. */
export const findMemories = async (
  repository: Repository,
  shape: string,
  headers: readonly string[],
): Promise<MemoryRow[]> => {
  const { rows } = await sql<MemoryRow>`
    select shape, title, headers, columns, row_set as "rowSet", confirmed_by_name, confirmed_at from form_memory
    where district = ${repository.district} and (shape = ${shape} or headers && ${[...headers]}::text[])
    order by shape = ${shape} desc,
      cardinality(array(select unnest(headers) intersect select unnest(${[...headers]}::text[]))) desc,
      confirmed_at desc
    limit 5`.execute(repository.db)
  return rows
}

/** Keeps what was confirmed; the latest confirmation of a shape counts. */
export const storeMemory = async (repository: Repository, form: RememberedForm): Promise<void> => {
  await sql`insert into form_memory
      (district, shape, title, headers, columns, row_set, confirmed_by, confirmed_by_name, command)
    values (${repository.district}, ${form.shape}, ${form.title}, ${[...form.headers]}::text[],
      ${JSON.stringify(form.columns)}::jsonb, ${form.rowSet ? JSON.stringify(form.rowSet) : null}::jsonb,
      ${repository.actor.id}, ${repository.actor.name}, ${repository.command})
    on conflict (district, shape) do update set title = excluded.title, headers = excluded.headers,
      columns = excluded.columns, row_set = excluded.row_set, confirmed_by = excluded.confirmed_by,
      confirmed_by_name = excluded.confirmed_by_name, confirmed_at = now(), command = excluded.command`.execute(
    repository.db,
  )
}
