import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { levelOf, parentOf } from '../../../core/area/index.ts'
import type { Role } from '../../contract/right.ts'
import type { Action } from '../action/define-action.ts'
import { runAction } from '../action/run-action.ts'
import { makeCipher } from '../cipher/cipher.ts'
import { freshKeyRing } from '../cipher/key-ring.ts'
import { openFileStore } from '../files/file-store.ts'
import type { ServerModule } from '../http/module.ts'
import { type AccountSettings, openAccounts } from '../identity/accounts.ts'
import { openJobQueue } from '../jobs/job-queue.ts'
import { newId } from '../new-id.ts'
import { type Office, repositoryFor, todayAt } from '../office.ts'
import type { Actor } from '../permission/actor.ts'
import { loadAreaTree } from '../permission/area-tree.ts'
import { loadActor } from '../permission/load-actor.ts'
import type { Catalogue, Repository } from '../repository/repository.ts'
import { createTestDatabase } from './test-database.ts'

const testDistrict = '990101'

/** A district, a subdistrict, two communities with two grids each, and a second subdistrict. */
export const testAreas = {
  district: ['990101', '示范区'],
  subdistrict: ['990101001', '幸福街道'],
  north: ['990101001001', '城北社区'],
  northFirst: ['990101001001001', '城北第一网格'],
  northSecond: ['990101001001002', '城北第二网格'],
  south: ['990101001002', '城南社区'],
  southFirst: ['990101001002001', '城南第一网格'],
  southSecond: ['990101001002002', '城南第二网格'],
  other: ['990101002', '平安街道'],
} as const

/** Path of one of the {@link testAreas}. */
export const at = (name: keyof typeof testAreas): string => testAreas[name][0]

export interface TestOffice {
  readonly office: Office
  /** The owner of the tables, for what the application may not do. */
  readonly ownerUrl: string
  /** A new staff member with one post, and an account with the password `test-password-1`. */
  hire(role: Role, area: string, username?: string): Promise<Actor>
  repository(actor: Actor): Repository
  /** Carries out an action as its actor would over HTTP; a key may be given to repeat it. */
  run(actor: Actor, action: Action, input: unknown, key?: string): Promise<never>
  /** Starts the jobs of modules, so that what is sent is done. */
  startJobs(modules: readonly ServerModule[]): Promise<void>
  close(): Promise<void>
}

/** A running house of its own for a test file: real database, files, accounts and jobs. */
export const createTestOffice = async (
  catalogue: Catalogue,
  signIn: Pick<AccountSettings, 'trustedOrigins' | 'singleSignOn'> = { trustedOrigins: [] },
): Promise<TestOffice> => {
  const database = await createTestDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'youju-files-'))
  const { connection } = database
  const { db } = connection
  const district = testDistrict
  await db.insertInto('office').values({ district, name: '示范区', demo: false }).execute()
  for (const [path, name] of Object.values(testAreas))
    await db
      .insertInto('area')
      .values({
        district,
        path,
        name,
        level: levelOf(path).name,
        parent: parentOf(path) ?? null,
        valid_from: '2020-01-01',
      })
      .execute()
  const accounts = openAccounts({
    databaseUrl: database.url,
    secret: randomBytes(32).toString('hex'),
    secureCookies: false,
    ...signIn,
  })
  const office: Office = {
    district,
    name: '示范区',
    zone: 'Asia/Shanghai',
    demo: false,
    connection,
    catalogue,
    cipher: makeCipher(freshKeyRing()),
    areas: await loadAreaTree(db, district),
    accounts,
    files: openFileStore(folder),
    jobs: await openJobQueue(database.url, db, district),
    log: pino({ level: 'silent' }),
    privateHosts: ['127.0.0.1'],
  }
  return {
    office,
    ownerUrl: database.url,
    async hire(role, area, username = `${role.toLowerCase()}${randomUUID().slice(0, 6)}`) {
      const account = await accounts.create({ username, password: 'test-password-1', name: username })
      const id = newId()
      await db.insertInto('staff').values({ district, id, name: username, username, account }).execute()
      await db
        .insertInto('post')
        .values({ district, id: newId(), staff: id, role, area, valid_from: '2024-01-01' })
        .execute()
      return (await loadActor(db, district, { id }, todayAt(office)))!
    },
    repository: (actor) => repositoryFor(office, actor),
    run: (actor, action, input, idempotencyKey = randomUUID()) =>
      runAction(office, actor, action, input, idempotencyKey) as Promise<never>,
    startJobs: (modules) =>
      office.jobs.start(Object.assign({}, ...modules.map((module) => module.jobs(office))), {
        repositoryOf: async (owner) =>
          repositoryFor(office, (await loadActor(db, district, { id: owner }, todayAt(office)))!),
        onError: () => undefined,
        schedules: [],
      }),
    async close() {
      await office.jobs.stop()
      await accounts.close()
      await database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
