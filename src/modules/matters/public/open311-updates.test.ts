import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { at } from '../../../platform/server/testing/test-office.ts'
import { inJson, inXml } from '../testing/georeport.ts'
import { type Form, openPlatforms, xml } from '../testing/open-platforms.ts'

const {
  close,
  db,
  act,
  head,
  administrator,
  key,
  quietKey,
  next,
  get,
  post,
  lamp,
  send,
  show,
  idOf,
  story,
  step,
  refused,
} = await openPlatforms()
afterAll(close)

describe('updates as FixMyStreet fetches and sends them', () => {
  const update = (number: string, more: Form = {}): Form => ({
    api_key: key,
    jurisdiction_id: '990101',
    service_request_id: number,
    update_id: String(next()),
    updated_datetime: '2026-11-30T09:00:00+08:00',
    status: 'OPEN',
    first_name: '桂兰',
    last_name: '王',
    email: 'wang@example.cn',
    description: '现在连二楼也不亮了',
    ...more,
  })
  const sendUpdate = async (form: Form) => {
    const answer = await post('servicerequestupdates.xml', form)
    const rows = xml(answer.body) as { update_id: string }[]
    expect([answer.statusCode, Object.keys(rows[0]!)]).toEqual([201, ['update_id', 'account_id']])
    return rows[0]!.update_id
  }
  const fetchUpdates = async (query = '') => {
    inXml.updates.parse(xml((await get(`servicerequestupdates.xml?${query}`)).body))
    return inJson.updates.parse((await get(`servicerequestupdates.json?${query}`)).json())
  }

  it('tells each public step once, with the status after it', async () => {
    const number = await send()
    await step('acceptMatter', number)
    await step('noteProgress', number, { text: '只给同事看', public: false })
    await step('noteProgress', number, { text: '已安排电工', public: true })
    await step('answerMatter', number, { text: '已更换' })
    const start = new Date(Date.now() - 3_600_000).toISOString().slice(0, 19)
    const end = new Date(Date.now() + 1000).toISOString().slice(0, 19)
    const mine = (await fetchUpdates(`api_key=&start_date=${start}Z&end_date=${end}Z`)).filter(
      ({ service_request_id }) => service_request_id === number,
    )
    expect(mine.map(({ description, status }) => [description, status])).toEqual([
      ['有单位在办了', 'OPEN'],
      ['进展：已安排电工', 'OPEN'],
      ['答复：已更换', 'OPEN'],
    ])
    expect(new Set(mine.map(({ update_id }) => update_id)).size).toBe(3)
  })

  it('writes down what is added once, and does not tell it back', async () => {
    const number = await send()
    const form = update(number)
    const id = await sendUpdate(form)
    expect(await sendUpdate(form)).toBe(id)
    const added = (await story(number)).steps.filter(({ kind }) => kind === 'add')
    expect(added).toMatchObject([{ title: '反映人补充', text: '现在连二楼也不亮了' }])
    expect((await fetchUpdates()).map(({ update_id }) => update_id)).not.toContain(id)
  })

  it('takes “fixed” and “reopen” for the resident’s word where it is waited for', async () => {
    const number = await send()
    await step('acceptMatter', number)
    await step('answerMatter', number, { text: '已更换' })
    await sendUpdate(update(number, { status: 'REOPEN', description: '还是不亮' }))
    expect((await show(number)).status).toBe('open')
    expect((await story(number)).matter.state).toBe('handling')
    await step('answerMatter', number, { text: '线路也换了' })
    await sendUpdate(update(number, { status: 'FIXED', description: '' }))
    expect((await show(number)).status).toBe('closed')
    // Closed, it is written down, and staff decide.
    await sendUpdate(update(number, { status: 'REOPEN', description: '又坏了' }))
    expect((await story(number)).steps.at(-1)).toMatchObject({
      kind: 'add',
      text: '反映人要求重新办理。\n又坏了',
    })
    expect((await show(number)).status).toBe('closed')
  })

  it('refuses what is not theirs, unknown or unreadable', async () => {
    const number = await send()
    const status = async (form: Form) => {
      const answer = await post('servicerequestupdates.xml', form)
      inXml.errors.parse(xml(answer.body))
      return answer.statusCode
    }
    expect(await status(update(number, { api_key: '' }))).toBe(403)
    expect(await status(update(number, { api_key: quietKey }))).toBe(404)
    expect(await status(update('nosuch'))).toBe(404)
    expect(await status(update(number, { jurisdiction_id: 'x' }))).toBe(404)
    const faulty: Form[] = [
      { update_id: '' },
      { status: 'MAYBE' },
      { updated_datetime: 'now' },
      { description: '' },
      { service_request_id: '' },
      { media_url: 'data:,x' },
    ]
    for (const more of faulty) expect([more, await status(update(number, more))]).toEqual([more, 400])
  })
})

describe('keys', () => {
  it('tells the secret once and keeps only its hash', async () => {
    const { rows } = await sql<{ text: string }>`select k::text as text from open311_key k`.execute(db)
    for (const { text } of rows) expect(text).not.toContain(key)
    const { rows: commands } = await sql<{ text: string }>`select c::text as text from command c`.execute(db)
    for (const { text } of commands) expect(text).not.toContain(key.slice(3))
  })

  it('takes a key out of force at once', async () => {
    const made = await act(administrator, 'makeOpen311Key', {
      title: '试用',
      areas: [at('north')],
      listed: true,
    })
    const number = await send({ api_key: made.secret! })
    await act(administrator, 'revokeOpen311Key', { id: made.id })
    await refused(lamp({ api_key: made.secret! }), 403, /停用/)
    expect((await get(`requests.json?api_key=${made.secret}`)).statusCode).toBe(403)
    expect((await show(number)).status).toBe('open')
  })

  it('is made only for areas whose staff one manages, and revoked only by who manages all of them', async () => {
    await expect(
      act(head, 'makeOpen311Key', { title: '越界', areas: [at('south'), at('north')], listed: true }),
    ).rejects.toMatchObject({ code: 'right.missing' })
    const made = await act(administrator, 'makeOpen311Key', {
      title: '全区',
      areas: [at('district')],
      listed: true,
    })
    await expect(act(head, 'revokeOpen311Key', { id: made.id })).rejects.toMatchObject({
      code: 'record.not_found',
    })
  })

  it('holds a key to its number of requests a minute', async () => {
    const made = await act(administrator, 'makeOpen311Key', {
      title: '慢平台',
      areas: [at('north')],
      listed: true,
      perMinute: 2,
    })
    const statuses: number[] = []
    for (let n = 0; n < 4; n++) statuses.push((await get(`requests.json?api_key=${made.secret}`)).statusCode)
    expect(statuses).toEqual([200, 200, 429, 429])
    expect((await get(`requests.json?api_key=${key}`)).statusCode).toBe(200)
  })

  it('is written down by whom a matter was sent', async () => {
    const number = await send()
    const { rows } = await sql<{ actor_name: string }>`select actor_name from audit_entry
      where action = 'sendOpen311Request' and subject = ${await idOf(number)}`.execute(db)
    expect(rows).toEqual([{ actor_name: '随手拍（网络平台）' }])
  })
})
