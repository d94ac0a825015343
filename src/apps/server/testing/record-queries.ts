import type { Pool, PoolClient } from 'pg'

export interface RecordedQuery {
  readonly text: string
  readonly values: readonly unknown[]
}

/** Notes every query that goes through a pool, one of each text. */
export const recordQueries = (pool: Pool): ReadonlyMap<string, RecordedQuery> => {
  const queries = new Map<string, RecordedQuery>()
  const note = (query: unknown, values?: unknown) => {
    const { text, values: own } =
      typeof query === 'string' ? { text: query, values: undefined } : (query as RecordedQuery)
    if (text) queries.set(text, { text, values: (values ?? own ?? []) as unknown[] })
  }
  pool.on('connect', (client: PoolClient) => {
    const run = client.query.bind(client) as (...given: unknown[]) => unknown
    client.query = ((...given: unknown[]) => {
      note(given[0], Array.isArray(given[1]) ? given[1] : undefined)
      return run(...given)
    }) as typeof client.query
  })
  return queries
}
