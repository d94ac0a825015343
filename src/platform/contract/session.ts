import { z } from 'zod'
import { plainDate } from './records.ts'
import { defineRoute } from './route.ts'

const postView = z.object({
  id: z.string(),
  role: z.string(),
  roleTitle: z.string(),
  area: z.string(),
  areaName: z.string(),
})

/** Who is signed in. Sign-in itself is better-auth's: `POST /api/auth/sign-in/username`, `POST /api/auth/sign-out`. */
export const getMe = defineRoute({
  path: '/api/me',
  title: '当前登录者',
  right: 'signedIn',
  answer: z.object({
    id: z.string(),
    name: z.string(),
    username: z.string(),
    posts: z.array(postView),
    rights: z.array(z.string()),
    /** Today in the office's zone. */
    today: z.string(),
    demo: z.boolean(),
    mustChangePassword: z.boolean(),
    officeName: z.string(),
  }),
})

export const areaView = z.object({
  path: z.string(),
  name: z.string(),
  level: z.string(),
  parent: z.string().nullable(),
})
export type AreaView = z.infer<typeof areaView>

/** Every area in which the signed-in person has a post, and all below, in tree order; those that stood on a past day. */
export const listAreas = defineRoute({
  path: '/api/areas',
  title: '可见区域',
  right: 'signedIn',
  query: z.object({ asOf: plainDate.optional() }),
  answer: z.object({ areas: z.array(areaView) }),
})
