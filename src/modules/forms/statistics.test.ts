import { afterAll, beforeAll, expect, it } from 'vitest'
import { readWorkbook, writeTable } from '../../documents/xlsx/index.ts'
import { type FormDesk, openFormDesk } from './testing/form-desk.ts'

let desk: FormDesk
beforeAll(async () => {
  desk = await openFormDesk()
  await desk.enrol([
    { name: '赵一', idNumber: desk.nextId(), level: '1' },
    { name: '钱二', idNumber: desk.nextId(), level: '2' },
    { name: '孙三', idNumber: desk.nextId(), level: '2', area: 'northSecond' },
    { name: '李四', idNumber: desk.nextId(), level: '4', area: 'southFirst' },
  ])
})
afterAll(() => desk.house.close())

const table = (columns: (string | string[])[], rows: string[], title = '持证残疾人统计表') =>
  writeTable({
    sheet: '统计',
    title,
    columns: columns.map((header) => ({ header })),
    rows: rows.map((label) => [label, ...columns.slice(1).map(() => null)]),
  })

const open = async (bytes: Uint8Array, actor = desk.officer) => {
  const file = await desk.put(actor, '统计表.xlsx', bytes)
  const { request } = await desk.run<{ request: string }>(actor, 'openFormRequest', { file })
  return desk.view(actor, request)
}

const fill = async (id: string, version: number, actor = desk.officer) => {
  await desk.run(actor, 'fillFormRequest', { id, version, purpose: '统计上报' })
  await desk.work()
  const view = await desk.view(actor, id)
  const read = await readWorkbook(await desk.bytesOf(actor, view.fills[0]!.file!))
  if (!read.ok) throw new Error(read.message)
  return { view, rows: read.value.sheets[0]!.rows.map(({ cells }) => cells.map(({ text }) => text)) }
}

const levels = ['残疾类别', '合计', '一级', '二级', '三级', '四级']

it('fills a cross table from metrics, each number a figure with its segment, area and day', async () => {
  const { id, sheets } = await open(await table(levels, ['肢体残疾', '视力残疾', '合计']))
  expect(sheets[0]).toMatchObject({
    shape: 'statistical',
    statistics: { metric: 'disability.certified', cells: 15 },
  })
  const { view, rows } = await fill(id, 1)
  expect(rows.slice(2)).toEqual([
    ['肢体残疾', '4', '1', '2', '0', '1'],
    ['视力残疾', '0', '0', '0', '0', '0'],
    ['合计', '4', '1', '2', '0', '1'],
  ])
  expect(view.fills[0]).toMatchObject({ cells: 15, notes: [] })
  const { rows: traced } = await desk.ask<{ rows: { cells: { place: string; figure: object | null }[] }[] }>(
    desk.officer,
    '/api/form-fills/:id/cells',
    { id: view.fills[0]!.id },
  )
  expect(traced[0]!.cells.find(({ place }) => place === 'D3')!.figure).toMatchObject({
    metric: 'disability.certified;kind=4;level=2',
    value: 2,
    unit: '人',
  })
})

it('splits by area where rows are communities', async () => {
  const { id } = await open(await table(['社区', '一级', '四级'], ['城北社区', '城南社区']))
  const { rows } = await fill(id, 1)
  expect(rows.slice(2)).toEqual([
    ['城北社区', '1', '0'],
    ['城南社区', '0', '1'],
  ])
})

it('lists what the labels do not tell rather than guessing, and leaves those cells empty', async () => {
  const { id } = await open(await table(['残疾类别', '一级', '领取轮椅数'], ['肢体残疾', '火星人']))
  const { view, rows } = await fill(id, 1)
  expect(rows[2]).toEqual(['肢体残疾', '1'])
  expect(rows[3]).toEqual(['火星人'])
  const { notes } = view.fills[0]!
  expect(notes).toHaveLength(3)
  expect(notes.find((note) => note.startsWith('C3'))).toContain('不能按“领取轮椅数”分开数')
  for (const note of notes) expect(note).toMatch(/^[A-Z]\d“.*没有填：.*。$/)
})

it('takes the metric that a person names', async () => {
  const { id, version } = await open(await table(['类别', '男', '女'], ['一级', '二级'], '某统计表'))
  const sheets = [{ name: '统计', rows: null, metric: 'disability.total' }]
  await desk.run(desk.officer, 'confirmForm', { id, version, sheets })
  const { rows } = await fill(id, version + 1)
  expect(rows.slice(2)).toEqual([
    ['一级', '1', '0'],
    ['二级', '2', '0'],
  ])
  await expect(
    desk.run(desk.officer, 'confirmForm', {
      id,
      version: version + 2,
      sheets: [{ ...sheets[0], metric: 'nothing' }],
    }),
  ).rejects.toMatchObject({ code: 'metric.not_found' })
})
