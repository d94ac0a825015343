import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { checkRule, compileRule, evaluateRule, sampleRule } from '../../../core/expression/index.ts'
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

const sqlTypes = { string: 'text', int: 'bigint', double: 'numeric', bool: 'boolean', date: 'date' } as const

it('answers a rule in SQL exactly as in JavaScript, missing values included', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.infiniteStream(fc.double({ min: 0, max: 0.999_999, noNaN: true })),
      async (chances) => {
        const { source, variables, rows } = sampleRule(() => chances.next().value)
        const rule = checkRule(source, variables)
        if (!rule.ok) throw new Error(`${source}: ${rule.message}`)
        const part = compileRule(
          rule.value,
          (path) => {
            const type = variables[path]!
            return { sql: `(r.fields->>'${path}')::${sqlTypes[type]}`, parameters: [], type }
          },
          2,
        )
        const { rows: answers } = await database.connection.pool.query<{ answer: boolean }>(
          `select (${part.sql}) is true as answer from jsonb_array_elements($1::jsonb) with ordinality r(fields, n) order by n`,
          [JSON.stringify(rows), ...part.parameters],
        )
        expect(answers.map((row) => row.answer)).toEqual(rows.map((row) => evaluateRule(rule.value, row)))
      },
    ),
    { numRuns: 300 },
  )
})
