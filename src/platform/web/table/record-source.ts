import type { z } from 'zod'
import { listRecords, type recordList } from '../../contract/records.ts'
import { fetchRoute } from '../api/fetch-route.ts'

export type RecordPage = z.infer<typeof recordList>

export interface RecordQuery {
  area: string | undefined
  asOf: string | undefined
  sort: string | undefined
  q: string | undefined
  cursor: string | undefined
  /** Field key → filter, as `listQuery` of the contract writes them. */
  filters: Readonly<Record<string, string>>
}

/** Where a table's rows come from. */
export interface RecordSource {
  /** Names the source in the cache, its own parameters included. */
  readonly key: readonly unknown[]
  /** Whether it understands search, filters and sort. */
  readonly selects: boolean
  load(query: RecordQuery, signal: AbortSignal): Promise<RecordPage>
}

/** The records of a definition, from `/api/records/:definition`. */
export const recordsOf = (definition: string): RecordSource => ({
  key: [listRecords.path, definition],
  selects: true,
  load: ({ filters, ...rest }, signal) =>
    fetchRoute(listRecords, { params: { definition }, query: { ...filters, ...rest } as never }, signal),
})
