import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { levelOf, parentOf } from '../../../core/area/index.ts'
import { makeIdNumber } from '../../../core/identity/index.ts'
import { addDays } from '../../../core/time/index.ts'
import { runAction } from '../../../platform/server/action/run-action.ts'
import { makeCipher } from '../../../platform/server/cipher/cipher.ts'
import { openKeyRing } from '../../../platform/server/cipher/key-ring.ts'
import type { JobQueue } from '../../../platform/server/jobs/job-queue.ts'
import { newId } from '../../../platform/server/new-id.ts'
import { type Office, repositoryFor, todayAt } from '../../../platform/server/office.ts'
import { loadActor } from '../../../platform/server/permission/load-actor.ts'
import { createTestDatabase, type TestDatabase } from '../../../platform/server/testing/test-database.ts'
import { at, testAreas } from '../../../platform/server/testing/test-office.ts'
import { modules } from '../modules.ts'
import { openRecords } from '../open-office.ts'
import { readSettings } from '../settings.ts'
import { type JobThread, openJobThread, ThreadLost } from './job-thread.ts'

const rows = 6000
const row = { district: '990101', name: '示范区', zone: 'Asia/Shanghai', demo: false }

/** The file of a community: everybody once. */
const fileOf = (count: number): Buffer => {
  const lines = Array.from({ length: count }, (_, index) => {
    const idNumber = makeIdNumber(
      '990101',
      addDays('1935-01-01', Math.floor(index / 499) * 31),
      (index % 499) * 2 + 1,
    )
    return `赵${index},男,${idNumber},肢体残疾,二级,第一网格`
  })
  return Buffer.from(`姓名,性别,身份证号,残疾类别,残疾等级,所属网格\n${lines.join('\n')}`)
}

let database: TestDatabase
let folder: string
let office: Office
let thread: JobThread
let clerk: string
const sent: { kind: string; input: Record<string, unknown> }[] = []

beforeAll(async () => {
  database = await createTestDatabase()
  folder = await mkdtemp(join(tmpdir(), 'youju-thread-'))
  const settings = readSettings({ YOUJU_DATA: folder })
  const { connection } = database
  const { db } = connection
  await db.insertInto('office').values(row).execute()
  for (const [path, name] of Object.values(testAreas))
    await db
      .insertInto('area')
      .values({
        district: row.district,
        path,
        name,
        level: levelOf(path),
        parent: parentOf(path) ?? null,
        valid_from: '2020-01-01',
      })
      .execute()
  clerk = newId()
  const { district } = row
  await db
    .insertInto('staff')
    .values({ district, id: clerk, name: '小王', username: 'wang', account: 'a' })
    .execute()
  await db
    .insertInto('post')
    .values({
      district,
      id: newId(),
      staff: clerk,
      role: 'clerk',
      area: at('north'),
      valid_from: '2024-01-01',
    })
    .execute()
  const send: JobQueue['send'] = async (_, { kind, input }) => {
    sent.push({ kind, input })
    return newId()
  }
  office = {
    ...row,
    ...(await openRecords(settings, connection, district)),
    connection,
    cipher: makeCipher(await openKeyRing(settings.keyFile)),
    accounts: undefined as never,
    jobs: { send } as JobQueue,
    log: pino({ level: 'silent' }),
    privateHosts: [],
  }
  thread = openJobThread({ settings, ownerUrl: database.url, office: row })
})
afterAll(async () => {
  await thread.close()
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

const actor = async () =>
  (await loadActor(office.connection.db, row.district, { id: clerk }, todayAt(office)))!

const act = async (name: string, input: unknown) => {
  const action = modules.flatMap((module) => module.actions).find(({ contract }) => contract.name === name)!
  return (await runAction(office, await actor(), action, input, randomUUID())) as { import: string }
}

/** Runs what was sent last; `tell` hears how far it comes. */
const work = async (tell: () => Promise<void> = async () => undefined) => {
  const { kind, input } = sent.at(-1)!
  return await thread.run({ kind, job: { id: newId(), input }, owner: clerk }, tell)
}

const count = async (table: string): Promise<number> =>
  (await office.connection.pool.query(`select count(*) as n from ${table}`)).rows[0].n

describe('jobs in their own thread', () => {
  test('an import whose thread is killed half-way leaves nothing, and runs whole when it is begun again', async () => {
    const repository = repositoryFor(office, await actor())
    const file = await office.files.put(repository, {
      name: '残疾人.csv',
      type: 'text/csv',
      bytes: fileOf(rows),
    })
    const { import: id } = await act('startImport', { file: file.id })
    expect((await work()).message).toBe(`共 ${rows} 行，可导入 ${rows} 行，有误 0 行`)

    await act('confirmImport', { id, on: '2026-01-01' })
    await expect(work(() => thread.close())).rejects.toThrow(ThreadLost)
    expect([await count('person'), await count('ledger_entry')]).toEqual([0, 0])

    expect((await work()).message).toContain(`新增 ${rows} 行`)
    expect([await count('person'), await count('ledger_entry')]).toEqual([rows, rows])
  })

  test('what a job refuses is told in its words', async () => {
    const repository = repositoryFor(office, await actor())
    const file = await office.files.put(repository, {
      name: '图.csv',
      type: '',
      bytes: Buffer.from('%PDF-1.7'),
    })
    await act('startImport', { file: file.id })
    await expect(work()).rejects.toMatchObject({ code: 'file.unreadable' })
  })
})
