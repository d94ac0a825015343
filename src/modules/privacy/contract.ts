import { z } from 'zod'
import { areaPath, plainDate, recordView } from '../../platform/contract/records.ts'
import { defineRoute, describeAction } from '../../platform/contract/route.ts'

/** How the clerk made sure who asks. */
export const verifications = {
  idCard: '本人持居民身份证',
  otherDocument: '本人持社保卡、户口簿等其他证件',
  guardian: '监护人或受托人，持双方证件和委托书',
} as const

const verification = z.enum(Object.keys(verifications) as [keyof typeof verifications])

/**
 * Hands out the code with which a resident sees what is held about them. It is told this once and kept nowhere; an
 * earlier one of the same person is void.
 */
export const issueDisclosure = describeAction({
  name: 'issueDisclosure',
  title: '开具“我的信息”查询码',
  right: 'registry.write',
  input: z.object({
    person: z.uuid(),
    verified: verification,
    wish: z.string().trim().min(2, '请写明本人想了解什么').max(200),
  }),
  output: z.object({ id: z.string(), code: z.string(), expiresOn: plainDate }),
})

export const voidDisclosure = describeAction({
  name: 'voidDisclosure',
  title: '作废“我的信息”查询码',
  right: 'registry.write',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.string() }),
})

/** The codes that a person was given, newest first, and the person. */
export const listDisclosures = defineRoute({
  path: '/api/persons/:id/disclosures',
  title: '“我的信息”查询码',
  right: 'registry.write',
  params: z.object({ id: z.uuid() }),
  answer: z.object({
    person: recordView,
    /** Whether the last four digits, which the page asks for, are known. */
    hasIdNumber: z.boolean(),
    disclosures: z.array(
      z.object({
        id: z.string(),
        issuedAt: z.string(),
        by: z.string(),
        verified: z.string(),
        wish: z.string(),
        expiresOn: plainDate,
        /** How often the resident has opened it. */
        opened: z.number().int(),
        state: z.enum(['valid', 'expired', 'void', 'locked']),
      }),
    ),
  }),
})

/** What residents of one's areas want corrected and nobody has settled, oldest first. */
export const listCorrections = defineRoute({
  path: '/api/corrections',
  title: '更正申请',
  right: 'registry.write',
  query: z.object({ area: areaPath.optional() }),
  answer: z.object({
    corrections: z.array(
      z.object({
        id: z.string(),
        person: z.string(),
        name: z.string(),
        areaName: z.string(),
        askedAt: z.string(),
        due: plainDate,
        said: z.string(),
      }),
    ),
  }),
})

export const settleCorrection = describeAction({
  name: 'settleCorrection',
  title: '答复更正申请',
  right: 'registry.write',
  input: z.object({
    id: z.uuid(),
    corrected: z.boolean(),
    answer: z.string().trim().min(2, '请写明怎么处理的，本人会看到').max(500),
  }),
  output: z.object({ id: z.string() }),
})

/** What a resident asks for on the public page; carried out without a right. */
export const askCorrection = describeAction({
  name: 'askCorrection',
  title: '居民申请更正信息',
  right: 'registry.write',
  input: z.object({
    code: z.string(),
    tail: z.string(),
    said: z.string().trim().min(5, '请至少写 5 个字').max(1000, '最多写 1000 个字'),
  }),
  output: z.object({ id: z.string() }),
})
