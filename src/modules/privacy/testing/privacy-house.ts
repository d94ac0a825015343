import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { makeIdNumber } from '../../../core/identity/index.ts'
import type { Action } from '../../../platform/server/action/define-action.ts'
import { buildApp } from '../../../platform/server/http/build-app.ts'
import type { Beat } from '../../../platform/server/http/module.ts'
import type { Actor } from '../../../platform/server/permission/actor.ts'
import { platformModule } from '../../../platform/server/records/platform-module.ts'
import { platformTraces } from '../../../platform/server/repository/trace.ts'
import { at, createTestOffice, type TestOffice } from '../../../platform/server/testing/test-office.ts'
import { builtInLedgers } from '../../ledgers/index.ts'
import { ledgersServer } from '../../ledgers/server.ts'
import { registryRecords } from '../../registry/index.ts'
import { registryServer } from '../../registry/server.ts'
import { privacyServer, retentionServer } from '../server.ts'

/** A house with a registry, ledgers and what protects people in them. */
export interface PrivacyHouse {
  readonly house: TestOffice
  readonly app: FastifyInstance
  readonly clerk: Actor
  /** Carries out an action by its name; throws the Problem that refuses it. */
  // biome-ignore lint/suspicious/noExplicitAny: each action answers as it does
  act(name: string, input: object, actor?: Actor): Promise<any>
  /** A resident of the first grid, with an ID number of their own; answers id and number. */
  resident(name: string, more?: object): Promise<{ id: string; idNumber: string }>
  /** Sends the form of a public page as the n-th visitor. */
  send(
    url: string,
    form: Record<string, string>,
    visitor?: number,
  ): Promise<{ statusCode: number; body: string }>
  /** What is looked at again and again. */
  beats(): readonly Beat[]
  /** Signs somebody in. */
  cookieOf(actor: Actor): Promise<string>
  close(): Promise<void>
}

export const openPrivacyHouse = async (): Promise<PrivacyHouse> => {
  const house = await createTestOffice({
    records: new Map(registryRecords.map((record) => [record.name, record])),
    ledgers: new Map(builtInLedgers.map((ledger) => [ledger.name, ledger])),
    metrics: new Map(),
  })
  const held = [platformModule(new Map()), registryServer, ledgersServer, privacyServer]
  const traces = [...platformTraces, ...held.flatMap((module) => module.traces ?? [])]
  const modules = [...held, retentionServer(traces)]
  await house.startJobs(modules)
  const app = await buildApp(house.office, modules, { secure: false, trustProxy: true })
  const clerk = await house.hire('clerk', at('north'), '经办人张三')
  const actions = new Map<string, Action>(
    modules.flatMap((module) => module.actions.map((one) => [one.contract.name, one] as const)),
  )
  let born = 0
  const cookies = new Map<string, string>()
  const act: PrivacyHouse['act'] = (name, input, actor = clerk) => house.run(actor, actions.get(name)!, input)
  return {
    house,
    app,
    clerk,
    act,
    async resident(name, more = {}) {
      const idNumber = makeIdNumber('990101', '1950-03-01', ++born)
      const { record } = await act('registerPerson', {
        area: at('northFirst'),
        on: '2025-01-01',
        values: { name, sex: '1', birthDate: '1950-03-01', idNumber, mobile: '13812345678', ...more },
      })
      return { id: record.id, idNumber }
    },
    send: (url, form, visitor = 1) =>
      app.inject({
        method: 'POST',
        url,
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'x-forwarded-for': `10.2.${Math.floor(visitor / 250)}.${visitor % 250}`,
          host: 'youju.test',
          origin: 'http://youju.test',
          'x-request-id': randomUUID(),
        },
        payload: new URLSearchParams(form).toString(),
      }),
    beats: () => modules.flatMap((module) => module.beats?.(house.office) ?? []),
    async cookieOf({ name }) {
      const known = cookies.get(name)
      if (known) return known
      const answer = await app.inject({
        method: 'POST',
        url: '/api/auth/sign-in/username',
        payload: { username: name, password: 'test-password-1' },
      })
      const set = [answer.headers['set-cookie']].flat()
      const cookie = set.map((one) => String(one).split(';')[0]).join('; ')
      cookies.set(name, cookie)
      return cookie
    },
    async close() {
      await app.close()
      await house.close()
    },
  }
}
