import { z } from 'zod'
import { areaPath, plainDate } from '../../platform/contract/records.ts'
import { defineRoute, describeAction } from '../../platform/contract/route.ts'

export const serviceKinds = { window: '一站式', agency: '代办' } as const
export const bookingStates = {
  booked: '已预约',
  received: '已收件，在办',
  done: '办好了',
  missed: '没有来',
  cancelled: '已取消',
} as const
export type BookingState = keyof typeof bookingStates

const words = (what: string, max = 500) =>
  z.string().trim().min(2, `请写明${what}`).max(max, `${what}最多 ${max} 个字`)

const serviceFields = {
  kind: z.enum(['window', 'agency']),
  title: words('名称', 40),
  about: words('办什么事', 1000),
  who: words('谁可以办'),
  bring: words('带什么', 1000),
  place: words('在哪里办', 120),
  hours: words('办理时间', 120),
  phone: z.string().trim().max(40).default(''),
}

const service = z.object({ id: z.string(), areaName: z.string(), ...serviceFields, ended: z.boolean() })
export type ServiceView = z.infer<typeof service>

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间应写作 09:00')

export const listServices = defineRoute({
  path: '/api/services',
  title: '办事事项',
  right: 'public.write',
  query: z.object({ area: areaPath.optional() }),
  answer: z.object({
    rows: z.array(service.extend({ free: z.number().int(), booked: z.number().int() })),
  }),
})

const booking = z.object({
  id: z.string(),
  startsAt: z.string(),
  state: z.enum(['booked', 'received', 'done', 'missed', 'cancelled']),
  name: z.string(),
  /** All but the last four digits hidden; empty once erased. */
  phone: z.string(),
  note: z.string(),
})
export type BookingView = z.infer<typeof booking>

export const getService = defineRoute({
  path: '/api/services/:id',
  title: '一个办事事项',
  right: 'public.write',
  params: z.object({ id: z.uuid() }),
  answer: z.object({
    service: service.extend({ area: z.string() }),
    slots: z.array(
      z.object({
        id: z.string(),
        startsAt: z.string(),
        endsAt: z.string(),
        capacity: z.number().int(),
        booked: z.number().int(),
      }),
    ),
    bookings: z.array(booking),
  }),
})

export const defineService = describeAction({
  name: 'defineService',
  title: '维护办事事项',
  right: 'public.write',
  input: z.object({
    id: z.uuid().optional(),
    area: areaPath,
    ...serviceFields,
    ended: z.boolean().default(false),
  }),
  output: z.object({ id: z.string() }),
})

/** Opens times for booking, on the working days from one day to another; times that are open already get this room. */
export const openSlots = describeAction({
  name: 'openSlots',
  title: '开放预约时段',
  right: 'public.write',
  input: z.object({
    service: z.uuid(),
    from: plainDate,
    to: plainDate,
    times: z
      .array(z.object({ from: time, to: time, capacity: z.number().int().min(0).max(500) }))
      .min(1, '请至少写一个时段')
      .max(20),
  }),
  output: z.object({ slots: z.number().int() }),
})

/** How many may come at a time; no fewer than have booked. */
export const setCapacity = describeAction({
  name: 'setCapacity',
  title: '调整时段名额',
  right: 'public.write',
  input: z.object({ slot: z.uuid(), capacity: z.number().int().min(0).max(500) }),
  output: z.object({ capacity: z.number().int() }),
})

export const markBooking = describeAction({
  name: 'markBooking',
  title: '更新预约进度',
  right: 'public.write',
  input: z.object({
    id: z.uuid(),
    state: z.enum(['received', 'done', 'missed', 'cancelled']),
    /** The resident reads it. */
    note: z.string().trim().max(300).default(''),
  }),
  output: z.object({ state: z.string() }),
})

export const revealBooking = describeAction({
  name: 'revealBooking',
  title: '查看预约人电话',
  right: 'public.write',
  input: z.object({ id: z.uuid(), purpose: words('查看的用途', 100) }),
  output: z.object({ phone: z.string() }),
})

/** A resident books on the public page; carried out without a right, and never offered to staff. */
export const bookService = describeAction({
  name: 'bookService',
  title: '网上预约办事',
  right: 'public.write',
  input: z.object({
    slot: z.uuid('请选一个时间'),
    name: z.string().trim().min(1, '请写您怎么称呼').max(50, '最多写 50 个字'),
    phone: z.string().trim().min(1, '请写电话').max(20, '电话号码太长'),
  }),
  output: z.object({ code: z.string() }),
})

export const cancelBooking = describeAction({
  name: 'cancelBooking',
  title: '取消网上预约',
  right: 'public.write',
  input: z.object({ code: z.string(), tail: z.string() }),
  output: z.object({ state: z.string() }),
})
