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

/** One PostgreSQL for a run of the tests, in a temporary folder, with a migrated database to copy from. */
export default async (): Promise<() => Promise<void>> => {
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
