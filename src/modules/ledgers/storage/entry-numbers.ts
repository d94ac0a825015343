import { sql } from 'kysely'
import type { LedgerDefinition } from '../../../core/definition/index.ts'
import type { Row } from '../../../platform/server/repository/columns.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { compactNumber, numberedFields, toColumns } from '../../../platform/server/repository/row.ts'
import { inScope } from '../../../platform/server/repository/scope.ts'
import { numberWords } from '../../../platform/server/repository/seek.ts'
import { valuesOf } from '../../../platform/server/repository/write.ts'

const ledgersOf = ({ catalogue }: Repository): LedgerDefinition[] => [...catalogue.ledgers.values()]

/** Entries in scope, of any ledger, that hold this certificate number, whole or its last four characters. */
export const findByNumber = async (
  repository: Repository,
  text: string,
  limit: number,
): Promise<(Row & { ledger: string })[]> => {
  const compact = compactNumber(text)
  const words = ledgersOf(repository).flatMap((ledger) =>
    numberedFields(ledger).flatMap((field) => numberWords(repository, ledger, field, compact)),
  )
  if (words.length === 0) return []
  const { rows } = await sql<Row & { ledger: string }>`
    select e.* from ledger_entry e
    where e.district = ${repository.district} and e.numbers @@ ${words.join(' | ')}::tsquery
      and ${inScope(repository, 'ledger.read')}
    order by e.id limit ${limit}`.execute(repository.db)
  return rows
}

const batchSize = 500

/** Makes entries findable by their numbers that were written before they could be; answers how many. */
export const numberEntries = async (repository: Repository): Promise<number> => {
  const { db, district, cipher } = repository
  let done = 0
  for (const ledger of ledgersOf(repository).filter((each) => numberedFields(each).length > 0))
    for (;;) {
      const { rows } = await sql<Row>`select * from ledger_entry e
        where e.district = ${district} and e.ledger = ${ledger.name} and e.numbers is null
        order by e.id limit ${batchSize}`.execute(db)
      if (rows.length === 0) break
      const words = rows.map((row) =>
        String(toColumns(cipher, ledger, row.id, valuesOf(repository, ledger, row)).numbers ?? ''),
      )
      await sql`update ledger_entry e set numbers = v.words::tsvector
        from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ version }) => version)}::integer[],
          ${words}::text[]) v(id, version, words)
        where e.district = ${district} and e.id = v.id and e.version = v.version`.execute(db)
      done += rows.length
    }
  return done
}
