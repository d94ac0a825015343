import { randomUUID } from 'node:crypto'
import { userInfo } from 'node:os'
import pino from 'pino'
import { Problem } from '../../platform/contract/problem.ts'
import type { AreaView } from '../../platform/contract/session.ts'
import { runAction } from '../../platform/server/action/run-action.ts'
import type { JobResult, Report } from '../../platform/server/jobs/job-queue.ts'
import { newId } from '../../platform/server/new-id.ts'
import { type Office, repositoryFor, todayAt } from '../../platform/server/office.ts'
import { type Actor, areasWith } from '../../platform/server/permission/actor.ts'
import { loadActor } from '../../platform/server/permission/load-actor.ts'
import { systemActor } from '../../platform/server/permission/system-actor.ts'
import type { Repository } from '../../platform/server/repository/repository.ts'
import { modules } from '../server/modules.ts'
import { openRecords } from '../server/open-office.ts'
import { absentAccounts, absentJobs } from '../server/outside-server.ts'
import { findArea } from './find-area.ts'
import { getOffice, withDatabase } from './with-database.ts'

/** The house without its server: the same actions, questions and downloads, for one person, and their jobs at once. */
export interface HouseAtHand {
  readonly office: Office
  readonly repository: Repository
  /** Carries out an action by its name, as its page would. */
  act<Answer>(name: string, input: object): Promise<Answer>
  /** Asks a route by its path as the contract writes it. */
  ask<Answer>(path: string, params?: Record<string, string>): Promise<Answer>
  download(path: string, params: Record<string, string>): Promise<{ name: string; bytes: Uint8Array }>
  /** Does the jobs that actions left behind; answers what the last of them ended with. */
  doJobs(report: Report): Promise<JobResult | undefined>
  /** The area of that name, code or path. Throws with a sentence. */
  area(wanted: string): AreaView
}

/** Who sits at the keyboard: the audit names them beside whom they speak for. */
const operatingUser = (): string => {
  try {
    return userInfo().username
  } catch {
    return `uid ${process.getuid?.() ?? '?'}`
  }
}

const actorFor = async (office: Office, username: string | undefined): Promise<Actor> => {
  const named = (actor: Actor) => ({ ...actor, name: `${actor.name}（命令行，系统用户 ${operatingUser()}）` })
  if (username === undefined) return named(systemActor(office.district))
  const found = await office.connection.db
    .selectFrom('staff')
    .select('id')
    .where('district', '=', office.district)
    .where('username', '=', username)
    .executeTakeFirst()
  const actor =
    found &&
    (await loadActor(office.connection.db, office.district, { id: found.id as string }, todayAt(office)))
  if (!actor) throw new Error(`没有用户名为「${username}」的人员，--as 要写登录用的用户名。`)
  return named(actor)
}

/** Opens the house as the staff member `username`, or as the house itself, for one command. */
export const withHouse = <Result>(
  username: string | undefined,
  run: (house: HouseAtHand) => Promise<Result>,
): Promise<Result> =>
  withDatabase(async (database, settings) => {
    const row = await getOffice(database)
    const { connection, cipher } = database
    const sent: { id: string; kind: string; input: Record<string, unknown> }[] = []
    const office: Office = {
      ...row,
      connection,
      cipher,
      ...(await openRecords(settings, connection, row.district)),
      accounts: absentAccounts,
      jobs: {
        ...absentJobs,
        async send(_, { kind, input }) {
          const id = newId()
          sent.push({ id, kind, input })
          return id
        },
      },
      log: pino({ level: process.env.LOG_LEVEL ?? 'silent' }),
      privateHosts: settings.privateHosts,
    }
    const actor = await actorFor(office, username)
    const repository = repositoryFor(office, actor)
    return run({
      office,
      repository,
      act: async (name, input) => {
        const action = modules
          .flatMap(({ actions }) => actions)
          .find(({ contract }) => contract.name === name)!
        return (await runAction(office, actor, action, input, randomUUID())) as never
      },
      ask: async (path, params = {}) => {
        const { route, answer } = modules
          .flatMap(({ readers }) => readers)
          .find((reader) => reader.route.path === path)!
        if (route.right !== 'signedIn' && areasWith(actor, route.right).length === 0)
          throw new Problem('right.missing', `您的岗位不能查看「${route.title}」。`)
        return (await answer(repository, { params, query: route.query.parse({}) }, office)) as never
      },
      download: async (path, params) => {
        const download = modules.flatMap(({ downloads = [] }) => downloads).find((one) => one.path === path)!
        return download.run(repository, params, office)
      },
      doJobs: async (report) => {
        let result: JobResult | undefined
        for (const { id, kind, input } of sent.splice(0)) {
          const handler = modules.map((module) => module.jobs(office)[kind]).find(Boolean)!
          result = await handler({ id, input }, repository, report)
        }
        return result
      },
      area: (wanted) => findArea(office.areas, office.district, wanted),
    })
  })
