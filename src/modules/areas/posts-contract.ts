import { z } from 'zod'
import { areaPath, plainDate } from '../../platform/contract/records.ts'
import { roles } from '../../platform/contract/right.ts'
import { defineRoute, describeAction } from '../../platform/contract/route.ts'

const role = z.enum(Object.keys(roles) as [keyof typeof roles, ...(keyof typeof roles)[]])

const postRow = z.object({
  id: z.string(),
  staff: z.string(),
  staffName: z.string(),
  username: z.string(),
  role: z.string(),
  roleTitle: z.string(),
  area: z.string(),
  areaName: z.string(),
  from: plainDate,
  to: plainDate.nullable(),
  reason: z.string(),
  /** Who took it over. */
  successorName: z.string().nullable(),
  /** Whether the reader may end it or hand it over. */
  mayChange: z.boolean(),
})
export type PostRow = z.infer<typeof postRow>

const staffRow = z.object({
  id: z.string(),
  name: z.string(),
  username: z.string(),
  /** Has an account to sign in with. */
  account: z.boolean(),
  mayChange: z.boolean(),
})
export type StaffRow = z.infer<typeof staffRow>

/** Posts in the reader's charge with who holds them; ended ones where asked for. */
export const listPosts = defineRoute({
  path: '/api/posts',
  title: '岗位和人员',
  right: 'staff.manage',
  query: z.object({
    area: areaPath.optional(),
    asOf: plainDate.optional(),
    ended: z.enum(['true', 'false']).default('false'),
  }),
  answer: z.object({
    posts: z.array(postRow),
    /** Everybody who holds or held one of the reader's posts, and those who hold none. */
    staff: z.array(staffRow),
    /** The roles that the reader may give. */
    roles: z.array(z.object({ role: z.string(), title: z.string() })),
  }),
})

/** What the holder of a post has not finished, which a successor would take over. */
export const getOpenWork = defineRoute({
  path: '/api/posts/:id/open-work',
  title: '未办事项',
  right: 'staff.manage',
  params: z.object({ id: z.uuid() }),
  answer: z.object({ work: z.array(z.object({ kind: z.string(), title: z.string() })) }),
})

const personName = z.string().trim().min(2, '姓名至少 2 个字').max(30, '姓名最多 30 个字')
const username = z
  .string()
  .trim()
  .regex(/^[A-Za-z][A-Za-z0-9._-]{1,30}$/, '用户名用字母开头，2 到 31 个字母、数字、点或横线')

/** `password` is told this once and never stored; a retry gets null, then reset it. */
const told = z.object({ staff: z.string(), password: z.string().nullable() })

export const hireStaff = describeAction({
  name: 'hireStaff',
  title: '添加人员',
  right: 'staff.manage',
  input: z.object({ name: personName, username, role, area: areaPath, on: plainDate }),
  output: told,
})

export const resetPassword = describeAction({
  name: 'resetPassword',
  title: '重置密码',
  right: 'staff.manage',
  input: z.object({ staff: z.uuid() }),
  output: told,
})

export const givePost = describeAction({
  name: 'givePost',
  title: '安排岗位',
  right: 'staff.manage',
  input: z.object({
    staff: z.uuid(),
    role,
    area: areaPath,
    from: plainDate,
    /** First day on which it is no longer held. */
    to: plainDate.optional(),
    reason: z.string().trim().max(200).default(''),
  }),
  output: z.object({ post: z.string() }),
})

export const endPost = describeAction({
  name: 'endPost',
  title: '结束岗位',
  right: 'staff.manage',
  input: z.object({ post: z.uuid(), on: plainDate, reason: z.string().trim().max(200).default('') }),
  output: z.object({ post: z.string() }),
})

/** From a day on somebody else holds the post; what its holder has open goes along, unless others of their posts need it. */
export const handOverPost = describeAction({
  name: 'handOverPost',
  title: '交接岗位',
  right: 'staff.manage',
  input: z.object({
    post: z.uuid(),
    to: z.uuid(),
    on: plainDate,
    /** Whether open work goes to the successor at once. */
    work: z.boolean().default(true),
    reason: z.string().trim().max(200).default(''),
  }),
  output: z.object({ post: z.string(), work: z.number() }),
})
