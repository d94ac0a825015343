import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Catalogue } from '../repository/repository.ts'
import { type OidcProvider, oidcClient, startOidcProvider } from '../testing/oidc-provider.ts'
import { at, createTestOffice, type TestOffice } from '../testing/test-office.ts'
import { buildApp } from './build-app.ts'

const origin = 'http://youju.test'
const catalogue: Catalogue = { records: new Map(), ledgers: new Map(), metrics: new Map() }
let provider: OidcProvider
let house: TestOffice
let app: FastifyInstance

beforeAll(async () => {
  provider = await startOidcProvider()
  house = await createTestOffice(catalogue, {
    trustedOrigins: [origin],
    singleSignOn: {
      ...oidcClient,
      issuer: provider.issuer,
      title: '区统一身份认证',
      claim: 'preferred_username',
      origin,
    },
  })
  app = await buildApp(house.office, [], { secure: false, trustProxy: false })
})
afterAll(async () => {
  await app.close()
  await house.close()
  await provider.close()
})
beforeEach(() => {
  provider.forged = {}
})

const headers = { host: 'youju.test', origin, 'sec-fetch-site': 'same-origin' }

const cookiesOf = (answer: { headers: Record<string, unknown> }) =>
  [answer.headers['set-cookie']]
    .flat()
    .filter((set) => set !== undefined)
    .map((set) => String(set).split(';')[0])
    .join('; ')

/** To the provider and back with what it answered. */
const begin = async (back = '/registry') => {
  const asked = await app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/social',
    headers,
    payload: { back },
  })
  expect(asked.statusCode).toBe(200)
  const sent = new URL(asked.json().url)
  expect(sent.searchParams.get('redirect_uri')).toBe(`${origin}/api/auth/callback/oidc`)
  const answer = await fetch(sent, { redirect: 'manual' })
  return { cookie: cookiesOf(asked), returned: new URL(answer.headers.get('location')!) }
}

const arrive = ({ cookie, returned }: { cookie: string; returned: URL }) =>
  app.inject({
    method: 'GET',
    url: returned.pathname + returned.search,
    headers: { host: 'youju.test', cookie, 'sec-fetch-site': 'cross-site' },
  })

const signIn = async () => arrive(await begin())

const errorOf = (answer: { headers: Record<string, unknown> }) =>
  new URL(String(answer.headers.location), origin).searchParams.get('error')

const me = async (cookie: string) =>
  (await house.office.accounts.accountOf(new Headers({ cookie }))) ?? 'nobody'

const count = async (table: string) =>
  Number((await house.office.connection.pool.query(`select count(*) as n from auth."${table}"`)).rows[0].n)

const audited = async () =>
  (
    await house.office.connection.pool.query(
      `select actor_name, outcome, detail from audit_entry where action = 'signIn' order by seq desc limit 1`,
    )
  ).rows[0]

test('somebody with an account comes in, to the page that was asked for, and it is written down', async () => {
  await house.hire('clerk', at('north'), 'zhang.san')
  expect((await app.inject('/api/auth/ways')).json()).toMatchObject({ singleSignOn: '区统一身份认证' })
  provider.person = { sub: 'subject-1', preferred_username: 'Zhang.San' }
  const answer = await signIn()
  expect(answer.statusCode).toBe(302)
  expect(answer.headers.location).toBe('/registry')
  const cookie = cookiesOf(answer)
  const account = (await app.inject({ url: '/api/account', headers: { cookie } })).json()
  expect(account).toMatchObject({ linked: true, sessions: [{ current: true }] })
  expect(await audited()).toEqual({
    actor_name: 'zhang.san',
    outcome: 'done',
    detail: { by: 'singleSignOn' },
  })
  // Nothing that the provider gave stays, so that nothing can be asked of it in their name.
  const { rows } = await house.office.connection.pool.query(
    `select "accessToken", "refreshToken", "idToken" from auth.account where "providerId" = 'oidc'`,
  )
  expect(rows).toEqual([{ accessToken: null, refreshToken: null, idToken: null }])
})

test('from then on the account is that subject’s: another name of theirs still opens it, another subject does not', async () => {
  provider.person = { sub: 'subject-1', preferred_username: 'renamed' }
  expect((await signIn()).headers.location).toBe('/registry')
  provider.person = { sub: 'subject-2', preferred_username: 'zhang.san' }
  const answer = await signIn()
  expect(errorOf(answer)).toBe('unable_to_link_account')
  expect(await me(cookiesOf(answer))).toBe('nobody')
  expect(await audited()).toMatchObject({
    outcome: 'refused',
    detail: { by: 'singleSignOn', error: 'unable_to_link_account' },
  })
})

test('a stranger gets neither account nor session', async () => {
  const before = [await count('user'), await count('account'), await count('session')]
  provider.person = { sub: 'subject-3', preferred_username: 'stranger', email: 'zhang.san@youju.invalid' }
  const answer = await signIn()
  expect(errorOf(answer)).toBe('signup_disabled')
  provider.person = { sub: 'subject-4' }
  expect(errorOf(await signIn())).not.toBeNull()
  expect([await count('user'), await count('account'), await count('session')]).toEqual(before)
})

test('a forged token is refused: other nonce, other audience, other key', async () => {
  await house.hire('clerk', at('north'), 'li.si')
  provider.person = { sub: 'subject-5', preferred_username: 'li.si' }
  for (const forged of [{ nonce: 'another' }, { audience: 'another' }, { otherKey: true }] as const) {
    provider.forged = forged
    const answer = await signIn()
    expect(errorOf(answer), JSON.stringify(forged)).not.toBeNull()
    expect(await me(cookiesOf(answer))).toBe('nobody')
  }
})

test('an answer that this browser did not ask for, or that comes twice, is refused', async () => {
  await house.hire('clerk', at('north'), 'wang.wu')
  provider.person = { sub: 'subject-6', preferred_username: 'wang.wu' }
  const stolen = await begin()
  expect(errorOf(await arrive({ ...stolen, cookie: '' }))).not.toBeNull()
  expect(errorOf(await arrive({ ...(await begin()), returned: stolen.returned }))).not.toBeNull()
  const honest = await begin()
  expect((await arrive(honest)).headers.location).toBe('/registry')
  expect(errorOf(await arrive(honest))).not.toBeNull()
})

test('another site can neither begin a sign-in nor choose where it ends', async () => {
  const foreign = await app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/social',
    headers: { ...headers, origin: 'http://elsewhere.test', 'sec-fetch-site': 'cross-site' },
    payload: {},
  })
  expect(foreign.json().code).toBe('origin.foreign')
  for (const back of ['//elsewhere.test', 'http://elsewhere.test', '/\\elsewhere.test']) {
    provider.person = { sub: 'subject-6', preferred_username: 'wang.wu' }
    expect((await arrive(await begin(back))).headers.location).toBe('/')
  }
})

test('who holds no post comes in and sees nothing; an initial password that was never used is nobody’s', async () => {
  const actor = await house.hire('clerk', at('north'), 'zhao.liu')
  const { pool } = house.office.connection
  await pool.query(`update post set valid_to = '2024-02-01' where staff = $1`, [actor.id])
  await pool.query('update staff set must_change_password = true where id = $1', [actor.id])
  provider.person = { sub: 'subject-7', preferred_username: 'zhao.liu' }
  const cookie = cookiesOf(await signIn())
  expect(await me(cookie)).not.toBe('nobody')
  const { rows } = await pool.query('select must_change_password from staff where id = $1', [actor.id])
  expect(rows).toEqual([{ must_change_password: false }])
  const withPassword = await app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/username',
    headers,
    payload: { username: 'zhao.liu', password: 'test-password-1' },
  })
  expect(withPassword.json().code).toBe('session.failed')
})

test('a provider that is down leaves the password', async () => {
  await provider.close()
  const down = await createTestOffice(catalogue, {
    trustedOrigins: [origin],
    singleSignOn: {
      ...oidcClient,
      issuer: provider.issuer,
      title: '认证',
      claim: 'preferred_username',
      origin,
    },
  })
  const without = await buildApp(down.office, [], { secure: false, trustProxy: false })
  try {
    await down.hire('clerk', at('north'), 'zhou.ba')
    const post = (url: string, payload: object) => without.inject({ method: 'POST', url, headers, payload })
    expect((await post('/api/auth/sign-in/social', {})).json().code).toBe('session.provider_unreachable')
    const password = { username: 'zhou.ba', password: 'test-password-1' }
    expect((await post('/api/auth/sign-in/username', password)).json()).toEqual({ ok: true })
  } finally {
    await without.close()
    await down.close()
  }
})
