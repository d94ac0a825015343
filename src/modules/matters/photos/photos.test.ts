import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildApp } from '../../../platform/server/http/build-app.ts'
import { issueTicket } from '../../../platform/server/http/form-ticket.ts'
import { solvePuzzle } from '../../../platform/server/testing/solve-puzzle.ts'
import { at, type TestOffice } from '../../../platform/server/testing/test-office.ts'
import type { MatterStory } from '../contract.ts'
import { placeCode } from '../place-code.ts'
import { mattersServer } from '../server.ts'
import { createMattersOffice } from '../testing/matters-office.ts'

let house: TestOffice
let app: FastifyInstance
const cookies: Record<string, string> = {}

const signIn = async (username: string) => {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/username',
    payload: { username, password: 'test-password-1' },
  })
  cookies[username] = [answer.headers['set-cookie']]
    .flat()
    .map((cookie) => String(cookie).split(';')[0])
    .join('; ')
}

beforeAll(async () => {
  house = await createMattersOffice()
  app = await buildApp(house.office, [mattersServer], { secure: false, trustProxy: false })
  await house.hire('clerk', at('north'), 'clerk')
  await house.hire('head', at('north'), 'head')
  await house.hire('clerk', at('south'), 'stranger')
  await house.hire('auditor', at('north'), 'auditor')
  await house.hire('administrator', at('district'), 'chief')
  for (const name of ['clerk', 'head', 'stranger', 'auditor', 'chief']) await signIn(name)
  await act('chief', 'setPublicPage', { open: true })
})
afterAll(async () => {
  await app.close()
  await house.close()
})

const host = { host: 'youju.test', origin: 'http://youju.test' }
let key = 0
const act = async (as: string, name: string, input: object) =>
  (
    await app.inject({
      method: 'POST',
      url: `/api/actions/${name}`,
      headers: { ...host, cookie: cookies[as]!, 'idempotency-key': `photos-${++key}` },
      payload: input,
    })
  ).json()

const draw = (colour: string) =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: colour } })
    .withExif({ IFD3: { GPSLatitude: '39/1 54/1 20/1', GPSLatitudeRef: 'N' } })
    .jpeg()
    .toBuffer()

const formOf = (words: [string, string][], files: Uint8Array[], name: string) => {
  const form = new FormData()
  for (const [field, value] of words) form.append(field, value)
  for (const bytes of files)
    form.append(name, new Blob([Uint8Array.from(bytes)], { type: 'image/jpeg' }), 'a.jpg')
  return form
}
const post = async (url: string, form: FormData, headers: Record<string, string>) => {
  const request = new Request('http://youju.test', { method: 'POST', body: form })
  return app.inject({
    method: 'POST',
    url,
    headers: { ...host, ...headers, 'content-type': request.headers.get('content-type')! },
    payload: Buffer.from(await request.arrayBuffer()),
  })
}
const upload = (as: string, bytes: Uint8Array) =>
  post('/api/matter-photos', formOf([], [bytes], 'file'), { cookie: cookies[as]! })
const taken = async (as: string, colour = 'red') => (await upload(as, await draw(colour))).json().id as string
const see = (as: string, id: string, size = '') =>
  app.inject({ url: `/api/matter-photos/${id}${size}`, headers: { ...host, cookie: cookies[as]! } })
const record = (photos: string[]) =>
  act('clerk', 'recordMatter', {
    area: at('northFirst'),
    content: '楼道里堆了一张旧沙发，挡住了消防栓。',
    category: 'light',
    channel: 'visit',
    photos,
  })
const story = async (id: string): Promise<MatterStory> =>
  (await app.inject({ url: `/api/matters/${id}`, headers: { ...host, cookie: cookies.clerk! } })).json()

it('keeps photos with their step, without the place, for those who may see the matter', async () => {
  const [first, second, third] = [
    await taken('clerk'),
    await taken('clerk', 'green'),
    await taken('clerk', 'blue'),
  ]
  expect((await see('clerk', first)).statusCode).toBe(200)
  expect((await see('head', first)).statusCode).toBe(404)
  const { id } = await record([first])
  await act('clerk', 'noteProgress', { id, seen: 1, text: '已约清运', public: false, photos: [second] })
  const answered = { id, seen: 2, text: '沙发已经清走', photos: [third], photosShown: true }
  expect(await act('clerk', 'answerMatter', answered)).toMatchObject({ state: 'answered' })
  expect((await story(id)).steps.map(({ photos }) => photos)).toMatchObject([
    [{ id: first, public: false }],
    [{ id: second, public: false }],
    [{ id: third, public: true }],
  ])
  const { headers, rawPayload } = await see('head', first)
  expect([headers['content-type'], headers['x-content-type-options']]).toEqual(['image/jpeg', 'nosniff'])
  expect((await sharp(rawPayload).metadata()).exif).toBeUndefined()
  expect((await see('head', first, '/thumbnail')).statusCode).toBe(200)
  for (const size of ['', '/thumbnail']) expect((await see('stranger', first, size)).statusCode).toBe(404)
  expect((await see('stranger', 'x')).statusCode).toBe(404)
  expect((await app.inject({ url: `/api/matter-photos/${first}` })).statusCode).toBe(401)
})

it('takes a photo once, from who took it in, and only who handles matters may take one in', async () => {
  const photo = await taken('head')
  expect(await record([photo])).toMatchObject({ code: 'field.invalid' })
  const own = await taken('clerk')
  await record([own])
  expect(await record([own])).toMatchObject({ code: 'field.invalid' })
  expect((await upload('auditor', await draw('red'))).json()).toMatchObject({ code: 'right.missing' })
  expect((await upload('clerk', Buffer.from('<svg/>'))).json()).toMatchObject({ code: 'file.unreadable' })
})

it('erases the photos that no step took, and never one that a step did', async () => {
  const { db } = house.office.connection
  const [lost, kept] = [await taken('clerk'), await taken('clerk')]
  await record([kept])
  await sql`update matter_photo set taken_at = now() - interval '3 days' where id in (${lost}, ${kept})`.execute(
    db,
  )
  await sql`update stored_file set expires_at = now() - interval '1 day' where expires_at is not null`.execute(
    db,
  )
  await taken('clerk')
  expect(await house.office.files.clearExpired(db, house.office.district)).toBeGreaterThanOrEqual(2)
  expect((await see('clerk', lost)).statusCode).toBe(404)
  expect((await see('clerk', kept)).statusCode).toBe(200)
})

it('gives the code for a note to who calls back, and before the answer to who handles it', async () => {
  const { id, code } = await record([])
  expect(await act('clerk', 'giveCode', { id })).toMatchObject({ code })
  expect(await act('stranger', 'giveCode', { id })).toMatchObject({ code: 'record.not_found' })
  await act('clerk', 'answerMatter', { id, seen: 1, text: '已经清走' })
  expect(await act('clerk', 'giveCode', { id })).toMatchObject({ code: 'right.missing' })
  expect(await act('head', 'giveCode', { id })).toMatchObject({ code })
})

it('fills in the place that a building’s code names, and shrugs at a code that is none', async () => {
  const page = (await app.inject({ url: `/say?at=${placeCode(at('northFirst'), '和平里"3"号楼')}` })).body
  expect(page).toContain('value="和平里&quot;3&quot;号楼"')
  expect(page).toContain(`<option value="${at('north')}" selected>`)
  expect((await app.inject({ url: '/say?at=%3Cscript%3E' })).body).not.toContain('selected')
  expect((await app.inject({ url: '/follow?code=AB12CD34' })).body).toContain('value="AB12CD34"')
})

it('takes a resident’s photos without script, once however often the form comes, and shows them by the code', async () => {
  const ticket = issueTicket(house.office.cipher, new Date(Date.now() - 60_000))
  const words: [string, string][] = [
    ['ticket', ticket],
    ['work', solvePuzzle(ticket)],
    ['area', at('north')],
    ['content', '健身器材断了一根，怕伤到孩子。'],
  ]
  const form = () => formOf(words, [], 'photos')
  const sent = form()
  sent.append('photos', new Blob([Uint8Array.from(await draw('purple'))]), 'a.jpg')
  const wrong = form()
  wrong.append('photos', new Blob(['no picture']), 'a.jpg')
  const refused = await post('/say', wrong, {})
  expect(refused.statusCode).toBe(422)
  expect(refused.body).toContain('这不是 JPEG、PNG 或 WebP 照片')
  expect(refused.body).toContain('健身器材断了一根')
  const codeOf = (page: string) => /class="code">(\S{4}) (\S{4})</.exec(page)?.slice(1).join('')
  const code = codeOf((await post('/say', sent, {})).body)!
  expect(codeOf((await post('/say', sent, {})).body)).toBe(code)
  const followed = await app.inject({
    method: 'POST',
    url: '/follow',
    headers: { ...host, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ code, tail: '' }).toString(),
  })
  const drawn = [...followed.body.matchAll(/src="data:image\/jpeg;base64,([^"]+)"/g)]
  expect(drawn).toHaveLength(1)
  expect((await sharp(Buffer.from(drawn[0]![1]!, 'base64')).metadata()).exif).toBeUndefined()
})
