import type { Report } from '../../../platform/server/jobs/job-queue.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { type ImportState, updateBatch } from '../storage/import-batch.ts'

/** A page looks about as often. */
const every = 300

/** Tells how far an import has come, to the page and to the job, and not oftener than anybody looks. */
export const telling = (repository: Repository, id: string, state: ImportState, report: Report) => {
  let last = 0
  return async (done: number, total: number): Promise<void> => {
    if (Date.now() - last < every) return
    last = Date.now()
    await updateBatch(repository, id, state, { done, total })
    await report({ done, total })
  }
}
