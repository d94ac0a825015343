import type { JobView } from '../../contract/jobs.ts'
import { Problem } from '../../contract/problem.ts'
import { isoInstant } from '../repository/instant.ts'
import type { Repository } from '../repository/repository.ts'

interface Found {
  id: string
  title: string
  state: JobView['state']
  done: number
  total: number | null
  message: string
  file: string | null
  created_at: Date
}

const mine = (repository: Repository) =>
  repository.db
    .selectFrom('job')
    .select(['id', 'title', 'state', 'done', 'total', 'message', 'file', 'created_at'])
    .where('district', '=', repository.district)
    .where('owner', '=', repository.actor.id)

const view = ({ created_at, ...job }: Found): JobView => ({ ...job, createdAt: isoInstant(created_at) })

/** One's own job. Throws `job.not_found`. */
export const getJob = async (repository: Repository, id: string): Promise<JobView> => {
  const found = await mine(repository).where('id', '=', id).executeTakeFirst()
  if (!found) throw new Problem('job.not_found', '没有找到这个后台任务。')
  return view(found as Found)
}

/** One's own latest jobs, newest first. */
export const listJobs = async (repository: Repository): Promise<JobView[]> =>
  ((await mine(repository).orderBy('created_at', 'desc').limit(20).execute()) as Found[]).map(view)
