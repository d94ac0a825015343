import type { Pool } from 'pg'

const tables = `
  select c.oid, n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ('public', 'auth') and c.relkind = 'r' order by 2`

const columns = `
  select a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
    || case when l.collname is null or l.collname = 'default' then '' else ' collate "' || l.collname || '"' end
    || case when a.attidentity = '' then '' else ' generated always as identity' end
    || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
    || case when a.attnotnull then ' not null' else '' end as line
  from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    left join pg_collation l on l.oid = a.attcollation
  where a.attrelid = $1 and a.attnum > 0 and not a.attisdropped order by a.attnum`

const rest = `
  select line from (
    select 1 as kind, pg_get_constraintdef(oid) as line from pg_constraint where conrelid = $1 and contype <> 'n'
    union all select 2, regexp_replace(pg_get_indexdef(indexrelid), '^CREATE ', '') from pg_index
      where indrelid = $1 and not indisprimary
    union all select 3, pg_get_triggerdef(oid) from pg_trigger where tgrelid = $1 and not tgisinternal
    union all select 4, 'grant ' || string_agg(lower(privilege_type), ', ' order by privilege_type) || ' to youju_app'
      from information_schema.role_table_grants
      where grantee = 'youju_app' and (table_schema || '.' || table_name)::regclass = $1::oid having count(*) > 0
  ) lines order by kind, line`

/** The schema as text, one table after the other: what all migrations together have made. */
export const snapshotSchema = async (pool: Pool): Promise<string> => {
  const blocks: string[] = []
  for (const { oid, name } of (await pool.query<{ oid: number; name: string }>(tables)).rows) {
    const lines = [...(await pool.query(columns, [oid])).rows, ...(await pool.query(rest, [oid])).rows]
    blocks.push(`${name}\n${lines.map(({ line }) => `  ${line}\n`).join('')}`)
  }
  return `-- What the migrations make together. Written by: UPDATE_SCHEMA=1 npx vitest run schema\n\n${blocks.join('\n')}`
}
