import pg from 'pg'

/** One table and how it comes to lie on several machines. */
export interface Distribution {
  readonly table: string
  /** `distributed` by its district, so that all rows of a district lie together; `reference`: the same everywhere. */
  readonly kind: 'distributed' | 'reference'
  readonly statement: string
}

interface Table {
  table: string
  by_district: boolean
}

const quoted = (table: string): string => `'public.${table.replaceAll("'", "''")}'`

/** Every table after those that it refers to, as Citus wants them. */
const inOrder = (tables: readonly Table[], references: readonly { table: string; to: string }[]): Table[] => {
  const done: Table[] = []
  const add = (one: Table, above: readonly string[]) => {
    if (done.includes(one) || above.includes(one.table)) return
    for (const { to } of references.filter(({ table }) => table === one.table)) {
      const target = tables.find(({ table }) => table === to)
      if (target) add(target, [...above, one.table])
    }
    done.push(one)
  }
  for (const one of tables) add(one, [])
  return done
}

/**
 * What is to be done with the tables of `public`, as the catalogue tells: those whose primary key begins with
 * `district` are distributed by it, all others are reference tables. Accounts and jobs stay on the coordinator.
 */
const planDistribution = async (client: pg.ClientBase): Promise<Distribution[]> => {
  const { rows: tables } = await client.query<Table>(`
    select c.relname as table, a.attname = 'district' as by_district
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_index i on i.indrelid = c.oid and i.indisprimary
      join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
    where n.nspname = 'public' and c.relkind in ('r', 'p') order by c.relname <> 'office', c.relname`)
  const { rows: references } = await client.query<{ table: string; to: string }>(`
    select c.conrelid::regclass::text as table, c.confrelid::regclass::text as to
    from pg_constraint c where c.contype = 'f' and c.connamespace = 'public'::regnamespace`)
  return inOrder(tables, references).map(({ table, by_district }): Distribution => {
    if (!by_district)
      return { table, kind: 'reference', statement: `select create_reference_table(${quoted(table)})` }
    const together = table === 'office' ? '' : ", colocate_with => 'public.office'"
    return {
      table,
      kind: 'distributed',
      statement: `select create_distributed_table(${quoted(table)}, 'district'${together})`,
    }
  })
}

const hasCitus = async (client: pg.ClientBase): Promise<boolean> =>
  (await client.query(`select from pg_extension where extname = 'citus'`)).rowCount === 1

const distributedAlready = async (client: pg.ClientBase): Promise<Set<string>> => {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_dist_partition p join pg_class c on c.oid = p.logicalrelid`,
  )
  return new Set(rows.map(({ name }) => name))
}

const connected = async <Result>(
  url: string,
  run: (client: pg.Client) => Promise<Result>,
): Promise<Result> => {
  const client = new pg.Client({ connectionString: url, application_name: 'youju-distribute' })
  await client.connect()
  try {
    return await run(client)
  } finally {
    await client.end()
  }
}

/** The statements that would distribute the tables; on any PostgreSQL. */
export const readPlan = (url: string): Promise<Distribution[]> => connected(url, planDistribution)

/**
 * Distributes the tables that are not yet, all or none; answers those. Throws with a sentence where the database has no
 * Citus. `url` is of the owner of the tables.
 */
export const distribute = (url: string): Promise<Distribution[]> =>
  connected(url, async (client) => {
    if (!(await hasCitus(client)))
      throw new Error(
        '这个数据库没有安装 Citus，表都在一台机器上，不用分布。要分到多台机器，请先在数据库里 create extension citus，加好工作节点，再运行。',
      )
    const already = await distributedAlready(client)
    const plan = (await planDistribution(client)).filter(({ table }) => !already.has(table))
    await client.query('begin')
    // The triggers that keep the audit append-only look at their own row or statement alone.
    await client.query('set local citus.enable_unsafe_triggers = on')
    await client.query(`set local citus.multi_shard_modify_mode = 'sequential'`)
    for (const { statement } of plan) await client.query(statement)
    await client.query('commit')
    return plan
  })
