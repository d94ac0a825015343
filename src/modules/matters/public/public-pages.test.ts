import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildApp } from '../../../platform/server/http/build-app.ts'
import { issueTicket } from '../../../platform/server/http/form-ticket.ts'
import type { Actor } from '../../../platform/server/permission/actor.ts'
import { solvePuzzle } from '../../../platform/server/testing/solve-puzzle.ts'
import { at, type TestOffice } from '../../../platform/server/testing/test-office.ts'
import { mattersServer } from '../server.ts'
import { getMatter } from '../storage/matter.ts'
import { createMattersOffice, takeAction } from '../testing/matters-office.ts'
import { readStory } from '../views/matter-story.ts'

let house: TestOffice
let app: FastifyInstance
let clerk: Actor
let administrator: Actor
let visitor = 0

const act = (actor: Actor, name: string, input: unknown): Promise<unknown> =>
  takeAction(house, actor, name, input)

beforeAll(async () => {
  house = await createMattersOffice()
  clerk = await house.hire('clerk', at('north'), '经办人张三')
  administrator = await house.hire('administrator', at('district'))
  app = await buildApp(house.office, [mattersServer], { secure: false, trustProxy: true })
  await act(administrator, 'setPublicPage', { open: true })
})
afterAll(async () => {
  await app.close()
  await house.close()
})
// Each test is another visitor, so that none is held back for what another did.
beforeEach(() => void visitor++)

const send = (url: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-forwarded-for': `10.1.1.${visitor}`,
      host: 'youju.test',
      origin: 'http://youju.test',
      ...headers,
    },
    payload: new URLSearchParams(form).toString(),
  })

/** A form that was opened a while ago. */
const ticket = (secondsAgo = 60) => issueTicket(house.office.cipher, new Date(Date.now() - secondsAgo * 1000))
const words = () => ({
  area: at('north'),
  content: '3号楼楼道灯不亮，老人看不见。',
  place: '3号楼',
  reporterName: '王桂兰',
  reporterPhone: '13800001111',
})
/** As a page sends it whose script has worked for it. */
const said = () => {
  const issued = ticket()
  return { ticket: issued, work: solvePuzzle(issued), ...words() }
}
const codeIn = (page: string) =>
  /class="code">([0-9A-Z]{4}) ([0-9A-Z]{4})</.exec(page)?.slice(1).join('') ?? ''
const count = async () => {
  const { rows } = await sql<{ n: number }>`select count(*) as n from matter_flow`.execute(
    house.office.connection.db,
  )
  return Number(rows[0]!.n)
}
const idOf = async (code: string) => {
  const { rows } = await sql<{ matter: string }>`select matter from matter_flow where code = ${code}`.execute(
    house.office.connection.db,
  )
  return rows[0]!.matter
}
const say = async (more: Record<string, string> = {}) => {
  const code = codeIn((await send('/say', { ...said(), ...more })).body)
  return { code, id: await idOf(code) }
}
const story = (id: string) => readStory(house.repository(clerk), id, 'Asia/Shanghai')
const step = async (name: string, id: string, input: object = {}) => {
  const { seq } = await getMatter(house.repository(clerk), id, { bodies: 'all' })
  return act(clerk, name, { id, seen: seq, ...input })
}
const hidden = (page: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''

/** The resident's word on an answered matter, from the page that they see. */
const rate = async (code: string, word: Record<string, string>) => {
  const page = (await send('/follow', { code, tail: '1111' })).body
  const form = { code, tail: '1111', ticket: hidden(page, 'ticket'), seen: hidden(page, 'seen') }
  return {
    again: () => send('/follow', { ...form, ...word }),
    answer: await send('/follow', { ...form, ...word }),
  }
}

describe('say it', () => {
  it('shows a form that needs no script and no cookie, and lets nothing else in', async () => {
    const { statusCode, headers, body } = await app.inject({ url: '/say' })
    expect(statusCode).toBe(200)
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; img-src data:; form-action 'self'/,
    )
    expect(headers['content-security-policy']).not.toContain('unsafe')
    expect(headers['set-cookie']).toBeUndefined()
    expect(body).toContain('城北社区')
    expect(body).not.toContain('城北第一网格')
    const scripts = [...body.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, script]) => script!)
    expect(body.match(/<script/g)).toHaveLength(scripts.length)
    const hashes = scripts.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`)
    expect(headers['content-security-policy']).toMatch(
      new RegExp(`; script-src ${hashes[0]!.replaceAll('+', '\\+')}$`),
    )
    expect(scripts).toHaveLength(1)
  })

  it('takes it without script, looked through once and sent again a little later', async () => {
    const before = await count()
    const form = { ticket: ticket(), ...words() }
    const first = await send('/say', form)
    expect(first.statusCode).toBe(422)
    expect(first.body).toContain('还差一步')
    expect(first.body).toContain('3号楼楼道灯不亮，老人看不见。')
    const again = hidden(first.body, 'again')
    expect((await send('/say', { ...form, again })).body).toContain('还差一步')
    // A number that solves nothing is none, and what was looked through counts for that form alone.
    expect((await send('/say', { ...form, work: '1' })).body).toContain('还差一步')
    const waited = issueTicket(house.office.cipher, new Date(Date.now() - 6_000), form.ticket.split('.')[0]!)
    expect((await send('/say', { ticket: ticket(), ...words(), again: waited })).body).toContain('还差一步')
    expect(await count()).toBe(before)
    const code = codeIn((await send('/say', { ...form, again: waited })).body)
    expect(code).toMatch(/^[0-9A-Z]{8}$/)
    expect(codeIn((await send('/say', { ...form, again: waited })).body)).toBe(code)
    expect(await count()).toBe(before + 1)
  })

  it('keeps the number that was found where something has to be mended', async () => {
    const form = said()
    const { body } = await send('/say', { ...form, reporterPhone: '12' })
    expect([hidden(body, 'ticket'), hidden(body, 'work')]).toEqual([form.ticket, form.work])
    expect(hidden((await send('/say', { ...form, work: '1', reporterPhone: '12' })).body, 'work')).toBe('')
  })

  it('opens a matter that the chosen community has to accept', async () => {
    const { id } = await say()
    expect(await story(id)).toMatchObject({
      matter: {
        state: 'submitted',
        category: 'light',
        pending: { title: '城北社区' },
        title: '3号楼楼道灯不亮，老人看不见',
      },
      channel: '网上',
      reporter: { phone: '138****1111' },
      steps: [{ title: '网上反映', by: '居民本人' }],
    })
    expect((await story(id)).can).toContain('accept')
    await step('acceptMatter', id)
    expect((await story(id)).matter.state).toBe('handling')
  })

  it('writes down who did it: a resident, not a person', async () => {
    const { id } = await say()
    const { rows } = await sql<{ actor_name: string; role: string; area: string }>`
      select actor_name, role, area from audit_entry where action = 'sayMatter' and subject = ${id}`.execute(
      house.office.connection.db,
    )
    expect(rows).toEqual([{ actor_name: '居民（网上）', role: 'none', area: at('north') }])
  })

  it('keeps no name of somebody who wants to stay unnamed', async () => {
    const { id } = await say({ anonymous: 'yes' })
    expect((await story(id)).reporter).toMatchObject({ name: '', anonymous: true })
  })

  it('makes one matter of a form sent twice, also at once, and tells the same code', async () => {
    const form = said()
    const before = await count()
    const codes = (await Promise.all([send('/say', form), send('/say', form)])).map(({ body }) =>
      codeIn(body),
    )
    expect(codes[0]).toMatch(/^[0-9A-Z]{8}$/)
    expect(codes[1]).toBe(codes[0])
    expect(await count()).toBe(before + 1)
    const other = await send('/say', { ...form, content: '另外一件：水管漏水。' })
    expect(other.body).toContain('您刚才写的那一件已经收到了')
    expect(other.body).toContain('另外一件：水管漏水。')
    expect(await count()).toBe(before + 1)
  })

  // Refused, it stays unused, so that one does for all.
  let refused: ReturnType<typeof said> | undefined
  it.each([
    ['a made-up ticket', () => ({ ticket: 'abc.def.ghi' })],
    ['a ticket of yesterday', () => ({ ticket: ticket(90_000) })],
    ['a form sent at once', () => ({ ticket: ticket(0) })],
    ['the field that people do not see', () => ({ website: 'http://spam.example' })],
    ['too little', () => ({ content: '灯' })],
    ['too much', () => ({ content: '灯'.repeat(2001) })],
    ['no community', () => ({ area: '' })],
    ['a grid instead of a community', () => ({ area: at('northFirst') })],
    ['a telephone that is none', () => ({ reporterPhone: '12' })],
  ])('refuses %s, and keeps what was written', async (_, wrong) => {
    const before = await count()
    refused ??= said()
    const { statusCode, body } = await send('/say', { ...refused, ...wrong() })
    expect(statusCode).toBe(422)
    expect(body).toContain('还没有提交')
    expect(body).toContain('value="王桂兰"')
    expect(await count()).toBe(before)
  })

  it('holds back who sends many', async () => {
    const answers = []
    const form = said()
    for (let n = 0; n < 13; n++) answers.push(await send('/say', { ...form, content: '灯' }))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([...Array(12).fill(422), 429])
    expect(answers.at(-1)?.headers['content-type']).toContain('text/html')
  })

  it('refuses a form from another site, another kind of body, and one that is too long', async () => {
    const before = await count()
    expect((await send('/say', said(), { origin: 'https://evil.example' })).statusCode).toBe(403)
    expect((await send('/say', said(), { 'content-type': 'application/json' })).statusCode).toBe(400)
    expect((await send('/say', { ...said(), content: '灯'.repeat(20_000) })).statusCode).toBe(413)
    expect(await count()).toBe(before)
  })

  it('shows what was written as text, wherever it stands', async () => {
    const attack = `"><script>alert(1)</script><img src=x onerror='alert(2)'>`
    const wrong = await send('/say', { ...said(), reporterPhone: '12', content: attack, place: attack })
    expect(wrong.body).toContain('&quot;&gt;&lt;script&gt;')
    expect(wrong.body).not.toMatch(/<script>alert|<img/)
    expect(wrong.body.match(/<script/g)).toHaveLength(1)
    const { code } = await say({ content: attack })
    const { body } = await send('/follow', { code, tail: '1111' })
    expect(body).toContain('&lt;script&gt;alert(1)')
    expect(body).not.toMatch(/<script|<img/)
    expect((await send('/follow', { code: attack, tail: attack })).body).not.toMatch(/<script|<img/)
  })
})

describe('follow it', () => {
  it('answers a wrong code, a wrong tail and a missing one alike', async () => {
    const { code } = await say()
    const wrong = [
      { code: 'AAAA2222', tail: '1111' },
      { code, tail: '2222' },
      { code, tail: '' },
    ]
    for (const proof of wrong) {
      const { statusCode, body } = await send('/follow', proof)
      expect(statusCode).toBe(404)
      expect(body).toContain('没有查到')
      expect(body).not.toContain('3号楼')
    }
  })

  it('holds back who tries many codes', async () => {
    const answers = []
    for (let n = 0; n < 11; n++)
      answers.push((await send('/follow', { code: 'AAAA2222', tail: `000${n % 10}` })).statusCode)
    expect(answers.at(-2)).toBe(404)
    expect(answers.at(-1)).toBe(429)
  })

  it('asks for the code alone where no telephone was left, as it was copied down', async () => {
    const { code } = await say({ reporterPhone: '' })
    const copied = `${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`
    expect((await send('/follow', { code: copied, tail: '' })).body).toContain('收到了')
  })

  it('tells the public steps and nothing of who works there or who said it', async () => {
    const { code, id } = await say()
    await step('acceptMatter', id)
    await step('noteProgress', id, { text: '电工明天上门', public: true })
    await step('noteProgress', id, { text: '内部：预算不够', public: false })
    await step('dispatchMatter', id, { to: `area:${at('northFirst')}`, text: '请网格员先去看' })
    const { body } = await send('/follow', { code, tail: '1111' })
    expect(body).toContain('电工明天上门')
    expect(body).toContain('正在交给能办的单位')
    for (const secret of ['内部', '请网格员先去看', '经办人张三', '王桂兰', '13800001111', clerk.id])
      expect(body).not.toContain(secret)
  })
})

describe('rate it', () => {
  const answered = async () => {
    const made = await say()
    await step('acceptMatter', made.id)
    await step('answerMatter', made.id, { text: '已换新灯' })
    return made
  }

  it('closes what is solved, once', async () => {
    const { code, id } = await answered()
    expect((await send('/follow', { code, tail: '1111' })).body).toContain('已换新灯')
    const { answer, again } = await rate(code, { solved: 'yes', satisfaction: 'satisfied', text: '' })
    expect(answer.body).toContain('谢谢您的评价')
    await again()
    const closed = await story(id)
    expect(closed).toMatchObject({
      matter: { state: 'closed' },
      outcome: { reason: 'solved', solved: true, satisfaction: 'satisfied' },
    })
    const callbacks = closed.steps.filter(({ kind }) => kind === 'callback')
    expect(callbacks).toMatchObject([{ by: '居民本人' }])
    expect((await send('/follow', { code, tail: '1111' })).body).toContain('已经办结')
  })

  it('asks where it was not solved, and takes up again what is not', async () => {
    const { code, id } = await answered()
    const silent = await rate(code, { solved: 'no', satisfaction: 'unsatisfied', text: '' })
    expect(silent.answer.statusCode).toBe(422)
    expect(silent.answer.body).toContain('请写明哪里没有解决')
    expect((await story(id)).matter.state).toBe('answered')
    await rate(code, { solved: 'no', satisfaction: 'unsatisfied', text: '换上又灭了' })
    expect(await story(id)).toMatchObject({ matter: { state: 'handling' }, reopened: 1 })
  })

  it('goes up one level when it is unsolved for the third time', async () => {
    const { code, id } = await answered()
    for (let n = 1; n <= 3; n++) {
      visitor++
      if (n > 1) await step('answerMatter', id, { text: '又换了一次' })
      await rate(code, { solved: 'no', satisfaction: 'unsatisfied', text: '还是不亮' })
    }
    expect(await story(id)).toMatchObject({
      matter: { state: 'assigned', pending: { title: '幸福街道' } },
      reopened: 3,
    })
    expect((await send('/follow', { code, tail: '1111' })).body).toContain('交给上一级办')
  })

  it('does not take a word on an answer that has not been given, or was not seen', async () => {
    const { code, id } = await answered()
    const page = (await send('/follow', { code, tail: '1111' })).body
    await step('noteProgress', id, { text: '补充说明' })
    const late = { code, tail: '1111', ticket: hidden(page, 'ticket'), seen: hidden(page, 'seen') }
    const { body } = await send('/follow', { ...late, solved: 'yes', satisfaction: 'fair', text: '' })
    expect(body).toContain('刚刚有了新的进展')
    expect((await story(id)).matter.state).toBe('answered')
  })
})

describe('solved nearby', () => {
  const solve = async () => {
    const made = await say()
    await step('acceptMatter', made.id)
    await step('answerMatter', made.id, { text: '已换新灯，请王桂兰放心。' })
    await rate(made.code, { solved: 'yes', satisfaction: 'satisfied', text: '' })
    return made.id
  }
  const solved = async (query = '') => (await app.inject({ url: `/solved${query}` })).body

  it('tells what its handler released, in their words, and nothing else', async () => {
    const id = await solve()
    expect(await solved()).not.toContain('已换新灯')
    await act(clerk, 'releaseMatter', { id, text: '楼道灯已换新。' })
    const page = await solved(`?area=${at('north')}`)
    expect(page).toContain('楼道灯已换新。')
    expect(page).toContain('城北社区')
    for (const secret of ['王桂兰', '3号楼', '13800001111', '城北第一网格'])
      expect(page).not.toContain(secret)
    expect(await solved(`?area=${at('south')}`)).not.toContain('楼道灯已换新。')
    await act(clerk, 'releaseMatter', { id, text: '' })
    expect(await solved()).not.toContain('楼道灯已换新。')
  })

  it('is released by who answered for it, once it is solved, and without numbers', async () => {
    const { id: open } = await say()
    await expect(act(clerk, 'releaseMatter', { id: open, text: '修好了' })).rejects.toMatchObject({
      code: 'rule.unmet',
    })
    const id = await solve()
    const stranger = await house.hire('clerk', at('south'))
    await expect(act(stranger, 'releaseMatter', { id, text: '修好了' })).rejects.toMatchObject({
      code: 'record.not_found',
    })
    await expect(act(clerk, 'releaseMatter', { id, text: '打 13800001111 问' })).rejects.toMatchObject({
      code: 'field.invalid',
    })
  })
})

describe('the switch', () => {
  it('closes both pages for the whole office, and only at the hand of who manages it', async () => {
    await expect(act(clerk, 'setPublicPage', { open: false })).rejects.toMatchObject({
      code: 'right.missing',
    })
    const local = await house.hire('head', at('north'))
    await expect(act(local, 'setPublicPage', { open: false })).rejects.toMatchObject({
      code: 'right.missing',
    })
    await act(administrator, 'setPublicPage', { open: false })
    const before = await count()
    for (const url of ['/say', '/follow', '/solved']) {
      const { statusCode, body } = await app.inject({ url })
      expect([statusCode, body]).toEqual([404, expect.stringContaining('还没有开通')])
    }
    expect((await send('/say', said())).statusCode).toBe(404)
    expect(await count()).toBe(before)
    await act(administrator, 'setPublicPage', { open: true })
    expect((await app.inject({ url: '/say' })).statusCode).toBe(200)
  })
})
