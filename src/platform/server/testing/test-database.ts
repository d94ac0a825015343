import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { type Connection, connect } from '../database/connect.ts'

/** Where the test run tells its workers the address of its PostgreSQL. */
export const clusterVariable = 'YOUJU_TEST_CLUSTER'

/** The migrated database that every test file gets a copy of. */
export const templateName = 'youju_template'

/** The same server, another database. */
export const withDatabase = (url: string, database: string): string => {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}

export interface TestDatabase {
  /** Address for the owner; `connect` takes the application's role upon it. */
  readonly url: string
  /** As the application: owns no table, cannot rewrite the audit. */
  readonly connection: Connection
  /** As the owner of the tables. */
  readonly owner: Connection
  close(): Promise<void>
}

/** A migrated database of one's own on the run's PostgreSQL; `close` it in `afterAll`. */
export const createTestDatabase = async (): Promise<TestDatabase> => {
  const cluster = process.env[clusterVariable]
  if (!cluster) throw new Error('the tests’ PostgreSQL is started by vitest.config.ts (globalSetup)')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const run = async (statement: string) => {
    const client = new pg.Client({ connectionString: cluster })
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  await run(`create database ${name} template ${templateName}`)
  const url = withDatabase(cluster, name)
  const connection = connect(url, { max: 4 })
  const owner = connect(url, { role: '', max: 2 })
  return {
    url,
    connection,
    owner,
    async close() {
      await Promise.all([connection.close(), owner.close()])
      await run(`drop database ${name} with (force)`)
    },
  }
}
