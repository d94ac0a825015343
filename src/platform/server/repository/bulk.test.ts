import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts'
import { copyRows } from './bulk.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await database.owner.pool.query(
    'create table sample (n integer, words text, bytes bytea, facts jsonb, yes boolean, day date, amount numeric)',
  )
})
afterAll(() => database.close())

const columns = ['n', 'words', 'bytes', 'facts', 'yes', 'day', 'amount']
const loadBack = async (rows: AsyncIterable<unknown[]> | Iterable<unknown[]>) => {
  const client = await database.owner.pool.connect()
  try {
    await client.query('truncate sample')
    const count = await copyRows(client, 'sample', columns, rows)
    const { rows: stored } = await client.query({
      text: `select ${columns.join(', ')} from sample order by n`,
      rowMode: 'array',
    })
    return { count, stored }
  } finally {
    client.release()
  }
}

// PostgreSQL's text holds every character but NUL.
const words = fc
  .oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom('\\', '\t', '\n', '\r', 'N', '.', '\b', '"', '𠮷', '有', 'x') }),
  )
  .map((text) => text.replaceAll('\0', '').toWellFormed())
// Keys are names: V8 13.6 reads the key `"` as `\\` where an object with that key was parsed before.
const key = fc.stringMatching(/^[a-z有据]{1,6}$/)
const row = fc.tuple(
  fc.option(words),
  fc.option(fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes))),
  fc.option(fc.dictionary(key, fc.oneof(words, fc.boolean(), fc.integer(), fc.constant(null)))),
  fc.option(fc.boolean()),
  fc.constantFrom(null, '2024-02-29', '1931-12-31'),
  fc.option(fc.integer({ min: -1e9, max: 1e9 }).map((cents) => cents / 100)),
)

describe('copying rows', () => {
  test('what goes in comes back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 60 }), async (values) => {
        const rows = values.map((each, n) => [n, ...each])
        const { count, stored } = await loadBack(rows)
        expect(count).toBe(rows.length)
        expect(stored).toEqual(rows)
      }),
      { numRuns: 60 },
    )
  })

  test('a source larger than any buffer is taken piece by piece', async () => {
    async function* many() {
      for (let n = 0; n < 20_000; n++)
        yield [n, `第${n}行\t`.repeat(8), null, [n, { 行: n }], null, null, null]
    }
    const { count, stored } = await loadBack(many())
    expect(count).toBe(20_000)
    expect(stored.at(-1)![1]).toBe('第19999行\t'.repeat(8))
    expect(stored.at(-1)![3]).toEqual([19_999, { 行: 19_999 }])
  })

  test('where the source fails, nothing is stored and the connection still serves', async () => {
    const client = await database.owner.pool.connect()
    try {
      await client.query('truncate sample')
      function* broken() {
        yield [1, 'first', null, null, null, null, null]
        throw new Error('the source ended early')
      }
      await expect(copyRows(client, 'sample', columns, broken())).rejects.toThrow('the source ended early')
      await expect(
        copyRows(client, 'sample', columns, [['x', '', null, null, null, null, null]]),
      ).rejects.toThrow(/integer/)
      const { rows } = await client.query('select count(*) as n from sample')
      expect(rows[0].n).toBe(0)
    } finally {
      client.release()
    }
  })
})
