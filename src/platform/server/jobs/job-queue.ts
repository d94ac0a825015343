import { CompiledQuery } from 'kysely'
import { PgBoss } from 'pg-boss'
import type { Database } from '../database/connect.ts'
import { newId } from '../new-id.ts'
import type { Repository } from '../repository/repository.ts'

/** Tells how far a job has come; also keeps it alive. */
export type Report = (progress: {
  done: number
  total?: number | undefined
  message?: string
}) => Promise<void>

/** What a job ended with. */
export interface JobResult {
  readonly message: string
  /** A stored file to fetch. */
  readonly file?: string
}

export type JobHandler = (
  job: { id: string; input: Record<string, unknown> },
  repository: Repository,
  report: Report,
) => Promise<JobResult>

/** Work that outlives a request. Sent in the command's transaction, so that it runs if and only if that commits. */
export interface JobQueue {
  send(
    repository: Repository,
    job: { kind: string; title: string; input: Record<string, unknown> },
  ): Promise<string>
  start(
    handlers: Readonly<Record<string, JobHandler>>,
    options: {
      repositoryOf(owner: string): Promise<Repository>
      onError(error: unknown, job: string): void
      /** Run regularly, on one server at a time. */
      schedules: { name: string; cron: string; run(): Promise<void> }[]
    },
  ): Promise<void>
  stop(): Promise<void>
}

const queue = 'youju-job'

/** Seconds between two looks at jobs whose server may have died. */
const lookEvery = 5

/** A job that gives no sign of life for a quarter of a minute is taken for dead and begun again. */
const lasting = { retryLimit: 3, expireInSeconds: 6 * 3600, heartbeatSeconds: 15, retryDelay: 1 }

/** pg-boss speaks through the running transaction. */
const through = (db: Database) => ({
  executeSql: async (text: string, values: unknown[] = []) => ({
    rows: (await db.executeQuery(CompiledQuery.raw(text, values))).rows as never[],
  }),
})

interface JobRow {
  id: string
  owner: string
  kind: string
  input: Record<string, unknown>
  state: string
}

/** Opens the queue on pg-boss. `ownerUrl` may create its schema; the application's role is then granted its use. */
export const openJobQueue = async (ownerUrl: string, db: Database, district: string): Promise<JobQueue> => {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: 'pgboss',
    max: 4,
    application_name: 'youju-jobs',
    // How soon a job is begun again that a killed server left behind; both are a minute otherwise.
    superviseIntervalSeconds: lookEvery,
    monitorIntervalSeconds: lookEvery,
  })
  boss.on('error', () => undefined)
  await boss.start()
  await boss.createQueue(queue, lasting)
  // One that an earlier release made keeps its old times otherwise.
  await boss.updateQueue(queue, lasting)
  const owner = boss.getDb()
  await owner.executeSql('grant usage on schema pgboss to youju_app')
  await owner.executeSql('grant select, insert, update, delete on all tables in schema pgboss to youju_app')
  await owner.executeSql('grant execute on all functions in schema pgboss to youju_app')

  const set = (id: string, values: Record<string, unknown>) =>
    db.updateTable('job').set(values).where('district', '=', district).where('id', '=', id).execute()

  const runOne = async (
    id: string,
    handlers: Readonly<Record<string, JobHandler>>,
    repositoryOf: (owner: string) => Promise<Repository>,
    onError: (error: unknown, job: string) => void,
  ) => {
    const job = (await db
      .selectFrom('job')
      .select(['id', 'owner', 'kind', 'input', 'state'])
      .where('district', '=', district)
      .where('id', '=', id)
      .executeTakeFirst()) as JobRow | undefined
    if (!job || job.state === 'done' || job.state === 'failed') return
    await set(id, { state: 'running' })
    let last = 0
    const report: Report = async ({ done, total, message }) => {
      if (Date.now() - last < 200 && done !== total) return
      last = Date.now()
      await set(id, {
        done,
        ...(total === undefined ? {} : { total }),
        ...(message === undefined ? {} : { message }),
      })
    }
    try {
      const handler = handlers[job.kind]
      if (!handler) throw new Error(`no handler for job ${job.kind}`)
      const result = await handler(job, await repositoryOf(job.owner), report)
      await set(id, {
        state: 'done',
        message: result.message,
        file: result.file ?? null,
        ended_at: new Date(),
      })
    } catch (error) {
      onError(error, id)
      const known = error instanceof Error && error.name === 'Problem'
      await set(id, {
        state: 'failed',
        message: known ? error.message : '任务没有完成：系统内部出错，已记入日志。数据没有改动，请稍后再试。',
        ended_at: new Date(),
      })
    }
  }

  return {
    async send(repository, { kind, title, input }) {
      const id = newId()
      await repository.db
        .insertInto('job')
        .values({ district, id, owner: repository.actor.id, kind, title, input: JSON.stringify(input) })
        .execute()
      await boss.send(queue, { id }, { db: through(repository.db) })
      return id
    },
    async start(handlers, { repositoryOf, onError, schedules }) {
      await boss.work<{ id: string }>(
        queue,
        { batchSize: 1, pollingIntervalSeconds: 0.5, heartbeatRefreshSeconds: 4 },
        async ([job]) => {
          if (job) await runOne(job.data.id, handlers, repositoryOf, onError)
        },
      )
      for (const { name, cron, run } of schedules) {
        await boss.createQueue(name, { policy: 'singleton', retryLimit: 0 })
        await boss.schedule(name, cron)
        await boss.work(name, async () => run())
      }
    },
    stop: () => boss.stop({ graceful: true, timeout: 5000 }),
  }
}
