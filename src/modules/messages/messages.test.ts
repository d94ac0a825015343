import { randomUUID } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { SMTPServer } from 'smtp-server'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Action } from '../../platform/server/action/define-action.ts'
import type { Actor } from '../../platform/server/permission/actor.ts'
import { at, createTestOffice, type TestOffice } from '../../platform/server/testing/test-office.ts'
import type { News } from './events.ts'
import { sendHooks } from './sending/send-hooks.ts'
import { sendMails } from './sending/send-mails.ts'
import { messagesServer } from './server.ts'
import { tell } from './tell.ts'
import { viewChoice, viewHooks, viewMessages, viewSettings } from './views.ts'

let house: TestOffice
let clerk: Actor
let other: Actor
let head: Actor
let administrator: Actor
let mails: SMTPServer
let hooks: Server

/** What arrived at the mail server and at the other program. */
const arrived: { to: string[]; text: string }[] = []
const posted: { url: string; headers: IncomingHttpHeaders; body: string }[] = []
/** What they answer. */
let mailAnswer: Error | undefined
let hookAnswer = { status: 200, body: '{"errcode":0}' }
let hookBase = ''

const actions = new Map(messagesServer.actions.map((action) => [action.contract.name, action]))
const act = (actor: Actor, name: string, input: unknown): Promise<Record<string, string>> =>
  house.run(actor, actions.get(name) as Action, input)

beforeAll(async () => {
  house = await createTestOffice({ records: new Map(), ledgers: new Map(), metrics: new Map() })
  clerk = await house.hire('clerk', at('north'))
  other = await house.hire('clerk', at('north'))
  head = await house.hire('head', at('north'))
  administrator = await house.hire('administrator', at('district'))
  mails = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        if (mailAnswer) return done(mailAnswer)
        const raw = Buffer.concat(pieces).toString('utf8')
        const [, encoded = ''] = /Content-Transfer-Encoding: base64[\s\S]*?\r\n\r\n([\s\S]*)$/.exec(raw) ?? []
        const text = encoded ? Buffer.from(encoded, 'base64').toString('utf8') : raw
        arrived.push({ to: session.envelope.rcptTo.map(({ address }) => address), text })
        done()
      })
    },
  })
  await new Promise<void>((done) => mails.listen(0, '127.0.0.1', done))
  hooks = createServer((request, answer) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      posted.push({
        url: request.url!,
        headers: request.headers,
        body: Buffer.concat(pieces).toString('utf8'),
      })
      answer.writeHead(hookAnswer.status).end(hookAnswer.body)
    })
  })
  await new Promise<void>((done) => hooks.listen(0, '127.0.0.1', done))
  hookBase = `http://127.0.0.1:${(hooks.address() as AddressInfo).port}`
  await act(administrator, 'setMailServer', {
    host: '127.0.0.1',
    port: (mails.server.address() as AddressInfo).port,
    security: 'none',
    user: '',
    from: 'youju@example.cn',
    address: 'https://youju.example.cn',
    password: null,
  })
  await act(administrator, 'setQuietHours', { from: '00:00', to: '00:00' })
})
afterAll(async () => {
  await new Promise<void>((done) => mails.close(done))
  hooks.close()
  await house.close()
})
beforeEach(async () => {
  arrived.length = 0
  posted.length = 0
  mailAnswer = undefined
  hookAnswer = { status: 200, body: '{"errcode":0}' }
  const { db } = house.office.connection
  for (const table of ['message', 'message_choice', 'hook', 'hook_delivery'])
    await sql`delete from ${sql.table(table)}`.execute(db)
})

const news = (more: Partial<News> = {}): News => ({
  event: 'matter.assigned',
  key: randomUUID(),
  area: at('north'),
  urgent: false,
  text: '请签收：照明类诉求 20261201000001（城北社区）',
  link: '/matters/1',
  staff: [clerk.id],
  data: { number: '20261201000001', category: 'light' },
  ...more,
})
const zone = 'Asia/Shanghai'
const spread = (all: News[], now = new Date()) => tell(house.repository(administrator), all, { now, zone })
const inbox = async (actor: Actor, unread = true) => viewMessages(house.repository(actor), unread, 50)
const choose = (actor: Actor, more: object = {}) =>
  act(actor, 'setMessageChoice', { email: 'zhang@example.cn', hidden: [], unmailed: [], ...more })
const listed = async (actor = administrator) => (await viewHooks(house.repository(actor))).hooks
const later = (minutes: number) => new Date(Date.now() + minutes * 60_000)

describe('in the page', () => {
  it('tells each person once of one happening, and keeps who has read it', async () => {
    const one = news({ staff: [clerk.id, clerk.id, other.id] })
    await spread([one, one])
    await spread([one])
    expect((await inbox(clerk)).messages).toMatchObject([
      { text: one.text, title: '派给我们的诉求', readAt: null },
    ])
    expect((await inbox(other)).unread).toBe(1)
    await act(clerk, 'readMessages', { ids: [(await inbox(clerk)).messages[0]!.id] })
    expect((await inbox(clerk)).unread).toBe(0)
    expect((await inbox(clerk, false)).messages).toHaveLength(1)
    expect((await inbox(other)).unread).toBe(1)
  })

  it('lets nobody touch another’s messages', async () => {
    await spread([news()])
    const [message] = (await inbox(clerk)).messages
    await expect(act(other, 'readMessages', { ids: [message!.id] })).rejects.toMatchObject({
      code: 'record.not_found',
    })
    expect((await inbox(clerk)).unread).toBe(1)
  })

  it('shows nothing of what one does not want to see', async () => {
    await choose(clerk, { hidden: ['matter.assigned'] })
    await spread([news(), news({ event: 'matter.overdue' })])
    expect((await inbox(clerk)).messages.map(({ event }) => event)).toEqual(['matter.overdue'])
  })
})

describe('by mail', () => {
  it('goes once, to who wants it, several in one', async () => {
    await choose(clerk)
    await choose(other, { email: 'li@example.cn', unmailed: ['matter.assigned'] })
    await spread([news({ staff: [clerk.id, other.id] }), news({ text: '请办理：电梯类诉求' })])
    const counts = await Promise.all([sendMails(house.office), sendMails(house.office)])
    expect(counts[0]! + counts[1]!).toBe(1)
    expect(arrived.map(({ to }) => to)).toEqual([['zhang@example.cn']])
    expect(arrived[0]!.text).toContain('请签收：照明类诉求')
    expect(arrived[0]!.text).toContain('请办理：电梯类诉求')
    expect(arrived[0]!.text).toContain('https://youju.example.cn/matters/1')
    expect(await sendMails(house.office, later(600))).toBe(0)
  })

  it('waits for the quiet hours to end, unless it is urgent', async () => {
    await choose(clerk)
    await act(administrator, 'setQuietHours', { from: '21:00', to: '07:30' })
    const night = new Date('2026-12-01T23:00:00+08:00')
    await spread([news({ text: '明早再说' })], night)
    await spread([news({ text: '马上要说', urgent: true })], night)
    await sendMails(house.office, new Date('2026-12-01T23:01:00+08:00'))
    expect(arrived.map(({ text }) => text.includes('明早再说'))).toEqual([false])
    await sendMails(house.office, new Date('2026-12-02T07:29:00+08:00'))
    expect(arrived).toHaveLength(1)
    await sendMails(house.office, new Date('2026-12-02T07:31:00+08:00'))
    expect(arrived).toHaveLength(2)
    await act(administrator, 'setQuietHours', { from: '00:00', to: '00:00' })
  })

  it('is tried again after a failure, and is given up in the end', async () => {
    await choose(clerk)
    await spread([news()])
    mailAnswer = Object.assign(new Error('busy'), { responseCode: 451 })
    await sendMails(house.office)
    expect(await sendMails(house.office)).toBe(0)
    mailAnswer = undefined
    expect(await sendMails(house.office, later(5))).toBe(1)
    await spread([news()])
    mailAnswer = Object.assign(new Error('no'), { responseCode: 550 })
    for (let n = 0; n < 9; n++) await sendMails(house.office, later(60 * 24 * (n + 1)))
    const { rows } = await sql<{ mail_tries: number; mail_at: null; mail_error: string }>`
      select mail_tries, mail_at, mail_error from message where mailed_at is null`.execute(
      house.office.connection.db,
    )
    expect(rows).toEqual([{ mail_tries: 8, mail_at: null, mail_error: '邮件服务器没有收下（550）。' }])
  })

  it('seals addresses and the password, and shows neither to others', async () => {
    await choose(clerk)
    const settings = await viewSettings(house.repository(administrator))
    await act(administrator, 'setMailServer', { ...settings.mail, password: 'hush-hush' })
    const { rows } = await sql<{ text: string }>`select c::text as text from message_choice c
      union all select s::text from message_setting s union all select e::text from audit_entry e
      union all select m::text from command m`.execute(house.office.connection.db)
    for (const { text } of rows) {
      expect(text).not.toContain('hush-hush')
      expect(text).not.toContain('zhang@')
    }
    expect((await viewSettings(house.repository(administrator))).mail).toMatchObject({ hasPassword: true })
    expect((await viewSettings(house.repository(head))).mail).toBeNull()
    expect((await viewChoice(house.repository(clerk))).email).toBe('zhang@example.cn')
    expect((await viewChoice(house.repository(other))).email).toBe('')
    await act(administrator, 'setMailServer', { ...settings.mail, password: '' })
  })

  it('is set by who manages the whole district', async () => {
    await expect(act(head, 'setQuietHours', { from: '20:00', to: '08:00' })).rejects.toMatchObject({
      code: 'right.missing',
    })
  })
})

describe('to other programs', () => {
  const make = (more: object = {}) =>
    act(administrator, 'makeHook', {
      title: '指挥中心',
      kind: 'standard',
      area: at('north'),
      url: `${hookBase}/hook?key=1`,
      events: ['matter.assigned', 'matter.closed'],
      ...more,
    })

  it('posts what happened in its area, signed as Standard Webhooks says', async () => {
    const { secret } = await make()
    await spread([news(), news({ area: at('south') }), news({ event: 'matter.progress' })])
    expect(await sendHooks(house.office)).toBe(1)
    expect(posted.map(({ url }) => url)).toEqual(['/hook?key=1'])
    const { body, headers } = posted[0]!
    expect(new Webhook(secret!).verify(body, headers as Record<string, string>)).toMatchObject({
      type: 'matter.assigned',
      data: { number: '20261201000001', category: 'light' },
    })
    expect(() => new Webhook(secret!).verify(`${body} `, headers as Record<string, string>)).toThrow()
    expect((await listed())[0]!.deliveries).toMatchObject([{ state: 'sent', tries: 1, lastStatus: 200 }])
  })

  it('sends each once, also with two servers', async () => {
    await make()
    const one = news()
    await spread([one, one, news(), news()])
    await Promise.all([sendHooks(house.office), sendHooks(house.office)])
    expect(new Set(posted.map(({ headers }) => headers['webhook-id'])).size).toBe(3)
    expect(posted).toHaveLength(3)
  })

  it('tries again under the same id, and shows the fault; resent by hand, it goes at once', async () => {
    await make()
    await spread([news()])
    hookAnswer = { status: 503, body: '' }
    await sendHooks(house.office)
    expect(await sendHooks(house.office)).toBe(0)
    const [hook] = await listed()
    expect(hook!.deliveries[0]).toMatchObject({ state: 'waiting', tries: 1, lastError: '对方答 503。' })
    hookAnswer = { status: 204, body: '' }
    await act(administrator, 'resendDelivery', { id: hook!.deliveries[0]!.id, hook: hook!.id })
    expect(await sendHooks(house.office, later(1))).toBe(1)
    expect(new Set(posted.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect((await listed())[0]).toMatchObject({ failures: 0, deliveries: [{ state: 'sent' }] })
  })

  it('is turned off after failing too often, and on again by a person', async () => {
    const { id } = await make()
    hookAnswer = { status: 302, body: '' }
    await spread(Array.from({ length: 20 }, () => news()))
    await sendHooks(house.office)
    expect((await listed())[0]).toMatchObject({ failures: 20, gaveUp: true })
    expect((await listed())[0]!.deliveries[0]!.lastError).toContain('不跟随')
    await spread([news()])
    expect(await sendHooks(house.office, later(60))).toBe(0)
    hookAnswer = { status: 200, body: '' }
    await act(administrator, 'turnHook', { id, on: true })
    expect((await listed())[0]).toMatchObject({ failures: 0, disabledAt: null, gaveUp: false })
    expect(await sendHooks(house.office, later(60))).toBe(20)
  })

  it('speaks to group robots in their way', async () => {
    await make({ kind: 'wecom', url: `${hookBase}/cgi-bin/webhook/send?key=k` })
    await make({ kind: 'dingtalk', url: `${hookBase}/robot/send?access_token=t`, secret: 'SECabc' })
    await spread([news()])
    await sendHooks(house.office)
    expect((await listed()).map(({ deliveries }) => deliveries[0]!.lastError)).toEqual(['', ''])
    const text = { msgtype: 'text', text: { content: '请签收：照明类诉求 20261201000001（城北社区）' } }
    expect(posted.map(({ body }) => JSON.parse(body))).toEqual([text, text])
    const signed = posted.find(({ url }) => url.startsWith('/robot'))!
    expect(signed.url).toMatch(/^\/robot\/send\?access_token=t&timestamp=\d{13}&sign=[\w%]+$/)
    hookAnswer = { status: 200, body: '{"errcode":93000,"errmsg":"invalid webhook url"}' }
    await spread([news()])
    await sendHooks(house.office)
    expect((await listed()).map(({ deliveries }) => deliveries[0]!.lastError)).toEqual([
      '机器人没有收下（93000 invalid webhook url）。',
      '机器人没有收下（93000 invalid webhook url）。',
    ])
  })

  it('does not go into the office’s network unless that is configured', async () => {
    await make()
    await spread([news()])
    await sendHooks({ ...house.office, privateHosts: [] })
    expect(posted).toEqual([])
    expect((await listed())[0]!.deliveries[0]!.lastError).toContain('内网')
  })

  it('is made, seen and changed only by who manages staff in its area', async () => {
    const { id } = await make({ area: at('south') })
    expect(await listed(head)).toEqual([])
    await expect(
      act(head, 'makeHook', {
        title: '越界',
        kind: 'wecom',
        area: at('south'),
        url: hookBase,
        events: ['matter.closed'],
      }),
    ).rejects.toMatchObject({ code: 'right.missing' })
    for (const [name, input] of [
      ['turnHook', { id, on: false }],
      ['removeHook', { id }],
      ['resendDelivery', { id: randomUUID(), hook: id }],
    ] as const)
      await expect(act(head, name, input)).rejects.toMatchObject({ code: 'record.not_found' })
    await act(administrator, 'removeHook', { id })
    expect(await listed()).toEqual([])
  })

  it('keeps addresses and secrets sealed', async () => {
    const { secret } = await make({ url: `${hookBase}/?key=topsecret` })
    const { rows } = await sql<{ text: string }>`select h::text as text from hook h
      union all select c::text from command c`.execute(house.office.connection.db)
    for (const { text } of rows)
      for (const hidden of ['topsecret', secret!.slice(6)]) expect(text).not.toContain(hidden)
  })
})
