import { z } from 'zod'
import { areaPath } from '../../platform/contract/records.ts'
import { defineRoute, describeAction } from '../../platform/contract/route.ts'
import { photoIds } from './contract-photos.ts'

/** A key by which a platform sends requests, as those see it who manage it; the secret itself is nowhere. */
const open311KeyView = z.object({
  id: z.string(),
  title: z.string(),
  /** The last characters of the secret. */
  hint: z.string(),
  areas: z.array(z.object({ path: z.string(), name: z.string() })),
  listed: z.boolean(),
  perMinute: z.number().int(),
  madeAt: z.string(),
  madeBy: z.string(),
  revokedAt: z.string().nullable(),
  requests: z.number().int(),
  refused: z.number().int(),
  lastAt: z.string().nullable(),
  /** Whether the reader manages staff in all of its areas. */
  mayRevoke: z.boolean(),
})
export type Open311KeyView = z.infer<typeof open311KeyView>

export const listOpen311Keys = defineRoute({
  path: '/api/open311-keys',
  title: '网络平台接入密钥',
  right: 'staff.manage',
  answer: z.object({
    keys: z.array(open311KeyView),
    jurisdiction: z.string(),
  }),
})

export const makeOpen311Key = describeAction({
  name: 'makeOpen311Key',
  title: '发放网络平台接入密钥',
  right: 'staff.manage',
  input: z.object({
    title: z.string().trim().min(2, '请写明是哪个平台').max(40, '最多 40 个字'),
    areas: z.array(areaPath).min(1, '请选择区域').max(20, '最多 20 个区域'),
    listed: z.boolean(),
    perMinute: z.number().int().min(1).max(600).default(60),
  }),
  /** The secret is told once. */
  output: z.object({ id: z.string(), secret: z.string().nullable() }),
})

export const revokeOpen311Key = describeAction({
  name: 'revokeOpen311Key',
  title: '停用网络平台接入密钥',
  right: 'staff.manage',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.string() }),
})

/** What a platform sends, as read from its form; carried out for a key, never offered to staff. */
export const sendOpen311Request = describeAction({
  name: 'sendOpen311Request',
  title: '网络平台提交诉求',
  right: 'matter.write',
  input: z.object({
    service: z.string(),
    serviceTitle: z.string(),
    point: z.object({ longitude: z.number(), latitude: z.number() }).nullable(),
    address: z.string(),
    addressId: z.string(),
    description: z.string(),
    answers: z.array(z.string()),
    media: z.array(z.string()),
    name: z.string(),
    phone: z.string(),
    email: z.string(),
    clientId: z.string(),
    photos: photoIds,
  }),
  output: z.object({ number: z.string() }),
})

export const sendOpen311Update = describeAction({
  name: 'sendOpen311Update',
  title: '网络平台补充诉求',
  right: 'matter.write',
  input: z.object({
    number: z.string(),
    clientId: z.string(),
    status: z.enum(['open', 'solved', 'reopen']),
    text: z.string(),
    photos: photoIds,
  }),
  output: z.object({ number: z.string(), seq: z.number().int() }),
})
