import { strToU8, unzipSync, zipSync } from 'fflate'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readWorkbook } from '../../documents/xlsx/index.ts'
import type { Actor } from '../../platform/server/permission/actor.ts'
import { at } from '../../platform/server/testing/test-office.ts'
import { blankForm, type FormDesk, openFormDesk, plainHeaders } from './testing/form-desk.ts'

let desk: FormDesk
let ids: { person: string; entry: string }[]
let zhao: string
beforeAll(async () => {
  desk = await openFormDesk()
  zhao = desk.nextId()
  ids = await desk.enrol([
    { name: '赵一', idNumber: zhao, level: '1', certificateNumber: `${zhao}41`, mobile: '13700000001' },
    { name: '钱二', idNumber: desk.nextId(), level: '2', area: 'northSecond' },
    { name: '孙三', idNumber: desk.nextId(), level: '3' },
    { name: '李四', idNumber: desk.nextId(), level: '1', area: 'southFirst' },
  ])
})
afterAll(() => desk.house.close())

const open = async (bytes: Uint8Array, more: object = {}, actor: Actor = desk.clerk) => {
  const file = await desk.put(actor, '登记表.xlsx', bytes)
  const { request } = await desk.run<{ request: string }>(actor, 'openFormRequest', { file, ...more })
  return desk.view(actor, request)
}

const fill = async (id: string, more: object = {}, actor: Actor = desk.clerk) => {
  const { version } = await desk.view(actor, id)
  const input = { id, version, purpose: '上报区残联', ...more }
  await desk.run(actor, 'fillFormRequest', input)
  await desk.work()
  return desk.view(actor, id)
}

const textsOf = async (actor: Actor, file: string) => {
  const read = await readWorkbook(await desk.bytesOf(actor, file))
  if (!read.ok) throw new Error(read.message)
  return read.value.sheets[0]!.rows.map(({ cells }) => cells.map(({ text }) => text))
}

it('understands a form: who asks, which rows, where each column comes from and what is left alone', async () => {
  const view = await open(await blankForm(plainHeaders))
  expect(view).toMatchObject({ askedBy: '区残联', title: '一、二级残疾人登记表', state: 'open' })
  const [sheet] = view.sheets
  expect(sheet).toMatchObject({
    rows: { definition: 'disability', where: 'level in ["1", "2"]' },
    memory: null,
    confirmed: false,
    unusedConditions: [],
  })
  const by = new Map(sheet!.fields.map((field) => [field.header, field]))
  expect(by.get('身份证号')).toMatchObject({ from: '居民·公民身份号码', sensitive: true, status: 'mapped' })
  expect(by.get('残疾证号')).toMatchObject({ from: '残疾人台账·残疾人证号' })
  expect(by.get('宗教信仰')).toMatchObject({ key: null, status: 'not-held', reason: '不收集宗教信仰。' })
  expect(by.get('备注')).toMatchObject({ key: null, status: 'manual', asks: false })
})

it('previews masked rows within the scope with what is missing, and fills the same rows in clear on demand', async () => {
  const { id } = await open(await blankForm(plainHeaders))
  const preview = await desk.ask<{
    total: number
    rows: { texts: string[] }[]
    columns: { header: string; missing: number | null }[]
  }>(desk.clerk, '/api/form-requests/:id/preview', { id }, { sheet: 'Sheet1' })
  expect(preview.total).toBe(2)
  expect(preview.rows.map(({ texts }) => texts[1])).toEqual(['赵一', '钱二'])
  expect(JSON.stringify(preview)).not.toContain(zhao)
  expect(preview.columns.find(({ header }) => header === '残疾证号')!.missing).toBe(1)
  expect(preview.columns.find(({ header }) => header === '备注')!.missing).toBeNull()
  const other = (where: string) =>
    desk.ask(
      desk.clerk,
      '/api/form-requests/:id/preview',
      { id },
      { sheet: 'Sheet1', definition: 'disability', where },
    )
  expect(await other('level == "3"')).toMatchObject({
    total: 1,
    rows: [{ texts: expect.arrayContaining(['孙三']) }],
  })
  await expect(other('level ==')).rejects.toMatchObject({ code: 'form.rows_invalid' })

  const masked = await fill(id)
  expect((await textsOf(desk.clerk, masked.fills[0]!.file!)).flat()).not.toContain(zhao)
  const filled = await fill(id, { unmasked: true })
  expect(filled.state).toBe('filled')
  const done = filled.fills[0]!
  expect(done).toMatchObject({ state: 'done', rows: 2, cells: 8, unmasked: true })
  expect(done.missing).toEqual([
    { sheet: 'Sheet1', place: 'E', header: '残疾证号', count: 1 },
    { sheet: 'Sheet1', place: 'F', header: '联系电话', count: 1 },
  ])
  const texts = await textsOf(desk.clerk, done.file!)
  expect(texts.slice(3)).toEqual([
    ['1', '赵一', zhao, '一级', `${zhao}41`, '13700000001'],
    ['2', '钱二', expect.stringMatching(/^\d{17}[\dX]$/), '二级'],
  ])
  const { rows } = await sql<{ purpose: string; detail: object }>`select purpose, detail from audit_entry
    where action = 'fillFormRequest' and subject = ${id} and detail->>'cells' is not null
    order by seq desc limit 1`.execute(desk.office.connection.db)
  expect(rows[0]).toMatchObject({ purpose: '上报区残联', detail: { rows: 2, cells: 8, unmasked: true } })
})

it('tells for every cell which record, field and version it came from, and keeps what it says sealed', async () => {
  const view = await fill((await open(await blankForm(plainHeaders))).id, { unmasked: true })
  const cells = await desk.ask<{ rows: { row: number; cells: object[] }[] }>(
    desk.clerk,
    '/api/form-fills/:id/cells',
    { id: view.fills[0]!.id },
  )
  expect(cells.rows[0]!.cells[4]).toMatchObject({
    place: 'E4',
    source: { definition: 'disability', record: ids[0]!.entry, field: 'certificateNumber', version: 1 },
  })
  expect(cells.rows[0]!.cells[2]).toMatchObject({ source: { definition: 'person', record: ids[0]!.person } })
  expect(JSON.stringify(cells)).not.toContain(zhao)
  const { rows } = await sql<{
    text: string
  }>`select encode(content, 'escape') as text from form_fill_part`.execute(desk.office.connection.db)
  expect(rows.map(({ text }) => text).join()).not.toContain(zhao)
})

it('adds the sources as a hidden sheet where they are wanted, and to no other file', async () => {
  const { id } = await open(await blankForm(plainHeaders))
  const sheetsOf = async (more: object) => {
    const { fills } = await fill(id, more)
    const read = await readWorkbook(await desk.bytesOf(desk.clerk, fills[0]!.file!))
    if (!read.ok) throw new Error(read.message)
    return read.value.sheets
  }
  expect(await sheetsOf({})).toHaveLength(1)
  const [, sources] = await sheetsOf({ sources: true, asOf: '2026-11-20' })
  expect(sources).toMatchObject({ name: '填报来源', hidden: true })
  expect(sources!.rows.map(({ cells }) => cells.map(({ text }) => text))).toContainEqual([
    'Sheet1',
    'E4',
    '残疾人台账·残疾人证号，2026-11-20',
  ])
})

it('looks at a past day, narrows the area, and refuses what is not one’s own', async () => {
  const { id, version } = await open(await blankForm(plainHeaders))
  const past = await fill(id, { asOf: '2025-12-31' })
  expect(past.fills[0]).toMatchObject({ rows: 0, asOf: '2025-12-31' })
  const grid = await fill(id, { area: at('northSecond') })
  expect(grid.fills[0]).toMatchObject({ rows: 1 })
  const other = { id, version: version + 1, purpose: '测试' }
  await expect(desk.run(desk.other, 'fillFormRequest', other)).rejects.toMatchObject({
    code: 'form.not_found',
  })
  await expect(
    desk.run(desk.clerk, 'fillFormRequest', { ...other, area: at('south') }),
  ).rejects.toMatchObject({ code: 'right.missing' })
  await expect(desk.run(desk.worker, 'openFormRequest', { file: id })).rejects.toMatchObject({
    code: 'right.missing',
  })
  await expect(desk.run(desk.clerk, 'fillFormRequest', { ...other, version: 99 })).rejects.toMatchObject({
    code: 'record.stale',
  })
})

it('takes corrections of columns and rows, and refuses a rule that is wrong with its place', async () => {
  const { id, version } = await open(await blankForm([...plainHeaders, '怪列']))
  const confirm = (sheets: object[]) =>
    desk.run<{ version: number }>(desk.clerk, 'confirmForm', { id, version, sheets })
  const rows = { definition: 'disability', where: 'level == "1"' }
  await expect(confirm([{ name: 'Sheet1', rows: { ...rows, where: 'levle == "1"' } }])).rejects.toMatchObject(
    { code: 'form.rows_invalid', message: expect.stringContaining('levle') },
  )
  await expect(
    confirm([{ name: 'Sheet1', rows, mapping: { I: 'place.openedOn', Z: null } }]),
  ).rejects.toMatchObject({
    code: 'field.invalid',
    places: [{ column: 'I' }, { column: 'Z' }],
  })
  await confirm([{ name: 'Sheet1', rows, mapping: { I: 'person.age', F: null } }])
  const view = await fill(id, { asOf: '2026-11-20' })
  const texts = await textsOf(desk.clerk, view.fills[0]!.file!)
  expect(texts.slice(3)).toEqual([
    ['1', '赵一', expect.stringContaining('*'), '一级', expect.any(String), '70'],
  ])
})

it('gives a workbook with macros back with them, under the ending by which Excel opens it', async () => {
  const macros = strToU8('macros, kept and never run')
  const bytes = zipSync({ ...unzipSync(await blankForm(plainHeaders)), 'xl/vbaProject.bin': macros })
  const file = await desk.put(desk.clerk, '登记表.xlsm', bytes)
  const { request } = await desk.run<{ request: string }>(desk.clerk, 'openFormRequest', { file })
  const { fills } = await fill(request, { asOf: '2026-11-20' })
  const { rows } = await sql<{ name: string; type: string }>`select name, type from stored_file
    where id = ${fills[0]!.file}`.execute(desk.office.connection.db)
  expect(rows).toEqual([
    { name: '登记表-2026-11-20.xlsm', type: 'application/vnd.ms-excel.sheet.macroEnabled.12' },
  ])
  const parts = unzipSync(await desk.bytesOf(desk.clerk, fills[0]!.file!))
  expect(parts['xl/vbaProject.bin']).toEqual(macros)
})

it('says in a sentence what is wrong with a file that is no form', async () => {
  const file = async (name: string, bytes: Uint8Array) => desk.put(desk.clerk, name, bytes)
  const attempt = async (name: string, bytes: Uint8Array) =>
    desk.run(desk.clerk, 'openFormRequest', { file: await file(name, bytes) })
  await expect(attempt('说明.txt.xlsx', new TextEncoder().encode('<html></html>'))).rejects.toMatchObject({
    code: 'file.unreadable',
    message: expect.stringMatching(/。$/),
  })
  await expect(attempt('空.csv', new TextEncoder().encode('\n'))).rejects.toMatchObject({
    code: expect.stringMatching(/^(form\.no_header|file\.unreadable)$/),
  })
})

it('keeps why a form could not be filled for whoever looks later', async () => {
  const csv = new TextEncoder().encode(`残疾人登记表\n姓名,残疾等级,残疾类别\n,,\n`)
  const file = await desk.put(desk.clerk, '登记表.csv', csv)
  const { request } = await desk.run<{ request: string }>(desk.clerk, 'openFormRequest', { file })
  await expect(fill(request)).rejects.toMatchObject({ code: 'file.unreadable' })
  const { fills } = await desk.view(desk.clerk, request)
  expect(fills[0]).toMatchObject({ state: 'failed', notes: [expect.stringContaining('另存为 .xlsx')] })
})
