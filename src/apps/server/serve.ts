import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { Problem } from '../../platform/contract/problem.ts'
import { sealAudit } from '../../platform/server/audit/seal-audit.ts'
import { buildApp } from '../../platform/server/http/build-app.ts'
import type { Beat } from '../../platform/server/http/module.ts'
import type { JobHandler } from '../../platform/server/jobs/job-queue.ts'
import { type Office, repositoryFor, todayAt } from '../../platform/server/office.ts'
import { loadActor } from '../../platform/server/permission/load-actor.ts'
import { openJobThread, ThreadLost } from './jobs/job-thread.ts'
import { modules } from './modules.ts'
import type { Settings } from './settings.ts'

/** The built page, beside the compiled server. */
const webFolder = fileURLToPath(new URL('../../../dist/web', import.meta.url))

const mountPage = async (app: FastifyInstance) => {
  if (!existsSync(webFolder)) return
  await app.register(fastifyStatic, {
    root: webFolder,
    wildcard: false,
    setHeaders: (reply, path) => {
      reply.header(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      )
    },
  })
  app.setNotFoundHandler((request, reply) => {
    if (request.method !== 'GET' || request.url.startsWith('/assets/')) return reply.status(404).send()
    return reply.header('cache-control', 'no-cache').sendFile('index.html')
  })
}

/** Jobs as they are run in their own thread; one that was lost with the thread is begun again, once. */
const threadedJobs = (settings: Settings, office: Office, ownerUrl: string): Record<string, JobHandler> => {
  const { district, name, zone, demo } = office
  const thread = openJobThread({ settings, ownerUrl, office: { district, name, zone, demo } })
  const kinds = modules.flatMap((module) => Object.keys(module.jobs(office)))
  return Object.fromEntries(
    kinds.map((kind) => [
      kind,
      async ({ id, input }, { actor }, report) => {
        const run = () => thread.run({ kind, job: { id, input }, owner: actor.id }, report)
        const result = await run().catch((error: unknown) => {
          if (error instanceof ThreadLost) return run()
          throw error
        })
        // The job may have changed areas, and it did so in its own thread.
        await office.areas.refresh()
        return result
      },
    ]),
  )
}

const startJobs = (settings: Settings, office: Office, ownerUrl: string) =>
  office.jobs.start(threadedJobs(settings, office, ownerUrl), {
    repositoryOf: async (owner) => {
      const actor = await loadActor(office.connection.db, office.district, { id: owner }, todayAt(office))
      if (!actor) throw new Error(`no staff member ${owner}`)
      return repositoryFor(office, actor)
    },
    // What is the file's or the person's fault is told to them; only ours is logged.
    onError: (error, job) => {
      if (!(error instanceof Problem)) office.log.error({ err: error, job }, 'job failed')
    },
    schedules: [
      {
        name: 'seal-audit',
        cron: '* * * * *',
        run: async () => {
          await sealAudit(office.connection.db, office.district)
        },
      },
      {
        name: 'clear-files',
        cron: '17 * * * *',
        run: async () => {
          await office.files.clearExpired(office.connection.db, office.district)
        },
      },
    ],
  })

/** Keeps the modules' beats going; the function that it answers ends them, after those under way. */
const startBeats = (office: Office): (() => Promise<void>) => {
  const closing = new AbortController()
  const keep = async ({ name, everySeconds, run }: Beat) => {
    while (!closing.signal.aborted) {
      await run().catch((error: unknown) => office.log.error({ err: error, beat: name }, 'beat failed'))
      await setTimeout(everySeconds * 1000, undefined, { signal: closing.signal }).catch(() => undefined)
    }
  }
  const kept = modules.flatMap((module) => module.beats?.(office) ?? []).map(keep)
  return async () => {
    closing.abort()
    await Promise.all(kept)
  }
}

export interface RunningServer {
  /** Where the page is, such as `http://127.0.0.1:8080`. */
  readonly address: string
  readonly app: FastifyInstance
  close(): Promise<void>
}

const portProblem = (error: unknown, port: number): unknown => {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE')
    return new Error(`端口 ${port} 已被别的程序占用。请换一个端口：PORT=${port + 1} npm start`)
  if (code === 'EACCES')
    return new Error(`没有权限使用端口 ${port}。请换一个大于 1024 的端口：PORT=8080 npm start`)
  return error
}

/** Throws with a sentence where the port cannot be had, before anything is set up. */
export const refuseTakenPort = ({ host, port }: Settings): Promise<void> =>
  new Promise((done, fail) => {
    const probe = createServer()
    probe.on('error', (error) => fail(portProblem(error, port)))
    probe.listen(port, host, () => probe.close(() => done()))
  })

/** Listens, with a sentence where the port is taken. */
const listen = async (app: FastifyInstance, { host, port }: Settings): Promise<string> => {
  try {
    return await app.listen({ host, port })
  } catch (error) {
    throw portProblem(error, port)
  }
}

/** Serves a house: page, API and jobs. */
export const serve = async (
  settings: Settings,
  office: Office,
  ownerUrl: string,
  extend: (app: FastifyInstance) => void = () => undefined,
): Promise<RunningServer> => {
  const app = await buildApp(office, modules, { secure: settings.secure, trustProxy: settings.secure })
  extend(app)
  await mountPage(app)
  const address = await listen(app, settings)
  await startJobs(settings, office, ownerUrl)
  const stopBeats = startBeats(office)
  return {
    address,
    app,
    async close() {
      await stopBeats()
      await app.close()
    },
  }
}
