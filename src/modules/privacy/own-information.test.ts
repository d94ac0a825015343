import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { verifyAudit } from '../../platform/server/audit/verify-audit.ts'
import { issueTicket } from '../../platform/server/http/form-ticket.ts'
import { at } from '../../platform/server/testing/test-office.ts'
import { openPrivacyHouse, type PrivacyHouse } from './testing/privacy-house.ts'

let privacy: PrivacyHouse
let visitor = 0

beforeAll(async () => {
  privacy = await openPrivacyHouse()
})
afterAll(() => privacy.close())
// Each test is another visitor, so that none is held back for what another did.
beforeEach(() => void visitor++)

const send = (form: Record<string, string>) => privacy.send('/my-information', form, visitor)
const issue = (person: string, more = {}) =>
  privacy.act('issueDisclosure', { person, verified: 'idCard', wish: '登记了我的什么', ...more })
const ticket = () => issueTicket(privacy.house.office.cipher)
const tailOf = (idNumber: string) => idNumber.slice(-4)

/** Somebody in a ledger, at whose number somebody looked, and who was in an export. */
const withStory = async () => {
  const somebody = await privacy.resident('王桂兰')
  const { record } = await privacy.act('addEntry', {
    ledger: 'disability',
    subject: somebody.id,
    on: '2025-02-01',
    values: { kind: '4', level: '2', certificateNumber: `${somebody.idNumber}42` },
  })
  await privacy.act('revealField', {
    definition: 'person',
    id: somebody.id,
    field: 'mobile',
    purpose: '联系上门评残',
  })
  await privacy.act('exportRecords', {
    definition: 'disability',
    area: at('north'),
    purpose: '报区残联',
    unmasked: true,
  })
  return { ...somebody, entry: record.id }
}

describe('the page', () => {
  it('asks without a script, a cookie or a name', async () => {
    const { statusCode, headers, body } = await privacy.app.inject({ url: '/my-information' })
    expect(statusCode).toBe(200)
    expect(headers['set-cookie']).toBeUndefined()
    expect(body).not.toContain('<script')
    expect(body).toContain('身份证号码后四位')
  })

  it('shows what is held, masked, why, and who looked and what for, but no name of staff', async () => {
    const { id, idNumber } = await withStory()
    await privacy.act('registerRecord', {
      definition: 'personRelation',
      of: id,
      on: '2025-02-01',
      values: { kind: '2', name: '照料的人', phone: '13900001111' },
    })
    const { code } = await issue(id)
    const { statusCode, body } = await send({
      code: code.toLowerCase(),
      tail: tailOf(idNumber).toLowerCase(),
    })
    expect(statusCode).toBe(200)
    for (const said of [
      '王桂兰',
      '残疾人台账',
      '《中华人民共和国残疾人保障法》',
      '依法履行职责',
      '城北社区社区社工',
      '手机号码',
      '联系上门评残',
      '报区残联',
      '含未脱敏信息',
      '138****5678',
      '照料的人',
      '139****1111',
    ])
      expect(body).toContain(said)
    for (const secret of [idNumber, '13812345678', '经办人张三', privacy.clerk.id, `${idNumber}42`])
      expect(body).not.toContain(secret)
  })

  it('lists exports only of what, where and when the person stood', async () => {
    const south = await privacy.house.hire('clerk', at('south'))
    await privacy.act(
      'exportRecords',
      { definition: 'person', area: at('south'), purpose: '南边的表' },
      south,
    )
    await privacy.act('exportRecords', { definition: 'person', area: at('north'), purpose: '北边的表' })
    await privacy.act('exportRecords', { definition: 'veteran', area: at('north'), purpose: '别的台账' })
    const { id, idNumber } = await privacy.resident('李在北')
    const { code } = await issue(id)
    const { body } = await send({ code, tail: tailOf(idNumber) })
    expect(body).toContain('北边的表')
    expect(body).not.toContain('南边的表')
    expect(body).not.toContain('别的台账')
  })

  it('is written down as looked at by the resident, and keeps the chain whole', async () => {
    const { id, idNumber } = await privacy.resident('赵查看')
    const { code } = await issue(id)
    await send({ code, tail: tailOf(idNumber) })
    const { db } = privacy.house.office.connection
    const { rows } = await sql<{ action: string; actor_name: string }>`
      select action, actor_name from audit_entry where subject = ${id} order by seq desc limit 2`.execute(db)
    expect(rows).toEqual([
      { action: 'openOwnInformation', actor_name: '居民（网上）' },
      { action: 'issueDisclosure', actor_name: '经办人张三' },
    ])
    expect((await verifyAudit(db, privacy.house.office.district)).intact).toBe(true)
  })

  it('still tells somebody who has moved away what is left of them', async () => {
    const { id, idNumber, entry } = await withStory()
    const ending = { ledger: 'disability', id: entry, version: 1, on: '2025-05-01', cause: 'moved' }
    await privacy.act('endEntry', ending)
    const { code } = await issue(id)
    const { body } = await send({ code, tail: tailOf(idNumber) })
    expect(body).toContain('2025年2月1日至2025年5月1日，已经结束')
  })
})

describe('the code', () => {
  it('answers a wrong code, wrong digits, an old code and a void one alike', async () => {
    const { id, idNumber } = await privacy.resident('钱密码')
    const tail = tailOf(idNumber)
    const first = await issue(id)
    const second = await issue(id)
    const wrongTail = tail === '0000' ? '1111' : '0000'
    const answers = [
      await send({ code: 'AAAAA 22222', tail }),
      await send({ code: second.code, tail: wrongTail }),
      await send({ code: second.code, tail: '' }),
      await send({ code: first.code, tail }),
    ]
    await privacy.act('voidDisclosure', { id: second.id })
    answers.push(await send({ code: second.code, tail }))
    const { db } = privacy.house.office.connection
    const third = await issue(id)
    await sql`update disclosure set expires_on = '2020-01-01' where id = ${third.id}`.execute(db)
    answers.push(await send({ code: third.code, tail }))
    // The code that was typed stands in the form again.
    const plain = answers.map(({ statusCode, body }) => `${statusCode} ${body.replace(/value="[^"]*"/g, '')}`)
    expect(new Set(plain).size).toBe(1)
    expect(answers[0]!.statusCode).toBe(404)
    expect(answers[0]!.body).not.toContain('钱密码')
  })

  it('is void after ten wrong endings, whoever sends them', async () => {
    const { id, idNumber } = await privacy.resident('孙锁定')
    const { code } = await issue(id)
    const right = tailOf(idNumber)
    for (let tried = 0; tried < 10; tried++) {
      visitor++
      await send({ code, tail: right === '000X' ? '111X' : '000X' })
    }
    visitor++
    expect((await send({ code, tail: right })).statusCode).toBe(404)
  })

  it('holds back who tries many', async () => {
    const statuses = []
    for (let tried = 0; tried < 11; tried++)
      statuses.push((await send({ code: 'AAAAA22222', tail: '0000' })).statusCode)
    expect(statuses.slice(-2)).toEqual([404, 429])
  })

  it('is told once and kept nowhere, and is only for people of the area with a number to check', async () => {
    const { id } = await privacy.resident('周一次')
    const { code } = await issue(id)
    expect(code).toMatch(/^[0-9A-Z]{5} [0-9A-Z]{5}$/)
    const { db } = privacy.house.office.connection
    const { rows } = await sql<{ kept: boolean }>`select
      exists (select from command where answer::text like ${`%${code}%`}) or
      exists (select from audit_entry where detail::text like ${`%${code}%`}) as kept`.execute(db)
    expect(rows[0]!.kept).toBe(false)
    const south = await privacy.house.hire('clerk', at('south'))
    const input = { person: id, verified: 'idCard', wish: '想知道' }
    await expect(privacy.act('issueDisclosure', input, south)).rejects.toMatchObject({
      code: 'record.not_found',
    })
    const { record } = await privacy.act('registerPerson', {
      area: at('northFirst'),
      on: '2025-01-01',
      values: { name: '吴无证', sex: '1', birthDate: '1960-01-01' },
    })
    await expect(issue(record.id)).rejects.toMatchObject({ code: 'rule.unmet' })
  })
})

describe('a correction', () => {
  it('becomes a to-do of the community, sealed, and its answer is read by the resident', async () => {
    const { id, idNumber } = await privacy.resident('郑更正')
    const { code } = await issue(id)
    const form = { code, tail: tailOf(idNumber), ticket: ticket(), said: '手机号码早换了，是 13900001111。' }
    expect((await send(form)).body).toContain('收到了')
    await send(form)
    const { db } = privacy.house.office.connection
    const { rows } = await sql<{ id: string; said: Buffer }>`
      select id, said from correction_request where person = ${id}`.execute(db)
    expect(rows).toHaveLength(1)
    expect(rows[0]!.said.includes('13900001111')).toBe(false)
    const south = await privacy.house.hire('clerk', at('south'))
    const settle = { id: rows[0]!.id, corrected: true, answer: '已改为新号码' }
    await expect(privacy.act('settleCorrection', settle, south)).rejects.toMatchObject({
      code: 'record.not_found',
    })
    await privacy.act('settleCorrection', settle)
    const { body } = await send({ code, tail: tailOf(idNumber) })
    expect(body).toContain('手机号码早换了')
    expect(body).toContain('已更正')
    expect(body).toContain('已改为新号码')
    await expect(privacy.act('settleCorrection', settle)).rejects.toMatchObject({ code: 'record.not_found' })
  })

  it('keeps what was written where it is too short, and is not asked with a code that does not open', async () => {
    const { id, idNumber } = await privacy.resident('冯太短')
    const { code } = await issue(id)
    const short = await send({ code, tail: tailOf(idNumber), ticket: ticket(), said: '<b>错' })
    expect(short.statusCode).toBe(422)
    expect(short.body).toContain('&lt;b&gt;错')
    const wrong = await send({ code, tail: '000X', ticket: ticket(), said: '手机号码错了' })
    expect(wrong.statusCode).toBe(404)
  })
})
