import { z } from 'zod'
import { areaPath, plainDate } from '../../platform/contract/records.ts'
import { defineRoute, describeAction } from '../../platform/contract/route.ts'

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间写成 08:30 的样子')

/** A shift of a day: who answers the door and the telephone from when to when. */
export const dutyShift = z.object({
  key: z.string().regex(/^[a-z][a-zA-Z0-9]{0,19}$/),
  title: z.string().trim().min(1, '请填写班次名称').max(20),
  from: clock,
  to: clock,
  /** People that it needs. */
  least: z.number().int().min(0).max(20),
  /** On every day, on working days only, or on days off only. */
  on: z.enum(['every', 'working', 'free']),
})
export type DutyShift = z.infer<typeof dutyShift>

export const dutyRule = z.object({
  /** People that a day needs, over all its shifts. */
  least: z.number().int().min(0).max(20),
  shifts: z.array(dutyShift).min(1, '至少要有一个班次').max(6),
})
export type DutyRule = z.infer<typeof dutyRule>

const duty = z.object({
  id: z.string(),
  day: plainDate,
  shift: z.string(),
  staff: z.string(),
  name: z.string(),
  /** Whether they still hold a post there on that day; who does not leaves a gap. */
  serving: z.boolean(),
})
export type Duty = z.infer<typeof duty>

/** A plan of who is on duty. It asks nobody to check in. */
export const getRoster = defineRoute({
  path: '/api/rosters/:area',
  title: '值班表',
  right: 'registry.read',
  params: z.object({ area: areaPath }),
  query: z.object({ from: plainDate.optional(), days: z.coerce.number().int().min(1).max(42).default(14) }),
  answer: z.object({
    area: z.string(),
    areaName: z.string(),
    rule: dutyRule,
    /** The rule is the house's own: nobody has set one here. */
    standard: z.boolean(),
    days: z.array(
      z.object({
        day: plainDate,
        weekday: z.string(),
        /** Null where the year's holidays are not published. */
        working: z.boolean().nullable(),
        shifts: z.array(z.string()),
      }),
    ),
    people: z.array(z.object({ id: z.string(), name: z.string(), roleTitle: z.string() })),
    duties: z.array(duty),
    gaps: z.array(
      z.object({ day: plainDate, shift: z.string().nullable(), missing: z.number(), text: z.string() }),
    ),
    mayPlan: z.boolean(),
  }),
})
export type Roster = z.infer<typeof getRoster.answer>

export const setDutyRule = describeAction({
  name: 'setDutyRule',
  title: '设置班次',
  right: 'staff.manage',
  input: z.object({ area: areaPath, ...dutyRule.shape }),
  output: z.object({ area: z.string() }),
})

/** Puts people on duty and takes them off. */
export const planDuty = describeAction({
  name: 'planDuty',
  title: '排班',
  right: 'staff.manage',
  input: z.object({
    area: areaPath,
    add: z
      .array(z.object({ day: plainDate, shift: z.string().max(20), staff: z.uuid() }))
      .max(500)
      .default([]),
    remove: z.array(z.uuid()).max(500).default([]),
  }),
  output: z.object({ added: z.array(z.string()), removed: z.number() }),
})

/** Fills the gaps of a time with those who were on duty least. */
export const fillDuty = describeAction({
  name: 'fillDuty',
  title: '自动补齐排班',
  right: 'staff.manage',
  input: z.object({ area: areaPath, from: plainDate, days: z.number().int().min(1).max(42) }),
  output: z.object({ added: z.array(z.string()) }),
})

/** Two people take each other's place. */
export const swapDuty = describeAction({
  name: 'swapDuty',
  title: '换班',
  right: 'staff.manage',
  input: z.object({ area: areaPath, one: z.uuid(), other: z.uuid() }),
  output: z.object({ swapped: z.boolean() }),
})
