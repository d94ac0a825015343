import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'

// Dates stay calendar dates, counts and amounts plain numbers: nothing here exceeds 2^53.
const { builtins } = pg.types
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === builtins.DATE) return (text: string) => text
    if (oid === builtins.INT8 || oid === builtins.NUMERIC) return Number
    return pg.types.getTypeParser(oid, format as 'text')
  }) as pg.CustomTypesConfig['getTypeParser'],
}

/** The tables are reached through the SQL of `storage/` and the repository; row types stand with each query. */
// biome-ignore lint/suspicious/noExplicitAny: queries state their own row types
export type Database = Kysely<any>

export interface Connection {
  readonly db: Database
  readonly pool: pg.Pool
  close(): Promise<void>
}

/**
 * A connection that breaks, idle or in use, is replaced by the pool and its query fails; without listeners it would
 * end the process.
 */
export const outliveBrokenConnections = (pool: pg.Pool): void => {
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
}

/**
 * How alike what was typed and part of an address must be to be found: the pairs of characters that both have, of those
 * that either has. One wrong character of six leaves 0.5.
 */
const similarity = 0.4

/** Connects as the application's role, which owns no table and cannot rewrite the audit. */
export const connect = (url: string, options: { role?: string; max?: number } = {}): Connection => {
  const role = options.role ?? 'youju_app'
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 12,
    types,
    application_name: 'youju',
    ...(role === '' ? {} : { options: `-c role=${role} -c pg_trgm.word_similarity_threshold=${similarity}` }),
  })
  outliveBrokenConnections(pool)
  const db: Database = new Kysely({ dialect: new PostgresDialect({ pool }) })
  return { db, pool, close: () => db.destroy() }
}
