import type { Accounts } from '../../platform/server/identity/accounts.ts'
import type { JobQueue } from '../../platform/server/jobs/job-queue.ts'

const elsewhere = (): never => {
  throw new Error('only the server signs people in and keeps a queue of jobs')
}

/** For work outside of the server, which signs nobody in. */
export const absentAccounts: Accounts = {
  ways: { passkeyHost: null, singleSignOn: null },
  handle: elsewhere,
  accountOf: elsewhere,
  accountIn: elsewhere,
  endSessions: elsewhere,
  create: elsewhere,
  setPassword: elsewhere,
  forgetPassword: elsewhere,
  close: elsewhere,
}

/** For work that sends no further jobs. */
export const absentJobs: JobQueue = { send: elsewhere, start: elsewhere, stop: elsewhere }
