import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readWorkbook } from '../../../documents/xlsx/index.ts'
import { newId } from '../../../platform/server/new-id.ts'
import { repositoryFor } from '../../../platform/server/office.ts'
import { findRow } from '../../../platform/server/repository/find.ts'
import { getHistory } from '../../../platform/server/repository/history.ts'
import { endRecord, insertRecord, lockRecord } from '../../../platform/server/repository/write.ts'
import { at } from '../../../platform/server/testing/test-office.ts'
import { dwelling, person } from '../../registry/index.ts'
import { disability } from '../definition.ts'
import {
  book,
  headers,
  type ImportDesk,
  lineOf,
  messagesOf,
  nextId,
  openImportDesk,
} from '../testing/import-desk.ts'

let desk: ImportDesk
beforeAll(async () => {
  desk = await openImportDesk()
})
afterAll(() => desk.house.close())

describe('importing', () => {
  test('the same file twice changes nothing', async () => {
    const rows = [
      lineOf('周一', nextId(), { mobile: '13700000001' }),
      lineOf('周二', nextId(), { grid: '第二网格' }),
    ]
    const bytes = await book(rows)
    const first = await desk.preview(bytes)
    const done = await desk.confirm(first.id)
    expect(done).toMatchObject({ state: 'done', done: 2, counts: { add: 2, newPersons: 2, same: 0 } })
    const before = await desk.countTables()
    const again = await desk.preview(bytes)
    expect(again.counts).toEqual({ rows: 2, add: 0, change: 0, same: 2, newPersons: 0, faulty: 0 })
    await desk.confirm(again.id)
    expect(await desk.countTables()).toEqual(before)
    const { row, values, subject } = await desk.entryOf('周二')
    expect(row).toMatchObject({
      area: at('northSecond'),
      valid_from: '2026-11-01',
      cause: 'imported',
      version: 1,
    })
    expect(values).toEqual({ kind: '4', level: '2' })
    expect(subject).toMatchObject({ name: '周二', sex: '1', birthDate: '1956-03-08' })
  })

  test('only what the file says changes, blanks erase nothing, and the past stays', async () => {
    const id = nextId()
    await desk.importAll([lineOf('吴一', id, { mobile: '13700000002' })])
    const { counts } = await desk.confirm(
      (await desk.preview(await book([lineOf('吴一', id, { level: '一级', grid: '第二网格' })]))).id,
      desk.clerk,
      '2026-11-10',
    )
    expect(counts).toMatchObject({ change: 1, add: 0, newPersons: 0 })
    const { id: entry, person: who, row, subject } = await desk.entryOf('吴一')
    expect(row).toMatchObject({
      area: at('northFirst'),
      version: 2,
      valid_from: '2026-11-10',
      since: '2026-11-01',
    })
    expect(subject.mobile).toBe('13700000002')
    const steps = await getHistory(desk.repository(desk.clerk), disability, entry)
    expect(steps.map(({ kind, by, cause }) => [kind, by, cause])).toEqual([
      ['created', '小王', '表格导入'],
      ['changed', '小王', '表格导入'],
    ])
    expect(steps[1]!.changes).toEqual([{ field: 'level', title: '残疾等级', before: '二级', after: '一级' }])
    expect(await getHistory(desk.repository(desk.clerk), person, who)).toHaveLength(1)
  })

  test('a person of somebody else’s area is told no more than that', async () => {
    const id = nextId()
    await desk.importAll([lineOf('郑一', id)])
    const view = await desk.preview(await book([lineOf('郑一', id, { grid: '城南第一网格' })]), desk.other)
    expect(view.counts).toMatchObject({ faulty: 1 })
    expect(messagesOf(view)).toEqual(['此人不在您的辖区，不能导入。'])
    await expect(
      desk.house.view(desk.other, (await desk.preview(await book([lineOf('郑一', id)]))).id),
    ).rejects.toMatchObject({
      code: 'import.not_found',
    })
  })

  test('the ID number of somebody else is caught by the name', async () => {
    const id = nextId()
    await desk.importAll([lineOf('冯一', id)])
    expect(messagesOf(await desk.preview(await book([lineOf('冯二', id)])))[0]).toContain(
      '登记的姓名是“冯一”',
    )
  })

  test('without an ID number, name and date of birth find one person, or the row is refused', async () => {
    await desk.importAll([
      lineOf('陈一', nextId('1950-01-01')),
      lineOf('陈二', nextId('1950-01-01')),
      lineOf('陈二', nextId('1950-01-01')),
    ])
    const columns = ['姓名', '出生日期', '残疾类别', '残疾等级']
    const rows = ['陈一', '陈二'].map((name) => [name, '1950-01-01', '肢体残疾', '一级'])
    const view = await desk.preview(await book(rows, columns))
    expect(view.counts).toMatchObject({ change: 1, faulty: 1 })
    expect(messagesOf(view)[0]).toContain('2 位同名同生日')
  })

  test('somebody who came back keeps their id', async () => {
    const id = nextId()
    await desk.importAll([lineOf('褚一', id)])
    const { id: entry, person: who } = await desk.entryOf('褚一')
    await desk.house.office.connection.db.transaction().execute(async (db) => {
      const within = repositoryFor(desk.house.office, desk.clerk, { db, command: newId() })
      const end = { on: '2026-11-05', cause: 'moved' as const }
      await endRecord(within, disability, await lockRecord(within, disability, entry), end)
      await endRecord(within, person, await lockRecord(within, person, who), end)
    })
    const view = await desk.preview(await book([lineOf('褚一', id, { grid: '城南第一网格' })]), desk.other)
    expect(view.counts).toMatchObject({ add: 1, newPersons: 1 })
    await desk.confirm(view.id, desk.other, '2026-11-20')
    const back = await desk.entryOf('褚一')
    expect(back.person).toBe(who)
    const row = (await findRow(desk.repository(desk.other), person, who))!.row
    expect(row).toMatchObject({ version: 2, cause: 'resumed', area: at('southFirst'), since: '2026-11-20' })
  })

  test('somebody registered without an ID number gets it, and is not registered twice', async () => {
    const who = newId()
    await desk.house.office.connection.db.transaction().execute(async (db) => {
      await insertRecord(repositoryFor(desk.house.office, desk.clerk, { db, command: newId() }), person, {
        id: who,
        area: at('northSecond'),
        on: '2026-01-01',
        values: { name: '卫一', sex: '1', birthDate: '1956-03-08' },
      })
    })
    const done = await desk.importAll([lineOf('卫一', nextId())])
    expect(done.counts).toMatchObject({ add: 1, newPersons: 0 })
    expect((await desk.entryOf('卫一')).person).toBe(who)
  })

  test('an officer may enter people into a ledger, not into the registry', async () => {
    const id = nextId()
    await desk.importAll([lineOf('蒋一', id)])
    const view = await desk.preview(
      await book([
        lineOf('蒋一', id, { level: '四级', mobile: '13700000009' }),
        lineOf('蒋二', nextId(), { grid: '城北第一网格' }),
      ]),
      desk.officer,
    )
    expect(view.counts).toMatchObject({ change: 1, faulty: 1 })
    expect(messagesOf(view)[0]).toContain('请先由社区登记居民')
    await desk.confirm(view.id, desk.officer)
    expect((await desk.entryOf('蒋一')).subject.mobile).toBeUndefined()
  })

  test('teams are known by their name within their area', async () => {
    const columns = ['队伍名称', '队伍类别', '负责人', '联系电话', '志愿者人数', '所属社区']
    const rows = [['银龄先锋队', '银龄', '张三', '13800000000', '25', '城北社区']]
    const file = (members: string) =>
      book([[...rows[0]!.slice(0, 4), members, '城北']], columns, '志愿服务队伍名册')
    const first = await desk.preview(await file('25'), desk.clerk, {}, '志愿服务队伍.xlsx')
    expect(first).toMatchObject({ ledger: 'volunteerTeam', counts: { add: 1, faulty: 0 } })
    await desk.confirm(first.id)
    expect((await desk.preview(await file('25'))).counts).toMatchObject({ same: 1 })
    expect((await desk.preview(await file('30'))).counts).toMatchObject({ change: 1 })
  })

  test('a job that dies half-way leaves nothing, and runs again', async () => {
    const rows = Array.from({ length: 4500 }, (_, index) =>
      lineOf(`韩${index}`, nextId(`19${50 + (index % 10)}-01-0${1 + (index % 9)}`)),
    )
    const view = await desk.preview(await book(rows))
    expect(view.counts).toMatchObject({ add: 4500, faulty: 0 })
    const before = await desk.countTables()
    await desk.house.run(desk.clerk, 'confirmImport', { id: view.id, on: '2026-11-01' })
    const dying = desk.house.work(async () => {
      throw new Error('killed')
    })
    await expect(dying).rejects.toThrow('killed')
    expect(await desk.countTables()).toEqual(before)
    const stopped = await desk.house.view(desk.clerk, view.id)
    expect(stopped).toMatchObject({ state: 'preview', message: expect.stringContaining('数据没有改动') })
    const done = await desk.confirm(view.id)
    expect(done).toMatchObject({ state: 'done', counts: { add: 4500 }, done: 4500 })
    expect((await desk.countTables()).person! - before.person!).toBe(4500)
  })

  test('what changed between preview and confirmation counts', async () => {
    const id = nextId()
    const bytes = await book([lineOf('沈一', id)])
    const [one, two] = [await desk.preview(bytes), await desk.preview(bytes)]
    await desk.confirm(one.id)
    expect((await desk.confirm(two.id)).counts).toMatchObject({ add: 0, same: 1, newPersons: 0 })
  })

  test('two imports of the same people at once register nobody twice', async () => {
    const rows = Array.from({ length: 50 }, (_, index) => lineOf(`孔${index}`, nextId()))
    const [one, two] = [
      await desk.preview(await book(rows)),
      await desk.preview(await book(rows.toReversed())),
    ]
    const before = await desk.countTables()
    for (const { id } of [one, two])
      await desk.house.run(desk.clerk, 'confirmImport', { id, on: '2026-11-01' })
    await desk.house.workTogether()
    const counts = (await Promise.all([one, two].map(({ id }) => desk.house.view(desk.clerk, id)))).map(
      (view) => view.counts,
    )
    expect(counts.map(({ add }) => add).sort()).toEqual([0, 50])
    expect(counts.map(({ same }) => same).sort()).toEqual([0, 50])
    const after = await desk.countTables()
    expect(after.person! - before.person!).toBe(50)
    expect(after.ledger_entry! - before.ledger_entry!).toBe(50)
  })

  test('the grid that was chosen holds those of whom the file names the community only', async () => {
    const columns = [...headers.slice(0, 7), '村（社区）']
    const rows = [lineOf('曹一', nextId(), { grid: '城北社区居委会' })]
    const view = await desk.preview(await book(rows, columns), desk.clerk, { area: at('northSecond') })
    expect(view.counts).toMatchObject({ add: 1, faulty: 0 })
    await desk.confirm(view.id)
    expect((await desk.entryOf('曹一')).row.area).toBe(at('northSecond'))
  })

  test('a house’s address says which grid, and grids may be numbered otherwise', async () => {
    await desk.house.office.connection.db.transaction().execute(async (db) => {
      await insertRecord(repositoryFor(desk.house.office, desk.clerk, { db, command: newId() }), dwelling, {
        id: newId(),
        area: at('northSecond'),
        on: '2026-01-01',
        values: { code: 'F1', address: '幸福路1号2栋302室' },
      })
    })
    const columns = [...headers, '家庭住址']
    const rows = [
      [...lineOf('严一', nextId(), { grid: '' }), '幸福路1号2栋302室'],
      [...lineOf('严二', nextId(), { grid: '城北2网格' }), null],
    ]
    const view = await desk.preview(await book(rows, columns))
    expect(view.counts).toMatchObject({ add: 2, faulty: 0 })
    await desk.confirm(view.id)
    for (const name of ['严一', '严二']) expect((await desk.entryOf(name)).row.area).toBe(at('northSecond'))
  })

  test('one audit entry tells of the whole batch', async () => {
    const { id } = await desk.importAll([lineOf('杨一', nextId())])
    const { rows } = await sql<{ detail: Record<string, unknown> }>`select detail from audit_entry
      where action = 'applyImport' and detail->>'import' = ${id}`.execute(desk.house.office.connection.db)
    expect(rows).toHaveLength(1)
    expect(rows[0]!.detail).toMatchObject({
      rows: 1,
      add: 1,
      newPersons: 1,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
  })
})

describe('around an import', () => {
  test('the faulty rows come back with the reasons, and no ID number lies open in the database', async () => {
    const good = nextId()
    const bad = nextId()
    const view = await desk.preview(
      await book([lineOf('朱一', good), lineOf('朱二', bad, { kind: '乱写', mobile: '1' })]),
    )
    const file = await desk.house.faults(desk.clerk, view.id)
    const read = await readWorkbook(file.bytes)
    if (!read.ok) throw new Error(read.message)
    const [head, row] = read.value.sheets[0]!.rows
    expect(head!.cells.map(({ text }) => text)).toEqual([...headers, '错误原因'])
    expect(row!.cells.map(({ text }) => text)).toContain(bad)
    expect(row!.cells.at(-1)!.text).toMatch(/E5 残疾类别：.*\n.*G5 联系电话：/)
    expect(read.value.sheets[0]!.rows).toHaveLength(2)
    await expect(desk.house.faults(desk.other, view.id)).rejects.toMatchObject({ code: 'import.not_found' })
    const { rows } = await sql<{
      text: string
    }>`select to_jsonb(b)::text as text from import_batch b`.execute(desk.house.office.connection.db)
    expect(rows.map(({ text }) => text).join()).not.toContain(bad)
  })

  test('states are kept to', async () => {
    const view = await desk.preview(await book([lineOf('秦一', nextId())]))
    await desk.house.run(desk.clerk, 'cancelImport', { id: view.id })
    const cancelled = await desk.house.view(desk.clerk, view.id)
    expect(cancelled).toMatchObject({ state: 'cancelled', columns: [], faults: [] })
    for (const [name, input] of [
      ['confirmImport', { on: '2026-11-01' }],
      ['remapImport', {}],
      ['cancelImport', {}],
    ] as const)
      await expect(desk.house.run(desk.clerk, name, { id: view.id, ...input })).rejects.toMatchObject({
        code: 'import.wrong_state',
      })
    await expect(desk.house.run(desk.other, 'cancelImport', { id: view.id })).rejects.toMatchObject({
      code: 'import.not_found',
    })
  })

  test('who may not import, or not there, is refused', async () => {
    const worker = await desk.house.hire('gridWorker', at('northFirst'))
    const file = await desk.house.put(desk.clerk, '残疾人.xlsx', await book([lineOf('尤一', nextId())]))
    await expect(desk.house.run(worker, 'startImport', { file })).rejects.toMatchObject({
      code: 'right.missing',
    })
    await expect(
      desk.house.run(desk.clerk, 'startImport', { file, area: at('south') }),
    ).rejects.toMatchObject({
      code: 'right.missing',
    })
    await expect(desk.house.run(desk.other, 'startImport', { file })).rejects.toMatchObject({
      code: 'file.not_found',
    })
  })
})
