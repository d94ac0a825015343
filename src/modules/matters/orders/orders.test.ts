import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readWorkbook, writeTable } from '../../../documents/xlsx/index.ts'
import type { Action } from '../../../platform/server/action/define-action.ts'
import { rehearseAction } from '../../../platform/server/action/run-action.ts'
import type { Actor } from '../../../platform/server/permission/actor.ts'
import { at, type TestOffice } from '../../../platform/server/testing/test-office.ts'
import { importOrders } from '../actions/import-orders.ts'
import type { OrdersRead } from '../contract-orders.ts'
import { mattersServer } from '../server.ts'
import { createMattersOffice, takeAction } from '../testing/matters-office.ts'
import { readStory } from '../views/matter-story.ts'

let house: TestOffice
let officer: Actor
let clerk: Actor

const act = (actor: Actor, name: string, input: unknown): Promise<unknown> =>
  takeAction(house, actor, name, input)

beforeAll(async () => {
  house = await createMattersOffice()
  officer = await house.hire('officer', at('subdistrict'))
  clerk = await house.hire('clerk', at('north'))
})
afterAll(() => house.close())

const headers = [
  '工单编号',
  '来电时间',
  '标题',
  '反映内容',
  '事发地址',
  '市民姓名',
  '来电号码',
  '办理时限',
  '承办单位',
]
const upload = async (
  rows: readonly (readonly string[])[],
  columns: readonly string[] = headers,
  actor = officer,
) => {
  const bytes = await writeTable({
    sheet: '派单',
    title: '12345 热线派单表',
    columns: columns.map((header) => ({ header })),
    rows,
  })
  return (await house.office.files.put(house.repository(actor), { name: '派单.xlsx', type: '', bytes })).id
}
const bring = (file: string, actor = officer) =>
  act(actor, 'importOrders', { file, area: at('subdistrict') }) as Promise<OrdersRead>
const preview = (file: string) =>
  rehearseAction(house.office, officer, importOrders as unknown as Action, {
    file,
    area: at('subdistrict'),
  }) as Promise<OrdersRead>

const count = async () => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from matter_flow`.execute(
    house.office.connection.db,
  )
  return rows[0]!.n
}
const idOf = async (external: string) => {
  const { rows } = await sql<{ matter: string }>`
    select matter from matter_order where external = ${external}`.execute(house.office.connection.db)
  return rows[0]?.matter ?? ''
}

let made = 0
const order = (more: Partial<Record<number, string>> = {}): string[] =>
  [
    `GD${++made}`,
    '2026-11-30 09:15',
    '路灯不亮',
    '杨柳巷口路灯夜里不亮，看不见路。',
    '杨柳巷口',
    '柳青青',
    '13900007788',
    '2199-12-05 18:00',
    '城北社区',
  ].map((text, index) => more[index] ?? text)

it('makes a matter of each order, by its own deadline, for its community to accept', async () => {
  const row = order()
  const read = await bring(await upload([row]))
  expect(read).toMatchObject({ fresh: 1, known: 0, faulty: 0, faults: [] })
  expect(read.columns.map(({ title }) => title)).toEqual([
    '工单编号',
    '来电时间',
    '诉求标题',
    '诉求内容',
    '地址',
    '来电人',
    '电话',
    '办理时限',
    '所属社区',
  ])
  const story = await readStory(house.repository(clerk), await idOf(row[0]!), 'Asia/Shanghai')
  expect(story).toMatchObject({
    matter: { title: '路灯不亮', state: 'submitted', category: 'light', pending: { title: '城北社区' } },
    channel: '12345热线',
    finishBy: '2199-12-05T10:00:00.000Z',
    order: { external: row[0], calledAt: '2026-11-30T01:15:00.000Z' },
    reporter: { phone: '139****7788' },
  })
  expect(story.can).toContain('accept')
})

it('changes nothing when the same file comes again, also twice at once', async () => {
  const rows = [order(), order()]
  const file = await upload(rows)
  const before = await count()
  const both = await Promise.all([bring(file), bring(file)])
  expect(both.reduce((sum, { fresh }) => sum + fresh, 0)).toBe(2)
  expect(await bring(await upload([...rows].reverse()))).toMatchObject({ fresh: 0, known: 2 })
  expect(await count()).toBe(before + 2)
})

it('shows beforehand what would come of it, cell by cell, and writes nothing', async () => {
  const before = await count()
  const good = order()
  const rows = [
    good,
    order({ 0: '' }),
    order({ 1: '昨天上午' }),
    order({ 7: '尽快' }),
    order({ 7: '2020-01-01' }),
    order({ 8: '没有的社区' }),
    order({ 0: good[0]! }),
    order({ 6: '139****7788' }),
  ]
  const read = await preview(await upload(rows))
  expect(read).toMatchObject({ fresh: 2, known: 0, faulty: 6 })
  expect(read.faults.map(({ row, column, blocking }) => `${column}${row}${blocking ? '' : '?'}`)).toEqual([
    'A4',
    'B5',
    'H6',
    'H7',
    'I8',
    'A9',
    'G10?',
  ])
  expect(read.faults[5]!.message).toContain('第 3 行')
  expect(await count()).toBe(before)
})

it.each([
  ['24小时', '2026-11-30T09:15:00+08:00', 24 * 3_600_000],
  ['3天', '2026-12-03T23:59:59.999+08:00', 0],
])('reads the term %s from the call on', async (term, from, more) => {
  const row = order({ 7: term })
  const { sample } = await preview(await upload([row]))
  expect(sample[0]!.dueAt).toBe(new Date(Date.parse(from) + more).toISOString())
})

it('says what it looks for in a sheet without numbers of orders', async () => {
  const file = await upload([['甲', '乙']], ['姓名', '备注'])
  await expect(preview(file)).rejects.toMatchObject({
    code: 'file.unreadable',
    message: expect.stringContaining('工单编号'),
  })
})

it("refuses areas and files that are not one's own", async () => {
  const file = await upload([order()])
  await expect(act(clerk, 'importOrders', { file, area: at('subdistrict') })).rejects.toMatchObject({
    code: 'right.missing',
  })
  await expect(act(clerk, 'importOrders', { file, area: at('north') })).rejects.toMatchObject({
    code: 'file.not_found',
  })
  const own = await upload([order({ 8: '城南社区' })], headers, clerk)
  expect(await act(clerk, 'importOrders', { file: own, area: at('north') })).toMatchObject({
    fresh: 0,
    faulty: 1,
  })
})

describe('given back', () => {
  const download = async (file: string, actor = officer) => {
    const route = mattersServer.downloads!.find(({ path }) => path.startsWith('/api/matter-orders/'))
    const { bytes } = await route!.run(house.repository(actor), { file }, house.office)
    const book = await readWorkbook(bytes, { fileName: 'a.xlsx' })
    return book.ok ? book.value.sheets[0]!.rows.map(({ cells }) => cells.map(({ text }) => text)) : []
  }
  const answer = async (external: string, text: string) => {
    const id = await idOf(external)
    await act(clerk, 'acceptMatter', { id, seen: 1 })
    await act(clerk, 'answerMatter', { id, seen: 2, text })
  }

  it('carries the answers in its own columns, added where it has none', async () => {
    const [one, other] = [order(), order()]
    const file = await upload([one, other])
    await bring(file)
    await answer(one[0]!, '已换新灯。')
    const [header, first, second] = await download(file)
    expect(header).toEqual([...headers, '办理结果', '办结时间'])
    expect(first).toEqual([...one, '已换新灯。', expect.stringMatching(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/)])
    expect(second).toEqual(other)
  })

  it('keeps what stood there, and tells nothing of what one may not see', async () => {
    const columns = ['工单编号', '办理结果', '诉求内容']
    const row = [`GD${++made}`, '转办中', '城北的事，路灯不亮。']
    const file = await upload([row], columns)
    await bring(file)
    expect((await download(file))[1]).toEqual(row)
    const stranger = await house.hire('clerk', at('south'))
    const known = order()
    await bring(await upload([known]))
    await answer(known[0]!, '密语：已换。')
    const theirs = await upload([known], headers, stranger)
    expect((await download(theirs, stranger))[1]).toEqual(known)
  })
})
