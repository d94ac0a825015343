import { z } from 'zod'
import { areaPath } from '../../platform/contract/records.ts'
import { defineRoute, describeAction } from '../../platform/contract/route.ts'
import { eventNames, personalEvents } from './events.ts'

const personal = z.enum(personalEvents)

export const listMessages = defineRoute({
  path: '/api/messages',
  title: '我的消息',
  right: 'signedIn',
  query: z.object({
    unread: z.enum(['true', 'false']).default('false'),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  answer: z.object({
    unread: z.number().int(),
    messages: z.array(
      z.object({
        id: z.string(),
        event: z.string(),
        title: z.string(),
        urgent: z.boolean(),
        text: z.string(),
        link: z.string(),
        createdAt: z.string(),
        readAt: z.string().nullable(),
      }),
    ),
  }),
})

/** One's own messages are read; all of them where none is named. */
export const readMessages = describeAction({
  name: 'readMessages',
  title: '标为已读',
  right: 'matter.write',
  input: z.object({ ids: z.array(z.uuid()).max(200).optional() }),
  output: z.object({ read: z.number().int() }),
})

const choice = {
  email: z.union([z.literal(''), z.email('请写完整的邮箱地址')]),
  /** Not in the page. */
  hidden: z.array(personal),
  /** Not by mail. */
  unmailed: z.array(personal),
}

export const getMessageChoice = defineRoute({
  path: '/api/message-choice',
  title: '怎样提醒我',
  right: 'signedIn',
  answer: z.object({
    email: z.string(),
    hidden: z.array(z.string()),
    unmailed: z.array(z.string()),
    events: z.array(z.object({ event: personal, title: z.string() })),
    /** Whether the office has a mail server. */
    mails: z.boolean(),
    quiet: z.object({ from: z.string(), to: z.string() }),
  }),
})

export const setMessageChoice = describeAction({
  name: 'setMessageChoice',
  title: '设置怎样提醒我',
  right: 'matter.write',
  input: z.object(choice),
  output: z.object({ email: z.string() }),
})

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间应写作 21:00')

const mailServer = z.object({
  host: z.string().trim().max(200),
  port: z.number().int().min(1).max(65535),
  security: z.enum(['tls', 'starttls', 'none']),
  user: z.string().trim().max(200),
  from: z.union([z.literal(''), z.email('发件人应是邮箱地址')]),
  /** What links begin with, such as `https://youju.example.gov.cn`. */
  address: z.union([z.literal(''), z.url({ protocol: /^https?$/, error: '网址应以 https:// 开头' })]),
})

export const getMessageSettings = defineRoute({
  path: '/api/message-settings',
  title: '消息设置',
  right: 'staff.manage',
  answer: z.object({
    /** Only for whoever manages the whole district. */
    mail: mailServer.extend({ hasPassword: z.boolean() }).nullable(),
    quiet: z.object({ from: z.string(), to: z.string() }),
    mayChange: z.boolean(),
  }),
})

export const setMailServer = describeAction({
  name: 'setMailServer',
  title: '设置邮件服务器',
  right: 'staff.manage',
  /** No password keeps the one that is there; no host turns mails off. */
  input: mailServer.extend({ password: z.string().max(200).nullable() }),
  output: z.object({ host: z.string() }),
})

export const setQuietHours = describeAction({
  name: 'setQuietHours',
  title: '设置免打扰时间',
  right: 'staff.manage',
  input: z.object({ from: timeOfDay, to: timeOfDay }),
  output: z.object({ from: z.string(), to: z.string() }),
})

const hookKind = z.enum(['standard', 'wecom', 'dingtalk'])

export const listHooks = defineRoute({
  path: '/api/hooks',
  title: '消息推送',
  right: 'staff.manage',
  answer: z.object({
    events: z.array(z.object({ event: z.string(), title: z.string() })),
    hooks: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        kind: hookKind,
        areaName: z.string(),
        host: z.string(),
        events: z.array(z.string()),
        failures: z.number().int(),
        disabledAt: z.string().nullable(),
        /** Turned off by the house, for it failed too often. */
        gaveUp: z.boolean(),
        deliveries: z.array(
          z.object({
            id: z.string(),
            title: z.string(),
            text: z.string(),
            createdAt: z.string(),
            state: z.enum(['waiting', 'sent', 'failed']),
            tries: z.number().int(),
            nextAt: z.string().nullable(),
            lastStatus: z.number().int().nullable(),
            lastError: z.string(),
          }),
        ),
      }),
    ),
  }),
})

export const makeHook = describeAction({
  name: 'makeHook',
  title: '添加消息推送',
  right: 'staff.manage',
  input: z.object({
    title: z.string().trim().min(2, '请写明推送到哪里').max(40, '最多 40 个字'),
    kind: hookKind,
    area: areaPath,
    url: z.url({ protocol: /^https?$/, error: '地址应以 https:// 开头' }).max(500),
    /** The signing secret of a 钉钉 robot; a standard hook gets one from us. */
    secret: z.string().trim().max(200).default(''),
    events: z.array(z.enum(eventNames as [string, ...string[]])).min(1, '请至少选择一种事件'),
  }),
  /** The secret of a standard hook is told once. */
  output: z.object({ id: z.string(), secret: z.string().nullable() }),
})

export const turnHook = describeAction({
  name: 'turnHook',
  title: '停用或恢复消息推送',
  right: 'staff.manage',
  input: z.object({ id: z.uuid(), on: z.boolean() }),
  output: z.object({ id: z.string() }),
})

export const removeHook = describeAction({
  name: 'removeHook',
  title: '删除消息推送',
  right: 'staff.manage',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.string() }),
})

export const resendDelivery = describeAction({
  name: 'resendDelivery',
  title: '重新推送',
  right: 'staff.manage',
  input: z.object({ id: z.uuid(), hook: z.uuid() }),
  output: z.object({ id: z.string() }),
})
