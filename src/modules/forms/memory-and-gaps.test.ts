import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '../../platform/server/permission/actor.ts'
import { findRow } from '../../platform/server/repository/find.ts'
import { getHistory } from '../../platform/server/repository/history.ts'
import { listRecords } from '../../platform/server/repository/list.ts'
import { valuesOf } from '../../platform/server/repository/write.ts'
import { at } from '../../platform/server/testing/test-office.ts'
import { disability } from '../ledgers/index.ts'
import { formRequest } from './definition.ts'
import { blankForm, type FormDesk, openFormDesk, plainHeaders } from './testing/form-desk.ts'

let desk: FormDesk
let ids: { person: string; entry: string }[]
beforeAll(async () => {
  desk = await openFormDesk()
  ids = await desk.enrol([
    { name: '赵一', idNumber: desk.nextId(), certificateNumber: '990101195603080011', mobile: '13700000001' },
    { name: '钱二', idNumber: desk.nextId(), mobile: '13700000002' },
    { name: '孙三', idNumber: desk.nextId(), area: 'northSecond' },
  ])
})
afterAll(() => desk.house.close())

const open = async (headers: readonly (string | string[])[], title?: string, actor: Actor = desk.clerk) => {
  const file = await desk.put(actor, '登记表.xlsx', await blankForm(headers, title))
  const { request } = await desk.run<{ request: string }>(actor, 'openFormRequest', { file })
  return desk.view(actor, request)
}
const rows = { definition: 'disability', where: 'level in ["1", "2"]' }

interface Gap {
  request: string
  records: number
  fields: { key: string; text: string }[]
  areas: { areaName: string; records: number }[]
}
interface GapPage {
  total: number
  next: string | null
  rows: { name: string; records: { definition: string; id: string; version: number; fields: string[] }[] }[]
}
const gapsFor = async (actor: Actor, request: string) =>
  (await desk.ask<{ gaps: Gap[] }>(actor, '/api/form-gaps')).gaps.find((gap) => gap.request === request)
const gapPage = (actor: Actor, request: string, query: object = {}) =>
  desk.ask<GapPage>(actor, '/api/form-gaps/:request', { request }, query)

it('remembers what was confirmed: the next copy needs nothing, a changed one asks for the difference alone', async () => {
  const headers = ['序号', '姓名', '证号', '特别项', '残疾等级']
  const first = await open(headers)
  expect(first.counts.asks).toBeGreaterThan(0)
  const mapping = { C: 'disability.certificateNumber', D: 'person.age' }
  await desk.run(desk.clerk, 'confirmForm', {
    id: first.id,
    version: 1,
    sheets: [{ name: 'Sheet1', rows, mapping }],
  })

  const again = await open(headers, '下个月的登记表', desk.other)
  expect(again.counts.asks).toBe(0)
  const [sheet] = again.sheets
  expect(sheet).toMatchObject({ rows, memory: { match: 'same', confirmedBy: '小王' } })
  expect(sheet!.fields.map(({ key, by }) => [key, by])).toEqual([
    ['meta.serialNumber', 'memory'],
    ['person.name', 'memory'],
    ['disability.certificateNumber', 'memory'],
    ['person.age', 'memory'],
    ['disability.level', 'memory'],
  ])
  const changed = await open(['序号', '姓名', '特别项', '怪东西', '证号', '残疾等级'])
  expect(changed.sheets[0]!.memory).toMatchObject({ match: 'changed', added: ['怪东西'], gone: [] })
  expect(changed.sheets[0]!.fields.filter(({ asks }) => asks).map(({ header }) => header)).toEqual(['怪东西'])
  expect(changed.sheets[0]!.fields[2]).toMatchObject({ header: '特别项', key: 'person.age', by: 'memory' })
})

it('hands out what is missing by grid, and takes answers into the ledger with their history', async () => {
  const { id } = await open(plainHeaders)
  const all = await gapsFor(desk.clerk, id)
  expect(all).toMatchObject({
    records: 2,
    fields: [{ text: '这 2 人缺残疾人证号' }, { text: '这 1 人缺手机号码' }],
    areas: [{ records: 1 }, { records: 1 }],
  })
  expect((await gapsFor(desk.worker, id))!.records).toBe(1)
  expect(await gapsFor(desk.other, id)).toBeUndefined()
  const page = await gapPage(desk.worker, id)
  expect(page).toMatchObject({ total: 1, next: null, rows: [{ name: '钱二' }] })
  const [record] = page.rows[0]!.records
  expect(record).toMatchObject({ definition: 'disability', fields: ['certificateNumber'] })

  const answer = { request: id, ...record!, values: { certificateNumber: '990101195603080043' } }
  await desk.run(desk.worker, 'completeGap', answer)
  const row = (await findRow(desk.repository(desk.worker), disability, ids[1]!.entry))!.row
  expect(valuesOf(desk.repository(desk.worker), disability, row)).toMatchObject({
    certificateNumber: '990101195603080043',
  })
  expect((await getHistory(desk.repository(desk.worker), disability, ids[1]!.entry)).at(-1)).toMatchObject({
    kind: 'corrected',
    by: '小张',
    reason: '补填《一、二级残疾人登记表》的缺项',
  })
  expect(await gapsFor(desk.worker, id)).toBeUndefined()
  await expect(
    desk.run(desk.worker, 'completeGap', { ...answer, version: record!.version + 1 }),
  ).rejects.toMatchObject({ code: 'record.stale' })
})

it('pages through many, does not ask again where there is nothing to enter, and refuses what nobody asked', async () => {
  const { id, version } = await open(plainHeaders)
  const first = await gapPage(desk.clerk, id, { limit: 1 })
  expect(first.rows.map(({ name }) => name)).toEqual(['孙三'])
  const [person, entry] = first.rows[0]!.records.toSorted((one, other) =>
    other.definition.localeCompare(one.definition),
  )
  const none = { request: id, definition: person!.definition, id: person!.id, version: person!.version }
  await desk.run(desk.clerk, 'completeGap', { ...none, none: person!.fields })
  expect((await gapsFor(desk.clerk, id))!.fields.map(({ text }) => text)).toEqual(['这 1 人缺残疾人证号'])
  const strange = { ...entry!, request: id, values: { cause: '1' } }
  await expect(desk.run(desk.clerk, 'completeGap', strange)).rejects.toMatchObject({ code: 'field.invalid' })
  await desk.run(desk.clerk, 'closeFormRequest', { id, version })
  expect(await gapsFor(desk.clerk, id)).toBeUndefined()
  await expect(gapPage(desk.clerk, id)).rejects.toMatchObject({ code: 'form.not_found' })
})

it('keeps the burden: who asked, how many cells the machine took over, and the same field asked again', async () => {
  const earlier = await open(['姓名', '残疾等级', '民族'], '区民政局残疾人名册')
  await desk.run(desk.clerk, 'fillFormRequest', { id: earlier.id, version: 1, purpose: '上报' })
  await desk.work()
  const later = await open(['姓名', '民族'], '区统战部少数民族名册')
  expect(later.askedBefore.filter(({ request }) => request === earlier.id)).toMatchObject([
    { element: expect.any(String), answered: true },
    { element: expect.any(String), answered: true },
  ])
  const { rows: lines } = await listRecords(desk.repository(desk.clerk), formRequest, { limit: 50 })
  expect(lines.find((line) => line.id === earlier.id)!.values).toMatchObject({
    title: '区民政局残疾人名册',
    cellCount: 6,
    minutesSaved: 1.2,
  })
  expect(lines.find((line) => line.id === later.id)!.values.repeatedCount).toBe(2)
  await desk.run(desk.officer, 'setTypingTime', { seconds: 20 })
  const burden = await desk.ask<{
    secondsPerCell: number
    assumption: string
    requests: number
    minutes: number
    repeated: { element: string; times: number }[]
  }>(desk.clerk, '/api/form-burden', {}, { area: at('north') })
  expect(burden).toMatchObject({
    secondsPerCell: 20,
    assumption: expect.stringContaining('20 秒'),
    minutes: 1.2,
  })
  expect(burden.repeated[0]).toMatchObject({ element: 'person.name' })
  const other = await desk.ask<{ requests: number }>(desk.other, '/api/form-burden')
  expect(other.requests).toBe(1)
})
