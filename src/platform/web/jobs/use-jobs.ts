import { type JobView, listJobs } from '../../contract/jobs.ts'
import { useRoute } from '../api/use-route.ts'

export const unfinished = (job: JobView): boolean => job.state === 'waiting' || job.state === 'running'

/** One's own jobs, newest first; asked often while one is under way. */
export const useJobs = (): { jobs: readonly JobView[]; pending: boolean; error: Error | null } => {
  const { data, isPending, error } = useRoute(
    listJobs,
    {},
    { every: (answer) => (answer?.jobs.some(unfinished) ? 2000 : 60_000) },
  )
  return { jobs: data?.jobs ?? [], pending: isPending, error }
}
