import { afterAll, beforeAll, expect, it } from 'vitest'
import { readWorkbook, type TableValue, writeTable } from '../../documents/xlsx/index.ts'
import { newId } from '../../platform/server/new-id.ts'
import { repositoryFor } from '../../platform/server/office.ts'
import { findRow } from '../../platform/server/repository/find.ts'
import { getHistory } from '../../platform/server/repository/history.ts'
import { changeRecord, lockRecord, valuesOf } from '../../platform/server/repository/write.ts'
import { disability } from '../ledgers/index.ts'
import { person } from '../registry/index.ts'
import type { Difference } from './contract-returns.ts'
import { blankForm, type FormDesk, openFormDesk, plainHeaders } from './testing/form-desk.ts'

let desk: FormDesk
let ids: { person: string; entry: string }[]
let request: string
let sent: string[][]
beforeAll(async () => {
  desk = await openFormDesk()
  const names = ['赵一', '钱二', '孙三', '李四', '周五']
  ids = await desk.enrol(
    names.map((name) => ({ name, idNumber: desk.nextId(), level: '2', mobile: '13700000001' })),
  )
  const file = await desk.put(desk.clerk, '登记表.xlsx', await blankForm(plainHeaders))
  ;({ request } = await desk.run<{ request: string }>(desk.clerk, 'openFormRequest', { file }))
  await desk.run(desk.clerk, 'fillFormRequest', { id: request, version: 1, unmasked: true, purpose: '上报' })
  await desk.work()
  const { fills } = await desk.view(desk.clerk, request)
  const read = await readWorkbook(await desk.bytesOf(desk.clerk, fills[0]!.file!))
  if (!read.ok) throw new Error(read.message)
  sent = read.value.sheets[0]!.rows.slice(3).map((row) =>
    plainHeaders.map((_, index) => row.cells.find(({ column }) => column === index + 1)?.text ?? ''),
  )
})
afterAll(() => desk.house.close())

interface Returned {
  id: string
  state: string
  message: string
  counts: Record<string, number>
  differences: Difference[]
}

const view = (id: string) => desk.ask<Returned>(desk.clerk, '/api/form-returns/:id', { id })

/** Gives the form back with these rows, as somebody typed them. */
const giveBack = async (rows: TableValue[][], headers: readonly string[] = plainHeaders) => {
  const bytes = await writeTable({
    sheet: 'Sheet1',
    title: '一、二级残疾人登记表',
    subtitles: ['填报单位：'],
    columns: headers.map((header) => ({ header })),
    rows,
    notes: ['注：请于月底前报送。'],
  })
  const file = await desk.put(desk.clerk, '登记表-已填.xlsx', bytes)
  const { return: id } = await desk.run<{ return: string }>(desk.clerk, 'readFormReturn', { request, file })
  await desk.work()
  return id
}

const set = (row: readonly string[], at: number, text: string) =>
  row.map((one, index) => (index === at ? text : one))

it('finds nothing to decide in a form that came back as it was sent', async () => {
  const back = await view(await giveBack(sent))
  expect(back).toMatchObject({ state: 'done', differences: [] })
  expect(back.counts).toEqual({ same: 5 * plainHeaders.length, open: 0 })
})

it('compares three ways row by row, proposes what they changed, and writes only what a person accepts', async () => {
  const [zhao, qian, sun, li, zhou] = sent as [string[], string[], string[], string[], string[]]
  const certificate = `${zhao[2]}42`
  // We change two meanwhile: one that they change too, and one that they leave.
  await desk.office.connection.db.transaction().execute(async (db) => {
    const within = repositoryFor(desk.office, desk.clerk, { db, command: newId() })
    for (const [at, level] of [
      [1, '1'],
      [2, '1'],
    ] as const) {
      const row = await lockRecord(within, disability, ids[at]!.entry)
      await changeRecord(within, disability, row, {
        values: { ...valuesOf(within, disability, row), level },
        on: '2026-02-01',
        mode: 'change',
      })
    }
  })
  const id = await giveBack([
    set(qian, 3, '四级'),
    set(set(zhao, 4, certificate), 7, '本人不在家'),
    sun,
    set(sun, 3, '三级'),
    set(li, 5, '1370'),
    ['9', '吴六', desk.nextId(), '一级', '', '', '', ''],
  ])
  const back = await view(id)
  const by = (kind: string) => back.differences.filter((one) => one.kind === kind)
  expect(by('proposed')).toMatchObject([
    {
      name: '赵一',
      cell: 'E5',
      header: '残疾证号',
      sent: '',
      held: '',
      record: ids[0]!.entry,
      decidable: true,
    },
  ])
  expect(by('conflict')).toMatchObject([
    { name: '钱二', cell: 'D4', sent: '二级', held: '一级', came: '四级', decidable: true },
  ])
  expect(by('ours')).toMatchObject([{ name: '孙三', sent: '二级', held: '一级', came: '二级' }])
  expect(by('unreadable')).toMatchObject([{ name: '李四', cell: 'F8', decidable: false }])
  expect(by('manual')).toMatchObject([{ cell: 'H5', came: '本人不在家' }])
  expect(by('doubled')).toMatchObject([{ row: 7 }])
  expect(by('added')).toMatchObject([{ name: '吴六', row: 9 }])
  expect(by('removed')).toMatchObject([{ name: zhou[1] }])
  expect(back.counts.open).toBe(2)
  expect(JSON.stringify(back)).not.toContain(certificate)

  const before = await findRow(desk.repository(desk.clerk), disability, ids[0]!.entry)
  expect(before!.row.version).toBe(1)
  const [proposal, conflict] = [by('proposed')[0]!, by('conflict')[0]!]
  await desk.run(desk.clerk, 'decideReturn', {
    id,
    accept: [proposal.id],
    keep: [conflict.id],
    on: '2026-03-01',
  })
  const after = (await findRow(desk.repository(desk.clerk), disability, ids[0]!.entry))!.row
  expect(valuesOf(desk.repository(desk.clerk), disability, after)).toMatchObject({
    certificateNumber: certificate,
  })
  const steps = await getHistory(desk.repository(desk.clerk), disability, ids[0]!.entry)
  expect(steps.at(-1)).toMatchObject({ kind: 'corrected', by: '小王', reason: '采纳回收表第 E5 格' })
  expect((await findRow(desk.repository(desk.clerk), disability, ids[1]!.entry))!.row.fields).toMatchObject({
    level: '1',
  })
  expect(await view(id)).toMatchObject({ state: 'done', counts: { open: 0 } })
  const again = { id, accept: [proposal.id], on: '2026-03-01' }
  await expect(desk.run(desk.clerk, 'decideReturn', again)).rejects.toMatchObject({ code: 'form.decided' })
})

it('refuses to overwrite what somebody changed after the comparison', async () => {
  const li = sent[3]!
  const id = await giveBack(sent.map((row) => (row === li ? set(row, 5, '13700000088') : row)))
  const proposal = (await view(id)).differences.find(({ kind }) => kind === 'proposed')!
  expect(proposal).toMatchObject({ name: '李四', definition: 'person' })
  await desk.office.connection.db.transaction().execute(async (db) => {
    const within = repositoryFor(desk.office, desk.clerk, { db, command: newId() })
    const row = await lockRecord(within, person, ids[3]!.person)
    const values = { ...valuesOf(within, person, row), mobile: '13700000099' }
    await changeRecord(within, person, row, { values, on: '2026-02-01', mode: 'correction' })
  })
  const accept = { id, accept: [proposal.id], on: '2026-03-01' }
  await expect(desk.run(desk.clerk, 'decideReturn', accept)).rejects.toMatchObject({ code: 'record.stale' })
  const row = (await findRow(desk.repository(desk.clerk), person, ids[3]!.person))!.row
  expect(valuesOf(desk.repository(desk.clerk), person, row).mobile).toBe('13700000099')
})

it('finds columns that were moved, and refuses another form with what it lacks', async () => {
  const order = [1, 0, 2, 3, 5, 4, 6, 7]
  const moved = await giveBack(
    sent.map((row) => order.map((index) => row[index]!)),
    order.map((index) => plainHeaders[index]!),
  )
  // Only what we changed ourselves since it was sent.
  expect((await view(moved)).differences.every(({ kind }) => kind === 'ours')).toBe(true)
  await expect(giveBack([['张三', '男']], ['姓名', '性别'])).rejects.toMatchObject({
    code: 'form.foreign',
    message: expect.stringContaining('“残疾证号”'),
  })
})
