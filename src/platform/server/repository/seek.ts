import { type RawBuilder, sql } from 'kysely'
import type { Definition, Field } from '../../../core/definition/index.ts'
import { columnOf } from './columns.ts'
import { escapeLike } from './escape-like.ts'
import type { Repository } from './repository.ts'
import { compactNumber, lookupHash } from './row.ts'

/** The words by which an entry with this number in this field is found; none where it looks like no number. */
export const numberWords = (
  { cipher }: Repository,
  definition: Definition,
  field: Field,
  compact: string,
): string[] => [
  ...(/^[0-9A-Z]{6,30}$/.test(compact)
    ? [lookupHash(cipher, definition, field, compact, 'whole').toString('hex')]
    : []),
  ...(/^(?=.*\d)[0-9A-Z]{4}$/.test(compact)
    ? [lookupHash(cipher, definition, field, compact, 'tail').toString('hex')]
    : []),
]

const conditionsFor = (
  repository: Repository,
  definition: Definition,
  field: Field,
  alias: string,
  words: string,
): RawBuilder<unknown>[] => {
  const column = columnOf(field)
  const ref = (name: string) => sql.ref(`${alias}.${name}`)
  const prefix = `${escapeLike(words)}%`
  const compact = compactNumber(words)
  if (definition.kind === 'ledger' && field.encrypted)
    return numberWords(repository, definition, field, compact).map(
      (word) => sql`${ref('numbers')} @@ ${word}::tsquery`,
    )
  return field.search.flatMap((face) => {
    if (face === 'name') {
      if (!/^[a-z' ]+$/i.test(words)) return [sql`${ref(column)} collate "C" like ${prefix}`]
      const letters = `${words.toLowerCase().replace(/[' ]/g, '')}%`
      return [
        sql`${ref(`${column}_initials`)} collate "C" like ${letters}`,
        sql`${ref(`${column}_pinyin`)} collate "C" like ${letters}`,
      ]
    }
    const hash = (of: 'whole' | 'tail') => lookupHash(repository.cipher, definition, field, compact, of)
    if (face === 'whole')
      return /^[\dX]{7,18}$/.test(compact) ? [sql`${ref(`${column}_hash`)} = ${hash('whole')}`] : []
    if (face === 'tail')
      return /^\d{3}[\dX]$/.test(compact) ? [sql`${ref(`${column}_tail_hash`)} = ${hash('tail')}`] : []
    // Trigrams tell nothing of two characters; the pairs of an address do.
    if (words.length === 2) return [sql`text_pairs(${ref(column)}) @> ${[words]}::text[]`]
    return words.length > 2 ? [sql`${ref(column)} like ${`%${escapeLike(words)}%`}`] : []
  })
}

/**
 * What a person typed into a search box, held against the fields by which a definition can be sought: name,
 * pinyin or initials; a whole number or its last four characters; part of an address.
 */
export const seek = (
  repository: Repository,
  definition: Definition,
  alias: 'e' | 's',
  words: string,
): RawBuilder<boolean> => {
  const conditions = Object.values(definition.fields).flatMap((field) =>
    conditionsFor(repository, definition, field, alias, words.trim()),
  )
  return conditions.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(conditions, sql` or `)})`
}
