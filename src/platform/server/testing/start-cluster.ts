import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../database/embedded.ts'
import { migrate } from '../database/migrate.ts'
import { clusterVariable, templateName, withDatabase } from './test-database.ts'

const runAt = async (url: string, statements: string[]): Promise<void> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

/**
 * The server of `CITUS_URL` instead of one of our own: PostgreSQL or Citus, at the address of a superuser. Nothing
 * is changed there but databases of these tests, which go again.
 */
const takeGiven = async (url: string): Promise<() => Promise<void>> => {
  await runAt(url, [
    `drop database if exists ${templateName} with (force)`,
    `create database ${templateName}`,
  ])
  const template = withDatabase(url, templateName)
  const client = new pg.Client({ connectionString: template })
  await client.connect()
  const { rowCount } = await client.query(`select from pg_available_extensions where name = 'citus'`)
  if (rowCount) await client.query('create extension if not exists citus')
  await client.end()
  await migrate(template)
  process.env[clusterVariable] = url
  return () => runAt(url, [`drop database if exists ${templateName} with (force)`])
}

/** One PostgreSQL for a run of the tests, in a temporary folder, with a migrated database to copy from. */
export default async (): Promise<() => Promise<void>> => {
  if (process.env.CITUS_URL) return takeGiven(process.env.CITUS_URL)
  const folder = await mkdtemp(join(tmpdir(), 'youju-test-'))
  const server = await startEmbedded(folder)
  const end = async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    // Nothing here needs to survive a power cut.
    await runAt(server.url, [
      'alter system set fsync = off',
      'alter system set synchronous_commit = off',
      'select pg_reload_conf()',
      `create database ${templateName}`,
    ])
    await migrate(withDatabase(server.url, templateName))
  } catch (error) {
    await end()
    throw error
  }
  process.env[clusterVariable] = server.url
  return end
}
