import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeCreditCode } from '../../../core/identity/index.ts'
import { listRecords } from '../../../platform/server/repository/list.ts'
import { facility, organisation } from '../../registry/index.ts'
import { book, messagesOf, openImportDesk } from '../testing/import-desk.ts'

let desk: Awaited<ReturnType<typeof openImportDesk>>
beforeAll(async () => {
  desk = await openImportDesk()
})
afterAll(() => desk.house.close())

const columns = '序号 单位名称 单位类别 统一社会信用代码 法定代表人 法定代表人电话 单位地址 所属网格'.split(
  ' ',
)
const line = (name: string, code: string | null, more: { kind?: string; legal?: string } = {}) => [
  '1',
  name,
  more.kind ?? '企业',
  code,
  more.legal ?? '何法人',
  '15400000001',
  '和平路 8 号',
  '第一网格',
]
const firms = (rows: (string | null)[][]) => book(rows, columns, '辖区单位登记表')

it('knows a list of organisations, registers each once by its credit code, and changes only what is new', async () => {
  const rows = [line('好码公司', '91350100M000100Y43'), line('无码小店', null, { kind: '个体户' })]
  const first = await desk.preview(await firms(rows), desk.clerk, {}, '单位.xlsx')
  expect(first).toMatchObject({ ledger: 'organisation', counts: { rows: 2, add: 2, faulty: 0 } })
  await desk.confirm(first.id)
  const list = () => listRecords(desk.repository(desk.clerk), organisation, { limit: 10, sort: 'name' })
  expect((await list()).rows.map(({ display }) => [display.name, display.kind])).toEqual([
    ['好码公司', '企业'],
    ['无码小店', '个体工商户'],
  ])

  const again = await desk.preview(
    await firms([line('好码公司（新名）', '91350100M000100Y43'), line('无码小店', null, { kind: '个体户' })]),
  )
  expect(again.counts).toMatchObject({ add: 0, change: 1, same: 1 })
  await desk.confirm(again.id)
  expect((await list()).rows.map(({ display }) => display.name)).toEqual(['好码公司（新名）', '无码小店'])
})

it('refuses a wrong credit code, one that is written twice, and one registered outside one’s area', async () => {
  const wrong = await desk.preview(await firms([line('错码公司', '91350100M000100Y4A')]))
  expect(messagesOf(wrong).join()).toContain('校验码不对')
  const twin = makeCreditCode('91990101000000001')
  const twice = await desk.preview(await firms([line('甲公司', twin), line('乙公司', twin)]))
  expect(twice.counts).toMatchObject({ add: 1, faulty: 1 })
  const foreign = await desk.preview(await firms([line('好码公司', '91350100M000100Y43')]), desk.other)
  expect(foreign.counts).toMatchObject({ add: 0, faulty: 1 })
})

it('takes facilities in, by name within their area', async () => {
  const bytes = await book(
    [['1', '1号消防栓', '消火栓', '完好', '幸福里门口', '第一网格']],
    '序号 设施名称 设施类型 状态 设置位置 所属网格'.split(' '),
    '消防设施登记表',
  )
  const view = await desk.preview(bytes, desk.clerk, { ledger: 'facility' }, '设施.xlsx')
  expect(view.counts).toMatchObject({ add: 1, faulty: 0 })
  await desk.confirm(view.id)
  const { rows } = await listRecords(desk.repository(desk.clerk), facility, { limit: 5 })
  expect(rows[0]!.display).toMatchObject({ name: '1号消防栓', kind: '消防栓', state: '完好' })
})
