import { createReadStream, createWriteStream } from 'node:fs'
import { cp, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { migrate } from './migrate.ts'

/** What a backup folder says of itself. */
interface Manifest {
  readonly made: string
  readonly migrations: readonly string[]
  readonly tables: readonly { schema: string; name: string }[]
}

const tablesOf = async (client: pg.Client): Promise<{ schema: string; name: string }[]> =>
  (
    await client.query(`select schemaname as schema, tablename as name from pg_tables
      where schemaname in ('public', 'auth') and tablename <> 'migration' order by 1, 2`)
  ).rows

const fileOf = (folder: string, { schema, name }: { schema: string; name: string }) =>
  join(folder, 'tables', `${schema}.${name}.copy.gz`)

const connected = async <Result>(
  url: string,
  run: (client: pg.Client) => Promise<Result>,
): Promise<Result> => {
  const client = new pg.Client({ connectionString: url, application_name: 'youju-backup' })
  await client.connect()
  try {
    return await run(client)
  } finally {
    await client.end()
  }
}

const isEmpty = async (folder: string) => (await readdir(folder).catch(() => [])).length === 0

/**
 * Writes all tables, as they stood at one instant, and all files into a new folder, while the house runs. The keys
 * are not part of it: they belong elsewhere.
 */
export const backUp = async (url: string, files: string, folder: string): Promise<Manifest> => {
  if (!(await isEmpty(folder))) throw new Error(`${folder} 不是空文件夹，请换一个，以免盖掉别的备份。`)
  await mkdir(join(folder, 'tables'), { recursive: true })
  const manifest = await connected(url, async (client): Promise<Manifest> => {
    await client.query('begin isolation level repeatable read read only')
    const tables = await tablesOf(client)
    for (const table of tables)
      await pipeline(
        client.query(copyTo(`copy "${table.schema}"."${table.name}" to stdout`)),
        createGzip({ level: 6 }),
        createWriteStream(fileOf(folder, table)),
      )
    const migrations = (await client.query('select name from migration order by name')).rows.map(
      (row) => row.name,
    )
    return { made: new Date().toISOString(), migrations, tables }
  })
  if (await stat(files).catch(() => undefined)) await cp(files, join(folder, 'files'), { recursive: true })
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest, null, 2))
  return manifest
}

const readManifest = async (folder: string): Promise<Manifest> => {
  try {
    return JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'))
  } catch {
    throw new Error(`${folder} 里没有完整的备份（缺 manifest.json）。`)
  }
}

/** Loads a backup into an empty house: all or nothing. */
export const restore = async (url: string, files: string, folder: string): Promise<Manifest> => {
  const manifest = await readManifest(folder)
  await migrate(url)
  await connected(url, async (client) => {
    const known = new Set((await client.query('select name from migration')).rows.map((row) => row.name))
    const newer = manifest.migrations.filter((name) => !known.has(name))
    if (newer.length > 0) throw new Error('备份来自更新的版本，请先升级有据再恢复。')
    if ((await client.query('select 1 from office')).rowCount)
      throw new Error('这里已经有数据。请换一个空的 YOUJU_DATA 再恢复。')
    await client.query('begin')
    await client.query('set local session_replication_role = replica')
    for (const table of manifest.tables)
      await pipeline(
        createReadStream(fileOf(folder, table)),
        createGunzip(),
        client.query(copyFrom(`copy "${table.schema}"."${table.name}" from stdin`)),
      )
    await client.query(
      `select setval(pg_get_serial_sequence('audit_entry', 'seq'), coalesce((select max(seq) from audit_entry), 1))`,
    )
    await client.query(`update job set state = 'failed', message = '恢复备份时任务没有做完，请重新发起。'
      where state in ('waiting', 'running')`)
    await client.query('commit')
  })
  const kept = join(folder, 'files')
  if (await stat(kept).catch(() => undefined)) await cp(kept, files, { recursive: true })
  return manifest
}
