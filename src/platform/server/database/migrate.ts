import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

/** `migrations/` lies beside `src/` and `dist/`, in a checkout as in the package. */
export const migrationsFolder = fileURLToPath(new URL('../../../../migrations', import.meta.url))

/** Number of the lock that keeps two servers from migrating at once; any constant of our own does. */
const lock = 7_245_190_812

const statementsTable = `create table if not exists migration (
  name text primary key, sha256 text not null, applied_at timestamptz not null default now())`

/**
 * Applies the migrations that the database has not seen, in order, each in a transaction.
 * Forward only: a file that changed after it was applied is refused.
 */
export const migrate = async (url: string): Promise<string[]> => {
  const client = new pg.Client({ connectionString: url, application_name: 'youju-migrate' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lock])
    await client.query(statementsTable)
    const applied = new Map<string, string>(
      (await client.query('select name, sha256 from migration')).rows.map((row) => [row.name, row.sha256]),
    )
    const fresh: string[] = []
    for (const name of (await readdir(migrationsFolder)).filter((file) => /^\d.*\.sql$/.test(file)).sort()) {
      const sql = await readFile(join(migrationsFolder, name), 'utf8')
      const sha256 = createHash('sha256').update(sql).digest('hex')
      const known = applied.get(name)
      if (known === sha256) continue
      if (known) throw new Error(`迁移文件 ${name} 在执行之后被改过；请恢复原文件，把改动写进新的迁移文件。`)
      await client.query('begin')
      try {
        await client.query(sql)
        await client.query('insert into migration (name, sha256) values ($1, $2)', [name, sha256])
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw new Error(`迁移 ${name} 没有成功：${(error as Error).message}`, { cause: error })
      }
      fresh.push(name)
    }
    return fresh
  } finally {
    await client.end()
  }
}
