import { randomUUID } from 'node:crypto'
import type { Action } from '../../../platform/server/action/define-action.ts'
import { runAction } from '../../../platform/server/action/run-action.ts'
import type { Reader } from '../../../platform/server/http/mount-route.ts'
import type { JobQueue, Report } from '../../../platform/server/jobs/job-queue.ts'
import { newId } from '../../../platform/server/new-id.ts'
import { type Office, repositoryFor } from '../../../platform/server/office.ts'
import type { Actor } from '../../../platform/server/permission/actor.ts'
import { createTestOffice } from '../../../platform/server/testing/test-office.ts'
import { registryRecords } from '../../registry/index.ts'
import type { ImportView } from '../contract.ts'
import { builtInLedgers } from '../definition.ts'
import { importActions, importDownloads, importJobs, importReaders } from '../import/index.ts'

interface SentJob {
  kind: string
  owner: Actor
  input: Record<string, unknown>
}

const named = <Named extends { name: string }>(list: readonly Named[]) =>
  new Map(list.map((each) => [each.name, each]))

const silent: Report = async () => undefined

/** An office whose import jobs run when the test says so, and fail to its face. */
export const openImportOffice = async () => {
  const house = await createTestOffice({
    records: named(registryRecords),
    ledgers: named(builtInLedgers),
    metrics: new Map(),
  })
  const sent: SentJob[] = []
  const jobs: Pick<JobQueue, 'send'> = {
    async send(repository, { kind, input }) {
      sent.push({ kind, input, owner: repository.actor })
      return newId()
    },
  }
  const office: Office = { ...house.office, jobs: { ...house.office.jobs, ...jobs } }
  const handlers = importJobs(office)
  const actions = new Map(
    importActions.map((action) => [action.contract.name, action as unknown as Action] as const),
  )
  const reader = importReaders.find(({ route }) => route.path === '/api/imports/:id') as unknown as Reader
  const handle = ({ kind, owner, input }: SentJob, report: Report) =>
    handlers[kind]!({ id: newId(), input }, repositoryFor(office, owner), report)

  return {
    office,
    ownerUrl: house.ownerUrl,
    hire: house.hire,
    close: house.close,
    run: (actor: Actor, name: string, input: unknown) =>
      runAction(office, actor, actions.get(name)!, input, randomUUID()),
    async work(report: Report = silent) {
      for (const job of sent.splice(0)) await handle(job, report)
    },
    workTogether: () => Promise.all(sent.splice(0).map((job) => handle(job, silent))),
    put: async (actor: Actor, name: string, bytes: Uint8Array) =>
      (await office.files.put(repositoryFor(office, actor), { name, type: '', bytes })).id,
    view: (actor: Actor, id: string) =>
      reader.answer(
        repositoryFor(office, actor),
        { params: { id }, query: {} },
        office,
      ) as Promise<ImportView>,
    faults: (actor: Actor, id: string) =>
      importDownloads[0]!.run(repositoryFor(office, actor), { id }, office),
  }
}

export type ImportOffice = Awaited<ReturnType<typeof openImportOffice>>
