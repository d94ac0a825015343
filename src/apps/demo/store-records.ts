import type { PoolClient } from 'pg'
import type { Definition } from '../../core/definition/index.ts'
import type { Cipher } from '../../platform/server/cipher/cipher.ts'
import { copyRows } from '../../platform/server/repository/bulk.ts'
import { columnsOf, tableOf } from '../../platform/server/repository/columns.ts'
import { toColumns } from '../../platform/server/repository/row.ts'
import type { Tracked, Version } from './generator/chronicle.ts'

/** Where records are stored, and how they are sealed. */
export interface Within {
  readonly district: string
  readonly cipher: Cipher
  /** The command by which something was written down at an instant. */
  commandAt(instant: number): string
}

const instant = (milliseconds: number | null) => (milliseconds === null ? null : new Date(milliseconds))

const toRow = (within: Within, { definition, id, subject, since }: Tracked, version: Version) => {
  const closed = version.closedAt ?? version.supersededAt
  return {
    district: within.district,
    id,
    area: version.area,
    version: version.number,
    valid_from: version.validFrom,
    valid_to: version.validTo,
    recorded_at: instant(version.recordedAt),
    closed_at: instant(version.closedAt),
    superseded_at: instant(version.supersededAt),
    since,
    ended: version.ended,
    command: within.commandAt(version.recordedAt),
    closed_command: closed === null ? null : within.commandAt(closed),
    cause: version.cause,
    reason: version.reason,
    subject,
    ...toColumns(within.cipher, definition, id, version.values),
  }
}

/** When the people among some records were born, by id. */
const birthsOf = (records: readonly Tracked[]): ReadonlyMap<string, unknown> =>
  new Map(
    records.flatMap(({ id, current, past }) => {
      const born = (current ?? past.at(-1))?.values.birthDate
      return born === undefined ? [] : [[id, born] as const]
    }),
  )

/** Rows in the order of the columns, sealed one by one as the copy asks for them. */
function* rowsOf(
  within: Within,
  columns: readonly string[],
  births: ReadonlyMap<string, unknown>,
  records: readonly Tracked[],
  versionsOf: (record: Tracked) => readonly Version[],
) {
  for (const record of records)
    for (const version of versionsOf(record)) {
      const row: Record<string, unknown> = {
        ...toRow(within, record, version),
        subject_birth: births.get(record.subject ?? '') ?? 'infinity',
      }
      yield columns.map((column) => row[column])
    }
}

/** Copies records into their tables, closed versions into those of the past. */
export const storeRecords = async (
  client: PoolClient,
  within: Within,
  records: readonly Tracked[],
): Promise<void> => {
  const byTable = Map.groupBy(records, ({ definition }) => tableOf(definition))
  const births = birthsOf(records)
  for (const [table, ofTable] of byTable) {
    const definition: Definition = ofTable[0]!.definition
    const columns = [...columnsOf(definition), ...(definition.kind === 'ledger' ? ['subject_birth'] : [])]
    const current = (record: Tracked) => (record.current ? [record.current] : [])
    await copyRows(client, table, columns, rowsOf(within, columns, births, ofTable, current))
    await copyRows(
      client,
      `${table}_past`,
      columns,
      rowsOf(within, columns, births, ofTable, (record) => record.past),
    )
  }
}
