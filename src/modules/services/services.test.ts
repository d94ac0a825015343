import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addDays } from '../../core/time/index.ts'
import type { Action } from '../../platform/server/action/define-action.ts'
import { runPublicAction } from '../../platform/server/action/run-action.ts'
import { buildApp } from '../../platform/server/http/build-app.ts'
import { issueTicket } from '../../platform/server/http/form-ticket.ts'
import type { Actor } from '../../platform/server/permission/actor.ts'
import { residentActor } from '../../platform/server/permission/resident-actor.ts'
import { at, createTestOffice, type TestOffice } from '../../platform/server/testing/test-office.ts'
import { bookService } from './actions/book-service.ts'
import { cancelBooking } from './actions/cancel-booking.ts'
import { instantAt, workingDays } from './day-slots.ts'
import { servicesServer } from './server.ts'
import { forgetBookings, listBookings } from './storage/bookings.ts'
import { listSlots } from './storage/slots.ts'

let house: TestOffice
let app: FastifyInstance
let clerk: Actor
let stranger: Actor
let visitor = 0

const actions = new Map(servicesServer.actions.map((action) => [action.contract.name, action]))
const act = (actor: Actor, name: string, input: unknown): Promise<unknown> =>
  house.run(actor, actions.get(name) as Action, input)

beforeAll(async () => {
  house = await createTestOffice({ records: new Map(), ledgers: new Map(), metrics: new Map() })
  clerk = await house.hire('clerk', at('north'))
  stranger = await house.hire('clerk', at('south'))
  app = await buildApp(house.office, [servicesServer], { secure: false, trustProxy: true })
})
afterAll(async () => {
  await app.close()
  await house.close()
})
// Each test is another visitor, so that none is held back for what another did.
beforeEach(() => void visitor++)

const repository = () => house.repository(clerk)
const offered = {
  area: at('north'),
  kind: 'window',
  title: '老年人优待证',
  about: '办理 65 岁以上老年人优待证。',
  who: '本区户籍、年满 65 岁的老人',
  bring: '身份证、户口簿、一寸照片 2 张',
  place: '城北社区一楼大厅',
  hours: '工作日 9:00–17:00',
}
const define = async (more: object = {}) =>
  ((await act(clerk, 'defineService', { ...offered, ...more })) as { id: string }).id
const soon = () => addDays(repository().today, 1)
/** A service with one time tomorrow or so, for so many. */
const withSlot = async (capacity: number) => {
  const service = await define()
  await act(clerk, 'openSlots', {
    service,
    from: soon(),
    to: addDays(soon(), 20),
    times: [{ from: '09:00', to: '10:00', capacity }],
  })
  const [slot] = await listSlots(repository(), service, 'all')
  return { service, slot: slot!.id }
}
let phones = 0
const nextPhone = () => `139${String(++phones).padStart(8, '0')}`
let keys = 0
const book = (slot: string, phone = nextPhone()) =>
  runPublicAction(
    house.office,
    residentActor(house.office.district),
    bookService,
    { slot, name: '柳青青', phone },
    `book:${++keys}`,
  ) as Promise<{ code: string }>
const cancel = (code: string, phone: string) =>
  runPublicAction(
    house.office,
    residentActor(house.office.district),
    cancelBooking,
    { code, tail: phone.slice(-4) },
    `cancel:${++keys}`,
  )
const slotOf = async (id: string) => {
  const { rows } = await sql<{ capacity: number; booked: number; held: number }>`
    select capacity, booked, (select count(*)::int from booking b where b.slot = s.id and b.state = 'booked') as held
    from service_slot s where id = ${id}`.execute(house.office.connection.db)
  return rows[0]!
}

describe('places', () => {
  it('gives the last ones to as many as there are, however many come at once', async () => {
    const { slot } = await withSlot(3)
    const tries = await Promise.allSettled(Array.from({ length: 12 }, () => book(slot)))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
    for (const each of tries) if (each.status === 'rejected') expect(each.reason.code).toBe('rule.unmet')
    expect(await slotOf(slot)).toEqual({ capacity: 3, booked: 3, held: 3 })
  })

  it('gives one telephone one place of a service, also at once, and another after it was given back', async () => {
    const { slot } = await withSlot(5)
    const phone = nextPhone()
    const tries = await Promise.allSettled([book(slot, phone), book(slot, phone), book(slot, phone)])
    const got = tries.flatMap((each) => (each.status === 'fulfilled' ? [each.value.code] : []))
    expect(got).toHaveLength(1)
    expect(await slotOf(slot)).toMatchObject({ booked: 1 })
    await Promise.all([cancel(got[0]!, phone), cancel(got[0]!, phone)])
    expect(await slotOf(slot)).toEqual({ capacity: 5, booked: 0, held: 0 })
    await book(slot, phone)
    expect(await slotOf(slot)).toMatchObject({ booked: 1 })
  })

  it('counts as many as are held, whatever is booked, given back and resized in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 4 }),
        fc.array(fc.tuple(fc.constantFrom('book', 'cancel', 'resize'), fc.nat(5)), { maxLength: 12 }),
        async (capacity, steps) => {
          const { slot } = await withSlot(capacity)
          const held: { code: string; phone: string }[] = []
          const take = async (step: string, number: number) => {
            if (step === 'resize')
              return act(clerk, 'setCapacity', { slot, capacity: number }).catch(() => undefined)
            if (step === 'cancel' && held.length > 0) {
              const [one] = held.splice(number % held.length, 1)
              return cancel(one!.code, one!.phone)
            }
            const phone = nextPhone()
            return book(slot, phone).then(
              ({ code }) => held.push({ code, phone }),
              () => undefined,
            )
          }
          await Promise.all(steps.map(([step, number]) => take(step, number)))
          const { capacity: room, booked, held: counted } = await slotOf(slot)
          expect([booked, counted]).toEqual([held.length, held.length])
          expect(booked).toBeLessThanOrEqual(room)
        },
      ),
      { numRuns: 15 },
    )
  })

  it('never gives less room than is taken', async () => {
    const { service, slot } = await withSlot(2)
    await book(slot)
    await book(slot)
    await expect(act(clerk, 'setCapacity', { slot, capacity: 1 })).rejects.toMatchObject({
      code: 'rule.unmet',
    })
    const times = [{ from: '09:00', to: '10:00', capacity: 0 }]
    await act(clerk, 'openSlots', { service, from: soon(), to: addDays(soon(), 20), times })
    expect(await slotOf(slot)).toMatchObject({ capacity: 2, booked: 2 })
  })
})

describe('times', () => {
  it('opens working days alone, by the wall clock of the office', () => {
    expect(workingDays('2026-09-30', '2026-10-08')).toEqual(['2026-09-30', '2026-10-08'])
    expect(instantAt('2026-09-30', '09:30', 'Asia/Shanghai').toISOString()).toBe('2026-09-30T01:30:00.000Z')
  })
})

const send = (url: string, form: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-forwarded-for': `10.2.2.${visitor}`,
      host: 'youju.test',
      origin: 'http://youju.test',
    },
    payload: new URLSearchParams(form).toString(),
  })
const ticket = (secondsAgo = 60) => issueTicket(house.office.cipher, new Date(Date.now() - secondsAgo * 1000))
const codeIn = (page: string) =>
  /class="code">([0-9A-Z]{4}) ([0-9A-Z]{4})</.exec(page)?.slice(1).join('') ?? ''

describe('the public pages', () => {
  it('tell what to bring, take a booking once, show where it stands, and give it back', async () => {
    const { service, slot } = await withSlot(2)
    expect((await app.inject({ url: '/guide' })).body).toContain(`/guide?id=${service}`)
    expect((await app.inject({ url: `/guide?id=${service}` })).body).toContain('一寸照片 2 张')
    const phone = nextPhone()
    const form = { ticket: ticket(), service, slot, name: '柳青青', phone }
    const codes = (await Promise.all([send('/guide', form), send('/guide', form)])).map(({ body }) =>
      codeIn(body),
    )
    expect(codes[0]).toMatch(/^[0-9A-Z]{8}$/)
    expect(codes[1]).toBe(codes[0])
    expect(await slotOf(slot)).toMatchObject({ booked: 1 })

    const proof = { code: codes[0]!.toLowerCase(), tail: phone.slice(-4) }
    expect((await send('/booked', { ...proof, tail: '0000' })).statusCode).toBe(404)
    const id = (await listBookings(repository(), service))[0]!.id
    const page = (await send('/booked', proof)).body
    expect(page).toContain('已预约')
    expect(page).not.toContain('柳青青')
    const hidden = /name="ticket" value="([^"]*)"/.exec(page)?.[1] ?? ''
    expect((await send('/booked', { ...proof, ticket: hidden })).body).toContain('名额让给了别人')
    expect(await slotOf(slot)).toMatchObject({ booked: 0 })
    await expect(act(clerk, 'markBooking', { id, state: 'received' })).rejects.toMatchObject({
      code: 'rule.unmet',
    })
  })

  it.each([
    ['a form sent at once', () => ({ ticket: ticket(0) })],
    ['a made-up ticket', () => ({ ticket: 'abc' })],
    ['no time', () => ({ slot: '' })],
    ['a telephone that is none', () => ({ phone: '12' })],
    ['the field that people do not see', () => ({ website: 'x' })],
  ])('refuse %s, and keep what was written', async (_, wrong) => {
    const { service, slot } = await withSlot(1)
    const form = { ticket: ticket(), service, slot, name: '柳青青', phone: nextPhone(), ...wrong() }
    const { statusCode, body } = await send('/guide', form)
    expect(statusCode).toBe(422)
    expect(body).toContain('value="柳青青"')
    expect(await slotOf(slot)).toMatchObject({ booked: 0 })
  })

  it('say that a time has just been taken', async () => {
    const { service, slot } = await withSlot(1)
    const page = { ticket: ticket(), service, slot, name: '柳青青', phone: nextPhone() }
    await act(clerk, 'openSlots', {
      service,
      from: soon(),
      to: addDays(soon(), 20),
      times: [{ from: '10:00', to: '11:00', capacity: 1 }],
    })
    await book(slot)
    expect((await send('/guide', page)).body).toContain('刚刚约满了')
  })
})

describe('kept by staff', () => {
  it('tells its resident each step, and nobody outside the area anything', async () => {
    const { service, slot } = await withSlot(1)
    const phone = nextPhone()
    const { code } = await book(slot, phone)
    const [booking] = await listBookings(repository(), service)
    const mark = (actor: Actor) =>
      act(actor, 'markBooking', { id: booking!.id, state: 'received', note: '三天后来取' })
    for (const name of ['markBooking', 'revealBooking'])
      await expect(
        act(stranger, name, { id: booking!.id, state: 'done', purpose: '看看' }),
      ).rejects.toMatchObject({ code: 'record.not_found' })
    await expect(act(stranger, 'setCapacity', { slot, capacity: 9 })).rejects.toMatchObject({
      code: 'record.not_found',
    })
    await mark(clerk)
    expect((await send('/booked', { code, tail: phone.slice(-4) })).body).toContain('三天后来取')
    expect(await act(clerk, 'revealBooking', { id: booking!.id, purpose: '通知改期' })).toEqual({ phone })
    const { rows } = await sql`select from command where answer::text like ${`%${phone}%`}`.execute(
      house.office.connection.db,
    )
    expect(rows).toEqual([])
  })

  it('forgets who came 90 days later, and lets nobody follow it any more', async () => {
    const { service, slot } = await withSlot(1)
    const phone = nextPhone()
    const { code } = await book(slot, phone)
    expect(await forgetBookings(repository())).toBe(0)
    await sql`update booking set starts_at = now() - interval '91 days' where slot = ${slot}`.execute(
      house.office.connection.db,
    )
    expect(await forgetBookings(repository())).toBe(1)
    expect(await listBookings(repository(), service)).toEqual([])
    expect((await send('/booked', { code, tail: phone.slice(-4) })).statusCode).toBe(404)
  })

  it('offers a service no longer once it has ended', async () => {
    const { service, slot } = await withSlot(1)
    await act(clerk, 'defineService', { ...offered, id: service, ended: true })
    await expect(book(slot)).rejects.toMatchObject({ code: 'rule.unmet' })
    expect((await app.inject({ url: `/guide?id=${service}` })).statusCode).toBe(404)
  })
})
