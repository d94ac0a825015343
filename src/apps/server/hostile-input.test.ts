import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { type Role, roles } from '../../platform/contract/right.ts'
import { buildApp } from '../../platform/server/http/build-app.ts'
import { at, createTestOffice, type TestOffice } from '../../platform/server/testing/test-office.ts'
import { catalogue } from '../catalogue.ts'
import { modules } from './modules.ts'

/**
 * Whatever words are sent to any route, action or rehearsal by somebody who has every right, the house answers or
 * refuses, and never fails. The rows come from the modules themselves.
 */
let house: TestOffice
let app: FastifyInstance
let cookie = ''

const words = [
  'a\u0000b',
  '\ud800',
  '__proto__',
  '../../etc/passwd',
  "';--",
  '%_\\',
  '\u202e\u0007',
  '9'.repeat(400),
  '甲'.repeat(5000),
  '0000-00-00',
  '9999-12-31',
  '1e400',
]

interface Shape {
  readonly type?: string
  readonly format?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Shape[]
  readonly oneOf?: readonly Shape[]
  readonly properties?: Record<string, Shape>
  readonly items?: Shape
  readonly minimum?: number
}

/** A text of the form asked for; the word, where any would do. */
const fillText = (format: string | undefined, word: string, name: string): string => {
  if (format === 'uuid') return randomUUID()
  if (format === 'date') return '2025-03-01'
  if (name === 'area') return at('north')
  return name === 'ledger' || name === 'definition' ? 'disability' : word
}

const fillObject = ({ properties }: Shape, word: string): object =>
  properties
    ? Object.fromEntries(Object.entries(properties).map(([key, of]) => [key, fill(of, word, key)]))
    : { name: word, [word]: word }

/** Input of the shape asked for, with the word wherever a text stands. */
const fill = (shape: Shape, word: string, name = ''): unknown => {
  if (shape.const !== undefined) return shape.const
  if (shape.enum) return shape.enum[0]
  const options = shape.anyOf ?? shape.oneOf
  if (options) return fill(options[0]!, word, name)
  if (shape.type === 'object') return fillObject(shape, word)
  if (shape.type === 'array') return [fill(shape.items ?? {}, word, name)]
  if (shape.type === 'integer' || shape.type === 'number') return Math.max(shape.minimum ?? 1, 1)
  if (shape.type === 'boolean') return false
  return shape.type === 'null' ? null : fillText(shape.format, word, name)
}

const shapeOf = (schema: z.ZodType): Shape =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape

beforeAll(async () => {
  house = await createTestOffice(catalogue)
  app = await buildApp(house.office, modules, { secure: false, trustProxy: false })
  const staff = await house.hire('administrator', at('district'), 'hostile')
  for (const role of Object.keys(roles) as Role[])
    await house.office.connection.db
      .insertInto('post')
      .values({
        district: house.office.district,
        id: randomUUID(),
        staff: staff.id,
        role,
        area: at('district'),
        valid_from: '2024-01-01',
      })
      .execute()
  const answer = await app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/username',
    payload: { username: 'hostile', password: 'test-password-1' },
  })
  cookie = [answer.headers['set-cookie']]
    .flat()
    .map((set) => String(set).split(';')[0])
    .join('; ')
})

afterAll(async () => {
  await app.close()
  await house.close()
})

const post = (path: string, payload: object) =>
  app.inject({
    method: 'POST',
    url: path,
    payload,
    headers: { cookie, 'idempotency-key': randomUUID() },
  })

const encode = (word: string) => encodeURIComponent(word.toWellFormed())

it('answers or refuses whatever a route is asked', { timeout: 300_000 }, async () => {
  const failed: string[] = []
  for (const { route } of modules.flatMap(({ readers }) => readers)) {
    const parameters = Object.entries(shapeOf(route.query).properties ?? {})
    const pathWith = (id: string) =>
      route.path.replace(/:(\w+)/g, (_, name: string) => encode(fillText(undefined, id, name)).slice(0, 150))
    for (const word of words)
      for (const url of [
        `${pathWith(word)}?${parameters.map(([key, of]) => `${key}=${encode(String(fill(of, word, key)))}`).join('&')}`,
        `${pathWith(randomUUID())}?${parameters.map(([key]) => `${key}=${encode(word)}`).join('&')}`,
      ]) {
        const { statusCode } = await app.inject({ method: 'GET', url, headers: { cookie } })
        if (statusCode >= 500 || statusCode === 429) failed.push(`${statusCode} ${url.slice(0, 200)}`)
      }
  }
  expect(failed).toEqual([])
})

it('answers or refuses whatever an action is told', { timeout: 300_000 }, async () => {
  const failed: string[] = []
  for (const { contract, rehearsable } of modules.flatMap(({ actions }) => actions)) {
    const shape = shapeOf(contract.input)
    for (const word of words)
      for (const way of rehearsable ? ['actions', 'rehearsals'] : ['actions']) {
        const answer = await post(`/api/${way}/${contract.name}`, fill(shape, word) as object)
        if (answer.statusCode >= 500 || answer.statusCode === 429)
          failed.push(`${way} ${contract.name} ${word.slice(0, 20)}: ${answer.body}`)
      }
  }
  expect(failed).toEqual([])
})

it.for(['李\u0000四', '李\ud800四'])(
  'says which text holds a sign that cannot be kept, and keeps no other instead: %j',
  async (name) => {
    const answer = await post('/api/actions/registerRecord', {
      definition: 'organisation',
      area: at('northFirst'),
      on: '2025-03-01',
      values: { name, kind: '3' },
    })
    expect([answer.statusCode, answer.json().title]).toEqual([400, expect.stringContaining('控制字符')])
    expect(answer.json().places).toMatchObject([{ field: 'values.name' }])
  },
)

it.for([5_000, 100_000])('refuses JSON that is nested %i deep, wherever that stands', async (levels) => {
  const deep = `${'['.repeat(levels)}${']'.repeat(levels)}`
  const where = `"definition":"organisation","area":"${at('northFirst')}","on":"2025-03-01"`
  for (const payload of [`{${where},"values":{"name":${deep},"kind":"3"}}`, `{"foreign":${deep}}`]) {
    const headers = { cookie, 'idempotency-key': randomUUID(), 'content-type': 'application/json' }
    const answer = await app.inject({
      method: 'POST',
      url: '/api/actions/registerRecord',
      payload,
      headers,
    })
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'request.unreadable'])
  }
})
