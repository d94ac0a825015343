import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { loadDemo } from '../../src/apps/demo/index.ts'
import type { OpenDatabase } from '../../src/apps/server/open-database.ts'
import { hireStaff } from '../hire-staff.ts'
import { district, openMade } from '../million.ts'

/** Matters of the made-up district, with about ten steps each; `BENCH_MATTERS` makes it another size. */
export const matters = Number(process.env.BENCH_MATTERS ?? 1_000_000)

export const folder = fileURLToPath(new URL(`../../.cache/bench-matters-${matters}`, import.meta.url))

/** Matters that are still open, each with clocks that run; `BENCH_CLOCKS` makes it another number. */
export const clocks = Number(process.env.BENCH_CLOCKS ?? Math.min(100_000, matters / 10))

/** Subdistricts over which they are spread. */
const subdistricts = 33
const stepsEach = 10
const batch = 20
const seedResidents = 15_000

export const staff = [
  { username: 'matters1', role: 'clerk', area: `${district}001001` },
  { username: 'matters2', role: 'clerk', area: `${district}002001` },
  { username: 'matters3', role: 'head', area: `${district}003001` },
  { username: 'matters4', role: 'officer', area: `${district}004` },
  { username: 'matters5', role: 'officer', area: district },
] as const

const first = `${district}001`
const other = `'${district}' || lpad((n % ${subdistricts} + 1)::text, 3, '0')`
const moved = (column: string) => `replace(${column}, '${first}', ${other})`
// Ordered by copy, so that keys are written from left to right as they are in life.
const copied = (column: string) => `(lpad(to_hex(n), 8, '0') || substr(${column}::text, 9))::uuid`

const record = {
  id: copied('m.id'),
  area: moved('m.area'),
  owner: moved('m.owner'),
  pending: moved('m.pending'),
  number: `m.number || '-' || n`,
  // Sealed for the record that they were written for.
  reporter_name: 'null::bytea',
  reporter_phone: 'null::bytea',
}
const copies: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  matter: record,
  matter_past: record,
  matter_flow: {
    matter: copied('m.matter'),
    facts: `${moved('m.facts::text')}::jsonb`,
    code: 'substr(md5(m.code || n), 1, 12)',
  },
  matter_step: {
    matter: copied('m.matter'),
    body: moved('m.body'),
    detail: `${moved('m.detail::text')}::jsonb`,
  },
  matter_clock: { matter: copied('m.matter') },
}

/** Brings a handful of lived matters to ten steps each: between the first and the next, more progress. */
const lengthenLives = (steps: number) => `
  update matter_flow set seq = seq + ${steps};
  create temp table seed_step as select * from matter_step where false;
  insert into seed_step
    select district, matter, case when seq = 1 then 1 else seq + ${steps} end, at, kind, actor, actor_name, body,
      detail, command from matter_step
    union all
    select district, matter, 1 + p, at + p * interval '7 minutes', 'progress', actor, actor_name, body,
      '{"text":"已联系有关单位，正在安排人员上门。","public":true}'::jsonb, command
    from matter_step cross join generate_series(1, ${steps}) p where seq = 1;
  alter table matter_step disable trigger user;
  truncate matter_step;
  insert into matter_step select * from seed_step;
  alter table matter_step enable trigger user`

type CopyInto = (
  table: string,
  changed: Readonly<Record<string, string>>,
  range: readonly [number, number],
  from: { source: string; where: string },
) => Promise<void>

/** Of those that are still open there are more than a district has, so that enough clocks run. */
const copyOpen = async (client: pg.Client, copyInto: CopyInto, first: number): Promise<void> => {
  const { rows } = await client.query(
    'select count(*) as n, (select count(*) from matter) as all from seed_matter',
  )
  const times = Math.ceil((clocks - Number(rows[0].all)) / Number(rows[0].n))
  if (times <= 0) return
  for (const [table, changed] of Object.entries(copies)) {
    if (table === 'matter_past') continue
    const [source, key] = [
      table === 'matter_step' ? 'seed_step' : `seed_${table}`,
      table === 'matter' ? 'id' : 'matter',
    ]
    await copyInto(table, changed, [first, first + times - 1], {
      source,
      where: `m.${key} in (select id from seed_matter)`,
    })
  }
}

/** Lives a few thousand matters as the demo office does, and has others live the same elsewhere in the district. */
const make = async (database: OpenDatabase): Promise<void> => {
  console.error(`making ${matters} matters in ${folder} …`)
  await loadDemo({
    database,
    residents: seedResidents,
    createAccount: async ({ username }) => `bench:${username}`,
  })
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  const one = async (text: string) => Number((await client.query(text)).rows[0].n)
  await client.query('set synchronous_commit = off; set maintenance_work_mem = "512MB"')
  const columnsOf = async (table: string) =>
    (
      await client.query<{ name: string }>(
        `select column_name as name from information_schema.columns
         where table_schema in ('public', 'pg_temp') and table_name = $1 order by ordinal_position`,
        [table],
      )
    ).rows.map(({ name }) => name)
  const copyInto = async (
    table: string,
    changed: Readonly<Record<string, string>>,
    [from, to]: readonly [number, number],
    { source = table, where = 'true' } = {},
  ) => {
    const columns = await columnsOf(table)
    await client.query(
      `insert into ${table} (${columns.map((name) => `"${name}"`).join(', ')})
       select ${columns.map((name) => changed[name] ?? `m."${name}"`).join(', ')}
       from generate_series(${from}, ${to}) n cross join ${source} m where ${where} order by n`,
    )
  }
  const places = { path: moved('m.path'), parent: moved('m.parent'), name: `m.name || n` }
  await copyInto('area', places, [1, subdistricts - 1], {
    where: `m.path like '${first}%' and m.valid_to is null`,
  })
  const lived = await one('select count(*) as n from matter_flow')
  const steps = await one('select count(*) as n from matter_step')
  await client.query(lengthenLives(Math.max(0, Math.round(stepsEach - steps / lived))))
  for (const table of Object.keys(copies))
    if (table !== 'matter_step')
      await client.query(`create temp table seed_${table} as select * from ${table}`)
  const times = Math.ceil(matters / lived) - 1
  for (let from = 1; from <= times; from += batch)
    for (const [table, changed] of Object.entries(copies))
      await copyInto(table, changed, [from, Math.min(times, from + batch - 1)], {
        source: table === 'matter_step' ? 'seed_step' : `seed_${table}`,
      })
  await copyOpen(client, copyInto, times + 1)
  await client.query('vacuum analyze')
  await client.end()
  await hireStaff(database, folder, staff)
}

/** Opens the district with its matters, making it at first. */
export const openMatters = (): Promise<OpenDatabase> => openMade(folder, make)
