import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { HistoryStep, RecordView } from '../src/platform/contract/records.ts'
import { type Api, apiWith, signInTo } from './api.ts'
import { failToStart, type Office, startOffice } from './office.ts'
import { community } from './staff.ts'

const teams = 4
const editsEach = 16
const folders: string[] = []
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'youju-e2e-'))
  folders.push(folder)
  return folder
}
let running: Office | undefined
afterAll(async () => {
  await running?.stop()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

const addTeam = async (api: Api, number: number): Promise<string> => {
  const { record } = await api.act<{ record: RecordView }>('addEntry', {
    ledger: 'volunteerTeam',
    area: community,
    on: '2026-01-01',
    values: { name: `断电志愿队${number}`, kind: '99', managerName: '试', memberCount: 0 },
  })
  return record.id
}

/** One team's edits: the nth sets its number of members to n, so that what is stored tells how many arrived. */
interface Series {
  readonly id: string
  readonly keys: readonly string[]
  acknowledged: number
}

const edit = (api: Api, { id, keys }: Series, number: number) =>
  api.act<{ record: RecordView }>(
    'editEntry',
    {
      ledger: 'volunteerTeam',
      id,
      version: number,
      mode: 'correction',
      on: '2026-01-01',
      values: { memberCount: number },
    },
    keys[number],
  )

/** Goes on where the series stands, until its end or until the server is gone. */
const goOn = async (api: Api, series: Series): Promise<void> => {
  while (series.acknowledged < editsEach) {
    await edit(api, series, series.acknowledged + 1)
    series.acknowledged += 1
  }
}

const stored = (api: Api, { id }: Series) => api.get<RecordView>(`/api/records/volunteerTeam/${id}`)

test('nothing acknowledged is lost to a kill -9, and what was under way is done once', async () => {
  const data = newFolder()
  const first = await startOffice({ residents: 300, data })
  running = first
  const { cookie } = await signInTo(first.url, 'shegong')
  const before = apiWith(first.url, cookie)
  const series: Series[] = []
  for (let number = 1; number <= teams; number += 1) {
    const keys = Array.from({ length: editsEach + 1 }, () => randomUUID())
    series.push({ id: await addTeam(before, number), keys, acknowledged: 0 })
  }
  const under = series.map((one) => goOn(before, one).catch(() => undefined))
  await expect
    .poll(() => series.reduce((sum, { acknowledged }) => sum + acknowledged, 0), {
      timeout: 60_000,
      interval: 5,
    })
    .toBeGreaterThan((teams * editsEach) / 2)
  await first.kill9()
  await Promise.all(under)
  const cut = series.reduce((sum, { acknowledged }) => sum + acknowledged, 0)
  expect(cut).toBeLessThan(teams * editsEach)

  const holder = createServer().listen(0, '127.0.0.1')
  await once(holder, 'listening')
  const { port } = holder.address() as { port: number }
  const refused = await failToStart({ YOUJU_DATA: data, PORT: String(port) })
  holder.close()
  expect(refused.code).not.toBe(0)
  expect(refused.output).toMatch(new RegExp(`端口 ${port} 已被别的程序占用.*PORT=`))

  const second = await startOffice({ data })
  running = second
  const beside = await failToStart({ YOUJU_DATA: data, PORT: '0' })
  expect(beside.code).not.toBe(0)
  expect(beside.output).toMatch(/正被另一个有据进程使用.*YOUJU_DATA/)
  // The session outlived the server.
  const after = apiWith(second.url, cookie)
  for (const one of series) {
    const { values, version } = await stored(after, one)
    expect(values.memberCount).toBeOneOf([one.acknowledged, one.acknowledged + 1])
    expect(version).toBe(Number(values.memberCount) + 1)
  }
  await Promise.all(series.map((one) => goOn(after, one)))
  for (const one of series) {
    expect(await stored(after, one)).toMatchObject({
      version: editsEach + 1,
      values: { memberCount: editsEach },
    })
    const { steps } = await after.get<{ steps: HistoryStep[] }>(
      `/api/records/volunteerTeam/${one.id}/history`,
    )
    expect(steps).toHaveLength(editsEach + 1)
  }
  const auditor = await signInTo(second.url, 'shenji')
  expect(await auditor.act('verifyAudit', {})).toMatchObject({ intact: true, faults: [] })
  expect(await second.stop()).toBe(0)
  running = undefined
})

test('a folder that cannot be written to is told in a sentence', async () => {
  const file = join(newFolder(), 'a-file')
  writeFileSync(file, '')
  const { code, output } = await failToStart({ YOUJU_DATA: join(file, 'data'), PORT: '0' })
  expect(code).not.toBe(0)
  expect(output).toMatch(/[\u4e00-\u9fff].*YOUJU_DATA/)
  expect(output).not.toMatch(/\n\s+at /)
})
