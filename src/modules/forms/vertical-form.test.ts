import { afterAll, beforeAll, expect, it } from 'vitest'
import { readWorkbook, writeTable } from '../../documents/xlsx/index.ts'
import { type FormDesk, openFormDesk } from './testing/form-desk.ts'

let desk: FormDesk
let ids: { person: string; entry: string }[]
beforeAll(async () => {
  desk = await openFormDesk()
  ids = await desk.enrol([
    { name: '赵一', idNumber: desk.nextId(), mobile: '13700000001' },
    { name: '钱二', idNumber: desk.nextId() },
  ])
})
afterAll(() => desk.house.close())

/** Labels on the left, values beside them. */
const vertical = () =>
  writeTable({
    sheet: '登记卡',
    columns: [{ header: '居民信息登记卡' }, { header: '' }, { header: '' }, { header: '' }],
    rows: [
      ['姓名', null, '性别', null],
      ['身份证号', null, '联系电话', null],
      ['残疾类别', null, '残疾等级', null],
      ['残疾证号', null, '所属社区', null],
    ],
  })

it('fills the cells of one person, tells where each came from, and compares them when they come back', async () => {
  const file = await desk.put(desk.clerk, '登记卡.xlsx', await vertical())
  const { request } = await desk.run<{ request: string }>(desk.clerk, 'openFormRequest', { file })
  const view = await desk.view(desk.clerk, request)
  expect(view.sheets[0]).toMatchObject({ shape: 'vertical', rows: { definition: 'disability' } })
  const rows = { definition: 'disability', where: '', record: ids[1]!.entry }
  const { version } = await desk.run<{ version: number }>(desk.clerk, 'confirmForm', {
    id: request,
    version: 1,
    sheets: [{ name: '登记卡', rows }],
  })
  const order = { id: request, version, unmasked: true, purpose: '登记' }
  await desk.run(desk.clerk, 'fillFormRequest', order)
  await desk.work()
  const { fills } = await desk.view(desk.clerk, request)
  const read = await readWorkbook(await desk.bytesOf(desk.clerk, fills[0]!.file!))
  if (!read.ok) throw new Error(read.message)
  const cells = new Map(
    read.value.sheets[0]!.rows.flatMap((row) =>
      row.cells.map((cell) => [`${'ABCD'[cell.column - 1]}${cell.row}`, cell.text]),
    ),
  )
  expect([cells.get('B2'), cells.get('D2'), cells.get('D4'), cells.get('D5')]).toEqual([
    '钱二',
    '男',
    '一级',
    '城北社区',
  ])
  const traced = await desk.ask<{ rows: { cells: { place: string; source: object | null }[] }[] }>(
    desk.clerk,
    '/api/form-fills/:id/cells',
    { id: fills[0]!.id },
  )
  const source = traced.rows[0]!.cells.find(({ place }) => place === 'B4')!.source
  expect(source).toMatchObject({ definition: 'disability', record: ids[1]!.entry, field: 'kind' })

  const texts = (at: string) => cells.get(at) ?? null
  const back = await writeTable({
    sheet: '登记卡',
    columns: [{ header: '居民信息登记卡' }, { header: '' }, { header: '' }, { header: '' }],
    rows: [2, 3, 4, 5].map((row) => [
      texts(`A${row}`),
      texts(`B${row}`),
      texts(`C${row}`),
      row === 3 ? '13700000002' : texts(`D${row}`),
    ]),
  })
  const returned = await desk.put(desk.clerk, '登记卡-回.xlsx', back)
  const { return: id } = await desk.run<{ return: string }>(desk.clerk, 'readFormReturn', {
    request,
    file: returned,
  })
  await desk.work()
  const { differences } = await desk.ask<{ differences: object[] }>(desk.clerk, '/api/form-returns/:id', {
    id,
  })
  expect(differences).toMatchObject([
    {
      kind: 'proposed',
      cell: 'D3',
      header: '联系电话',
      sent: '',
      definition: 'person',
      record: ids[1]!.person,
    },
  ])
})
