import type { ProblemCode } from '../../../platform/contract/problem.ts'
import type { JobResult, Report } from '../../../platform/server/jobs/job-queue.ts'
import type { OfficeRow } from '../open-office.ts'
import type { Settings } from '../settings.ts'

/** What a job's thread needs to open the office for itself. */
export interface ThreadData {
  readonly settings: Settings
  readonly ownerUrl: string
  readonly office: OfficeRow
}

export interface RunMessage {
  readonly kind: string
  readonly job: { id: string; input: Record<string, unknown> }
  /** Staff member in whose name the job runs. */
  readonly owner: string
}

/** What the thread answers while it runs a job, the last one ending it. */
export type Told =
  | { readonly told: 'progress'; readonly progress: Parameters<Report>[0] }
  | { readonly told: 'done'; readonly result: JobResult }
  | { readonly told: 'refused'; readonly code: ProblemCode; readonly message: string }
  | { readonly told: 'failed'; readonly error: unknown }
