import { Worker } from 'node:worker_threads'
import { Problem } from '../../../platform/contract/problem.ts'
import type { JobResult, Report } from '../../../platform/server/jobs/job-queue.ts'
import type { RunMessage, ThreadData, Told } from './thread-messages.ts'

/** A thread beside the server's own in which jobs run one after the other. */
export interface JobThread {
  /** Throws what the job throws; `ThreadLost` where the thread ended under it. */
  run(message: RunMessage, report: Report): Promise<JobResult>
  close(): Promise<void>
}

/** The thread ended before its job did: by force, or for want of memory. */
export class ThreadLost extends Error {}

/** The thread goes when nothing was asked of it for so long, and its memory with it. */
const idleTime = 60_000

const megabytes = 400

// Compiled, the file beside this one is called otherwise.
const workerFile = new URL(`./job-worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url)

export const openJobThread = (data: ThreadData): JobThread => {
  let worker: Worker | undefined
  let idle: NodeJS.Timeout | undefined

  const start = (): Worker => {
    const started = new Worker(workerFile, {
      workerData: data,
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    })
    started.unref()
    // Whoever waits for a job hears of it there.
    started.on('error', () => undefined)
    started.on('exit', () => {
      if (worker === started) worker = undefined
    })
    return started
  }

  const end = async () => {
    clearTimeout(idle)
    await worker?.terminate()
  }

  return {
    async run(message, report) {
      clearTimeout(idle)
      worker ??= start()
      const running = worker
      const ended = Promise.withResolvers<JobResult>()
      const hear = (told: Told) => {
        if (told.told === 'progress') report(told.progress).catch(ended.reject)
        else if (told.told === 'done') ended.resolve(told.result)
        else if (told.told === 'refused') ended.reject(new Problem(told.code, told.message))
        else ended.reject(told.error)
      }
      const lose = (error: unknown) =>
        ended.reject(new ThreadLost('the job’s thread ended', { cause: error }))
      running.on('message', hear).on('error', lose).on('exit', lose)
      running.postMessage(message)
      try {
        return await ended.promise
      } finally {
        running.off('message', hear).off('error', lose).off('exit', lose)
        idle = setTimeout(end, idleTime)
        idle.unref()
      }
    },
    close: end,
  }
}
