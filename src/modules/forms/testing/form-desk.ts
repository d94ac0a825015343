import { randomUUID } from 'node:crypto'
import { makeIdNumber } from '../../../core/identity/index.ts'
import { writeTable } from '../../../documents/xlsx/index.ts'
import type { Action } from '../../../platform/server/action/define-action.ts'
import { runAction } from '../../../platform/server/action/run-action.ts'
import type { Reader } from '../../../platform/server/http/mount-route.ts'
import { newId } from '../../../platform/server/new-id.ts'
import { type Office, repositoryFor } from '../../../platform/server/office.ts'
import type { Actor } from '../../../platform/server/permission/actor.ts'
import { insertRecord } from '../../../platform/server/repository/write.ts'
import { at, createTestOffice } from '../../../platform/server/testing/test-office.ts'
import { builtInLedgers, disability, ledgerMetrics } from '../../ledgers/index.ts'
import { person, registryMetrics, registryRecords } from '../../registry/index.ts'
import type { RequestView } from '../contract-request.ts'
import { formRequest } from '../definition.ts'
import { formMetrics } from '../metrics.ts'
import { formsServer } from '../server.ts'

const named = <Named extends { name: string }>(list: readonly Named[]) =>
  new Map(list.map((each) => [each.name, each]))

interface Sent {
  kind: string
  owner: Actor
  input: Record<string, unknown>
}

/** Somebody in the list of disabled people, as a test needs them. */
export interface Enrolled {
  name: string
  idNumber?: string | undefined
  birthDate?: string
  level?: string
  certificateNumber?: string | undefined
  mobile?: string | undefined
  area?: Parameters<typeof at>[0]
}

/** An office with two clerks, a grid worker and an officer; jobs run when the test says so. */
export const openFormDesk = async () => {
  const house = await createTestOffice({
    records: named(registryRecords),
    ledgers: named([...builtInLedgers, formRequest]),
    metrics: named([...registryMetrics, ...ledgerMetrics, ...formMetrics]),
  })
  const sent: Sent[] = []
  const office: Office = {
    ...house.office,
    jobs: {
      ...house.office.jobs,
      async send(repository, { kind, input }) {
        sent.push({ kind, input, owner: repository.actor })
        return newId()
      },
    },
  }
  const handlers = formsServer.jobs(office)
  const clerk = await house.hire('clerk', at('north'), '小王')
  const other = await house.hire('clerk', at('south'), '小李')
  const worker = await house.hire('gridWorker', at('northFirst'), '小张')
  const officer = await house.hire('officer', at('subdistrict'), '老赵')

  const run = <Answer>(actor: Actor, name: string, input: unknown): Promise<Answer> => {
    const action = formsServer.actions.find(({ contract }) => contract.name === name) as unknown as Action
    return runAction(office, actor, action, input, randomUUID()) as Promise<Answer>
  }
  const ask = <Answer>(
    actor: Actor,
    path: string,
    params: object = {},
    query: object = {},
  ): Promise<Answer> => {
    const reader = formsServer.readers.find(({ route }) => route.path === path) as unknown as Reader
    return reader.answer(
      repositoryFor(office, actor),
      { params: reader.route.params.parse(params), query: reader.route.query.parse(query) },
      office,
    ) as Promise<Answer>
  }
  let sequence = 0
  return {
    house,
    office,
    clerk,
    other,
    worker,
    officer,
    run,
    ask,
    repository: (actor: Actor) => repositoryFor(office, actor),
    nextId(birthDate = '1956-03-08') {
      sequence += 2
      return makeIdNumber('990101', birthDate, sequence + 1)
    },
    /** Does what was sent to be done; fails to its face. */
    async work() {
      for (const { kind, owner, input } of sent.splice(0))
        await handlers[kind]!({ id: newId(), input }, repositoryFor(office, owner), async () => undefined)
    },
    put: async (actor: Actor, name: string, bytes: Uint8Array) =>
      (await office.files.put(repositoryFor(office, actor), { name, type: '', bytes })).id,
    bytesOf: async (actor: Actor, file: string) =>
      (await office.files.get(repositoryFor(office, actor), file)).bytes,
    view: (actor: Actor, id: string) => ask<RequestView>(actor, '/api/form-requests/:id', { id }),
    /** Registers people with an entry each; answers the ids. */
    enrol: (people: readonly Enrolled[]) =>
      office.connection.db.transaction().execute(async (db) => {
        const within = repositoryFor(office, clerk, { db, command: newId() })
        const ids: { person: string; entry: string }[] = []
        for (const one of people) {
          const { name, idNumber, birthDate = '1956-03-08', level = '1', mobile } = one
          const area = at(one.area ?? 'northFirst')
          const [who, entry] = [newId(), newId()]
          await insertRecord(within, person, {
            id: who,
            area,
            on: '2026-01-01',
            values: { name, sex: '1', birthDate, idNumber, mobile },
          })
          await insertRecord(within, disability, {
            id: entry,
            area,
            subject: who,
            on: '2026-01-01',
            values: { kind: '4', level, certificateNumber: one.certificateNumber },
          })
          ids.push({ person: who, entry })
        }
        return ids
      }),
  }
}

export type FormDesk = Awaited<ReturnType<typeof openFormDesk>>

/** A blank form with these headers below a title. */
export const blankForm = (
  headers: readonly (string | string[])[],
  title = '一、二级残疾人登记表',
): Promise<Uint8Array> =>
  writeTable({
    sheet: 'Sheet1',
    title,
    subtitles: ['制表单位：区残联    填报单位：        填报日期：'],
    columns: headers.map((header) => ({ header })),
    rows: [],
  })

/** The headers that most tests use. */
export const plainHeaders = [
  '序号',
  '姓名',
  '身份证号',
  '残疾等级',
  '残疾证号',
  '联系电话',
  '宗教信仰',
  '备注',
]
