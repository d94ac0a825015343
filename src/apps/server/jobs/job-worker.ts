import { parentPort, workerData } from 'node:worker_threads'
import pino from 'pino'
import { Problem } from '../../../platform/contract/problem.ts'
import { makeCipher } from '../../../platform/server/cipher/cipher.ts'
import { followKeyRing } from '../../../platform/server/cipher/key-ring.ts'
import { connect } from '../../../platform/server/database/connect.ts'
import { type Office, repositoryFor, todayAt } from '../../../platform/server/office.ts'
import { loadActor } from '../../../platform/server/permission/load-actor.ts'
import { modules } from '../modules.ts'
import { openRecords } from '../open-office.ts'
import { absentAccounts, absentJobs } from '../outside-server.ts'
import type { RunMessage, ThreadData, Told } from './thread-messages.ts'

// The thread in which jobs run, so that requests do not wait for them. It has a connection of its own.
const { settings, ownerUrl, office: row } = workerData as ThreadData
const connection = connect(ownerUrl, { max: 4 })
const cipher = makeCipher(await followKeyRing(settings.keyFile))
const tell = (told: Told) => parentPort!.postMessage(told)

/** The office as it is now: own ledgers and areas may have changed since the job before. */
const openOffice = async (): Promise<Office> => ({
  ...row,
  ...(await openRecords(settings, connection, row.district)),
  connection,
  cipher,
  accounts: absentAccounts,
  jobs: absentJobs,
  log: pino({ level: process.env.LOG_LEVEL ?? 'warn' }),
  privateHosts: settings.privateHosts,
})

const run = async ({ kind, job, owner }: RunMessage): Promise<Told> => {
  const office = await openOffice()
  const handler = modules.map((module) => module.jobs(office)[kind]).find(Boolean)
  const actor = await loadActor(connection.db, row.district, { id: owner }, todayAt(office))
  if (!handler || !actor) throw new Error(`no handler for job ${kind}, or no staff member ${owner}`)
  const result = await handler(job, repositoryFor(office, actor), async (progress) =>
    tell({ told: 'progress', progress }),
  )
  return { told: 'done', result }
}

parentPort!.on('message', (message: RunMessage) => {
  run(message)
    .catch(
      (error: unknown): Told =>
        error instanceof Problem
          ? { told: 'refused', code: error.code, message: error.message }
          : { told: 'failed', error },
    )
    .then(tell)
})
