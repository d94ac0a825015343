import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { at, createTestOffice, type TestOffice } from '../testing/test-office.ts'
import { buildApp } from './build-app.ts'

let house: TestOffice
let app: FastifyInstance
beforeAll(async () => {
  house = await createTestOffice({ records: new Map(), ledgers: new Map(), metrics: new Map() })
  app = await buildApp(house.office, [], { secure: false, trustProxy: false })
})
afterAll(async () => {
  await app.close()
  await house.close()
})

const post = (url: string, payload: object, cookie?: string) =>
  app.inject({
    method: 'POST',
    url,
    payload,
    headers: { 'x-forwarded-for': '8.8.8.8', ...(cookie && { cookie }) },
  })

const enter = async (username: string) => {
  const answer = await post('/api/auth/sign-in/username', { username, password: 'test-password-1' })
  expect(answer.statusCode).toBe(200)
  return [answer.headers['set-cookie']]
    .flat()
    .map((set) => String(set).split(';')[0])
    .join('; ')
}

const account = (cookie: string) => app.inject({ url: '/api/account', headers: { cookie } })

const sessionsOf = async (cookie: string) =>
  (await account(cookie)).json().sessions as { id: string; current: boolean; address: string }[]

/** A passkey as if some device had made it; the browser tests make real ones. */
const keep = async (username: string, name: string) => {
  const id = randomUUID()
  await house.office.connection.pool.query(
    `insert into auth.passkey ("id", "name", "publicKey", "userId", "credentialID", "counter", "deviceType", "backedUp", "createdAt")
     select $1, $2, 'key', s.account, $1, 0, 'singleDevice', false, now() from staff s where s.username = $3`,
    [id, name, username],
  )
  return id
}

test('sessions are listed, and ended one by one or all but one’s own', async () => {
  await house.hire('clerk', at('north'), 'sun.qi')
  const [here, there, elsewhere] = [await enter('sun.qi'), await enter('sun.qi'), await enter('sun.qi')]
  const sessions = await sessionsOf(here)
  expect(sessions).toHaveLength(3)
  expect(sessions.filter(({ current }) => current)).toHaveLength(1)
  // What a visitor claims about the way is not believed.
  expect(sessions.map(({ address }) => address)).not.toContain('8.8.8.8')
  const end = (payload: object) => post('/api/account/end-sessions', payload, here)
  const id = (await sessionsOf(there)).find(({ current }) => current)!.id
  expect((await end({ id })).json()).toEqual({ ok: true })
  expect((await end({ id })).json().code).toBe('session.not_found')
  expect((await account(there)).statusCode).toBe(401)
  expect((await end({ others: true })).json()).toEqual({ ok: true })
  expect((await account(elsewhere)).statusCode).toBe(401)
  expect(await sessionsOf(here)).toHaveLength(1)
})

test('nobody ends, renames or removes what belongs to another account', async () => {
  await house.hire('clerk', at('north'), 'owner')
  await house.hire('head', at('north'), 'other')
  const [owner, other] = [await enter('owner'), await enter('other')]
  const passkey = await keep('owner', '办公室电脑')
  const [session] = await sessionsOf(owner)
  expect((await post('/api/account/end-sessions', { id: session!.id }, other)).statusCode).toBe(404)
  for (const path of ['delete-passkey', 'update-passkey']) {
    const answer = await post(`/api/auth/passkey/${path}`, { id: passkey, name: '别人的' }, other)
    expect(answer.statusCode).toBeGreaterThanOrEqual(400)
  }
  expect((await account(owner)).json()).toMatchObject({
    passkeys: [{ id: passkey, name: '办公室电脑' }],
    sessions: [{ id: session!.id, current: true }],
  })
  expect(
    (await post('/api/auth/passkey/update-passkey', { id: passkey, name: '  ' }, owner)).json().code,
  ).toBe('field.invalid')
  expect(
    (await post('/api/auth/passkey/update-passkey', { id: passkey, name: '窗口' }, owner)).statusCode,
  ).toBe(200)
  expect((await account(owner)).json().passkeys).toMatchObject([{ name: '窗口' }])
})

test('a passkey is added only by who has just signed in, and twenty are enough', async () => {
  const actor = await house.hire('clerk', at('north'), 'careful')
  const cookie = await enter('careful')
  const options = () =>
    app.inject({ url: '/api/auth/passkey/generate-register-options', headers: { cookie } })
  expect((await options()).json()).toMatchObject({
    user: { name: 'careful', displayName: 'careful' },
    authenticatorSelection: { userVerification: 'required', residentKey: 'required' },
  })
  for (let made = 0; made < 20; made++) await keep('careful', `第${made}台`)
  expect((await options()).json().code).toBe('passkey.refused')
  const { pool } = house.office.connection
  await pool.query('delete from auth.passkey')
  await pool.query(
    `update auth.session set "createdAt" = now() - interval '20 minutes'
     where "userId" = (select account from staff where id = $1)`,
    [actor.id],
  )
  expect((await options()).json().code).toBe('session.not_fresh')
  expect((await app.inject('/api/auth/passkey/generate-register-options')).statusCode).toBe(401)
})

test('a password that is set anew takes passkeys and sessions with it', async () => {
  await house.hire('clerk', at('north'), 'in.doubt')
  const cookie = await enter('in.doubt')
  await keep('in.doubt', '不知是谁的')
  const id = (await house.office.accounts.accountOf(new Headers({ cookie })))!
  await house.office.accounts.setPassword(id, 'test-password-1')
  expect((await account(cookie)).statusCode).toBe(401)
  expect((await account(await enter('in.doubt'))).json().passkeys).toEqual([])
})

test('a made-up answer of a device opens nothing', async () => {
  const made = await post('/api/auth/passkey/verify-authentication', { response: { id: 'none' } })
  expect(made.statusCode).toBeGreaterThanOrEqual(400)
  expect(made.headers['set-cookie']).toBeUndefined()
})
