import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Right } from '../../platform/contract/right.ts'
import type { Reader } from '../../platform/server/http/mount-route.ts'
import type { Office } from '../../platform/server/office.ts'
import { areasWith } from '../../platform/server/permission/actor.ts'
import { columnOf } from '../../platform/server/repository/columns.ts'
import { listRecords } from '../../platform/server/repository/list.ts'
import type { Repository } from '../../platform/server/repository/repository.ts'
import { catalogue } from '../catalogue.ts'
import { type OpenDemo, openDemo } from '../demo/testing/open-demo.ts'
import { modules } from './modules.ts'
import { multiplyRecords } from './testing/multiply-records.ts'
import { type RecordedQuery, recordQueries } from './testing/record-queries.ts'

/** A table of so many rows is not read from end to end for one answer. */
const large = 20_000

let demo: OpenDemo
let queries: ReadonlyMap<string, RecordedQuery>
let sizes: Map<string, number>
let repository: Repository

interface Plan {
  'Node Type': string
  'Relation Name'?: string
  Plans?: Plan[]
}

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)]

const scannedWhole = async ({ text, values }: RecordedQuery): Promise<string[]> => {
  const { rows } = await demo.database.owner.pool.query(`explain (format json) ${text}`, [...values])
  const { Plan: plan } = rows[0]['QUERY PLAN'][0] as { Plan: Plan }
  return nodesOf(plan)
    .filter(
      (node) => node['Node Type'] === 'Seq Scan' && (sizes.get(node['Relation Name'] ?? '') ?? 0) > large,
    )
    .map((node) => node['Relation Name']!)
}

beforeAll(async () => {
  demo = await openDemo(1000)
  sizes = await multiplyRecords(demo.database.owner.pool, 100)
  queries = recordQueries(demo.database.connection.pool)
  repository = await demo.repositoryOf('wangge')
})
afterAll(() => demo.close())

const readers = new Map(
  modules
    .flatMap((module) => module.readers)
    .map((reader) => [reader.route.path as string, reader as Reader]),
)

/** Asks a route as somebody over HTTP would. What it refuses was asked of the database all the same. */
const visit = async (path: string, params: object = {}, query: object = {}, as: Repository = repository) => {
  const { route, answer } = readers.get(path)!
  const office = {
    ...demo.office,
    connection: demo.database.connection,
    catalogue,
    demo: true,
  } as unknown as Office
  const asked = { params: route.params.parse(params), query: route.query.parse(query) }
  return (await answer(as, asked as never, office).catch((error: Error) => {
    if (error.name !== 'Problem') throw error
  })) as { rows?: { id: string }[]; next?: string | null } | undefined
}

describe('every query of a district with 100,000 residents has an index', () => {
  test('the tables are that large', () => {
    expect(sizes.get('person')).toBeGreaterThan(100_000)
    for (const table of ['ledger_entry', 'household', 'dwelling', 'audit_entry'])
      expect(sizes.get(table)).toBeGreaterThan(large)
  })

  test('no record is without what it must have, so that a list sorted by it is continued from an index', async () => {
    const { rows } = await demo.database.owner.pool.query<{ place: string }>(`
      select table_name || '.' || column_name as place from information_schema.columns
      where table_schema = 'public' and is_nullable = 'NO'`)
    const complete = new Set(rows.map(({ place }) => place))
    const missing = [...catalogue.records.values()].flatMap(({ table, fields }) =>
      Object.values(fields)
        .filter((field) => field.required && !complete.has(`${table}.${columnOf(field)}`))
        .map(({ key }) => `${table}.${key}`),
    )
    expect(missing).toEqual([])
  })

  test('a tour of lists, pages, searches and numbers of a grid, today and in the past', async () => {
    const { today } = repository
    const past = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`
    const people = await listRecords(repository, catalogue.records.get('person')!, { limit: 5 })
    const { id } = people.rows[0]!
    for (const asOf of [undefined, past]) {
      for (const definition of [...catalogue.records.keys(), ...catalogue.ledgers.keys()]) {
        const list = await visit('/api/records/:definition', { definition }, { asOf, limit: 20 })
        if (list?.next)
          await visit('/api/records/:definition', { definition }, { asOf, limit: 20, cursor: list.next })
        const found = list?.rows?.[0]
        if (found) {
          await visit('/api/records/:definition/:id', { definition, id: found.id }, { asOf })
          await visit('/api/records/:definition/:id/history', { definition, id: found.id })
        }
      }
      await visit(
        '/api/records/:definition',
        { definition: 'person' },
        { asOf, sort: '-birthDate', age: '60..', limit: 20 },
      )
      await visit(
        '/api/records/:definition',
        { definition: 'elderCare' },
        { asOf, sort: 'person.name', livingArrangement: '1', limit: 20 },
      )
      for (const q of [
        '张伟',
        'zw',
        'zhangwei',
        '110105194912310021',
        '1234',
        '13800000000',
        '幸福路12号',
        '幸富路12号',
        '样范小区3幢',
      ])
        await visit('/api/search', {}, { q, asOf })
      for (const q of ['4242', '11010519491231002142']) await visit('/api/entry-numbers', {}, { q })
      await visit('/api/persons/:id', { id }, { asOf })
      await visit('/api/households/:id', { id: String(people.rows[0]!.values.household) }, { asOf })
      for (const [metric, { by }] of [...catalogue.metrics].map(
        ([name, of]) => [name, of.kind === 'count' ? of : of.numerator] as const,
      )) {
        await visit('/api/figures', {}, { names: metric, asOf })
        await visit('/api/metrics/:metric/breakdown', { metric }, { by: 'area', asOf })
        for (const dimension of by)
          await visit('/api/metrics/:metric/breakdown', { metric }, { by: dimension, asOf })
        await visit('/api/metrics/:metric/records', { metric }, { asOf })
      }
      await visit('/api/metrics/:metric/trend', { metric: 'elderCare.total' }, { asOf })
      await visit('/api/ledgers', {}, { asOf })
    }
    const auditor = await demo.repositoryOf('shenji')
    for (const query of [{}, { subject: id }, { actor: repository.actor.id }, { action: 'signIn' }])
      await visit('/api/audit', {}, query, auditor)
    // And whatever else can be asked without further knowledge; only what it asks of the database counts here.
    const known = {
      definition: 'person',
      id,
      metric: 'elderCare.total',
      ledger: 'elderCare',
      name: 'none',
      request: id,
    }
    const may = (right: Right | 'signedIn') =>
      right === 'signedIn' || areasWith(repository.actor, right).length > 0
    for (const [path, { route }] of readers)
      if (may(route.right) && route.params.safeParse(known).success && route.query.safeParse({}).success)
        await visit(path, known).catch(() => undefined)
    expect(queries.size).toBeGreaterThan(100)
  }, 200_000)

  test('and none of them reads a large table from end to end', async () => {
    const whole: string[] = []
    for (const query of queries.values()) {
      if (!/^\s*(select|with)\b/i.test(query.text)) continue
      const tables = await scannedWhole(query)
      if (tables.length > 0) whole.push(`${tables.join(', ')}: ${query.text.replace(/\s+/g, ' ').trim()}`)
    }
    expect(whole).toEqual([])
  })
})
