import { afterAll, beforeAll, expect, it } from 'vitest'
import { readWorkbook, type TableValue, writeTable } from '../../documents/xlsx/index.ts'
import type { Difference } from './contract-returns.ts'
import { type FormDesk, openFormDesk } from './testing/form-desk.ts'

let desk: FormDesk
beforeAll(async () => {
  desk = await openFormDesk()
  await desk.enrol([
    { name: '赵一', idNumber: desk.nextId(), level: '1', area: 'northFirst' },
    { name: '钱二', idNumber: desk.nextId(), level: '2', area: 'southFirst' },
    { name: '孙三', idNumber: desk.nextId(), level: '1', area: 'northSecond' },
    { name: '李四', idNumber: desk.nextId(), level: '1', area: 'northFirst' },
  ])
})
afterAll(() => desk.house.close())

/** A list with these columns, whose rows are as a department prints them. */
const grouped = (headers: readonly string[], rows: TableValue[][]) =>
  writeTable({
    sheet: '名单',
    title: '残疾人登记表',
    columns: headers.map((header) => ({ header })),
    rows: rows.map((row) => headers.map((_, index) => row[index] ?? null)),
  })

const fill = async (bytes: Uint8Array) => {
  const file = await desk.put(desk.officer, '登记表.xlsx', bytes)
  const { request } = await desk.run<{ request: string }>(desk.officer, 'openFormRequest', { file })
  const { version } = await desk.view(desk.officer, request)
  const order = { id: request, version, purpose: '上报区残联', sources: true }
  await desk.run(desk.officer, 'fillFormRequest', order)
  await desk.work()
  const { fills } = await desk.view(desk.officer, request)
  const read = await readWorkbook(await desk.bytesOf(desk.officer, fills[0]!.file!))
  if (!read.ok) throw new Error(read.message)
  const [sheet, sources] = read.value.sheets
  const rows = sheet!.rows.map((row) =>
    Array.from({ length: 4 }, (_, index) => row.cells.find(({ column }) => column === index + 1)?.text ?? ''),
  )
  return { request, rows, sources, fill: fills[0]! }
}

const byArea = ['序号', '所属社区', '姓名', '残疾等级']

it('puts people under the community that the form names, tells their cells, and reads the list when it comes back', async () => {
  const blank = await grouped(byArea, [
    ['', '城南社区'],
    ['', '小计'],
    ['', '城北社区'],
    ['', '小计'],
    ['', '合计'],
  ])
  const { request, rows, sources, fill: done } = await fill(blank)
  expect(rows.slice(2).map((row) => row.join(' ').trim())).toEqual([
    '1 城南社区 钱二 二级',
    '小计',
    expect.stringMatching(/^2 城北社区 (赵一|李四) 一级$/),
    expect.stringMatching(/^3 城北社区 (赵一|李四) 一级$/),
    '4 城北社区 孙三 一级',
    '小计',
    '合计',
  ])
  const told = sources!.rows.map(({ cells }) => cells[1]!.text)
  expect(told).toEqual(expect.arrayContaining(['C3', 'C5', 'C6', 'C7']))
  expect(told).not.toEqual(expect.arrayContaining(['C4']))
  const cells = await desk.ask<{ rows: { row: number }[] }>(desk.officer, '/api/form-fills/:id/cells', {
    id: done.id,
  })
  expect(cells.rows.map(({ row }) => row)).toEqual([3, 5, 6, 7])

  const changed = rows.slice(2).map((row) => row.map((text) => (text === '孙三' ? '孙叁' : text || null)))
  const file = await desk.put(desk.officer, '登记表-回.xlsx', await grouped(byArea, changed))
  const { return: id } = await desk.run<{ return: string }>(desk.officer, 'readFormReturn', { request, file })
  await desk.work()
  const back = await desk.ask<{ differences: Difference[] }>(desk.officer, '/api/form-returns/:id', { id })
  expect(back.differences).toMatchObject([{ kind: 'proposed', cell: 'C7', header: '姓名', sent: '孙三' }])
})

it('adds the groups that a form with one of them lacks, by what its leading column holds', async () => {
  const byLevel = ['残疾等级', '姓名', '性别', '备注']
  const { rows } = await fill(await grouped(byLevel, [[], ['小计'], ['合计']]))
  expect(rows.slice(2).map((row) => [row[0], row[1] === '' ? '' : '人'])).toEqual([
    ['一级', '人'],
    ['一级', '人'],
    ['一级', '人'],
    ['小计', ''],
    ['二级', '人'],
    ['小计', ''],
    ['合计', ''],
  ])
})
