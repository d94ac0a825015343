import { Kysely, PostgresDialect, type PostgresPool } from 'kysely'
import type { ClientBase, PoolClient } from 'pg'
import type { Connection, Database } from '../../../platform/server/database/connect.ts'

/** Lends one client over and over, so that queries and copies share its transaction. */
const lend = (client: PoolClient): PostgresPool => {
  const lent = { query: client.query.bind(client), release: () => undefined }
  return { connect: async () => lent, end: async () => undefined } as unknown as PostgresPool
}

/**
 * Runs queries and copies (`copyRows`) in one transaction: all of it is stored, or nothing where `run` throws or
 * the process dies.
 */
export const inImportTransaction = async <Result>(
  connection: Connection,
  run: (db: Database, client: ClientBase) => Promise<Result>,
): Promise<Result> => {
  const client = await connection.pool.connect()
  let broken = false
  try {
    await client.query('begin')
    const db: Database = new Kysely({ dialect: new PostgresDialect({ pool: lend(client) }) })
    const result = await run(db, client)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch(() => {
      broken = true
    })
    throw error
  } finally {
    client.release(broken)
  }
}
