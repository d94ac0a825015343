import { z } from 'zod'
import { defineRoute } from './route.ts'

export const jobView = z.object({
  id: z.string(),
  title: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  done: z.number(),
  /** Steps in all; null while unknown. */
  total: z.number().nullable(),
  message: z.string(),
  /** A file to fetch at `/api/files/:id` when the job made one. */
  file: z.string().nullable(),
  createdAt: z.string(),
})
export type JobView = z.infer<typeof jobView>

export const getJob = defineRoute({
  path: '/api/jobs/:id',
  title: '后台任务进度',
  right: 'signedIn',
  params: z.object({ id: z.uuid() }),
  answer: jobView,
})

export const listJobs = defineRoute({
  path: '/api/jobs',
  title: '我的后台任务',
  right: 'signedIn',
  answer: z.object({ jobs: z.array(jobView) }),
})

/** Answer of `POST /api/files` (multipart, one part named `file`). `GET /api/files/:id` downloads. */
export const fileView = z.object({ id: z.string(), name: z.string(), size: z.number() })
