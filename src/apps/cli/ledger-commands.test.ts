import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeIdNumber } from '../../core/identity/index.ts'
import { readWorkbook, writeTable } from '../../documents/xlsx/index.ts'
import { exportCommand } from './export.ts'
import { importCommand } from './import.ts'
import { reportCommand } from './report.ts'
import { type DemoFolder, openDemoFolder } from './testing/demo-folder.ts'

let demo: DemoFolder
let community: string
beforeAll(async () => {
  demo = await openDemoFolder()
  const { rows } = await demo.database.owner.pool.query(
    `select p.area from staff s join post p on p.district = s.district and p.staff = s.id where s.username = 'shegong'`,
  )
  community = rows[0].area
})
afterAll(() => demo.close())

const headers = ['姓名', '身份证号', '残疾类别', '残疾等级', '残疾证号', '所属网格']

const people = [
  ['倪一', makeIdNumber('990101', '1950-03-01', 71), '肢体', '二级'],
  ['倪二', makeIdNumber('990101', '1961-07-09', 72), '视力', '一级'],
] as const

const workbook = async (name: string, rows: readonly (readonly (string | null)[])[]) => {
  const file = join(demo.folder, `${name}.xlsx`)
  const { rows: grids } = await demo.database.owner.pool.query(
    `select name from area where path like $1 and length(path) = 15 order by path limit 1`,
    [`${community}%`],
  )
  const table = {
    sheet: '名单',
    title: '残疾人花名册',
    columns: headers.map((header) => ({ header })),
    rows: rows.map(([who, idNumber, kind, level]) => [
      who!,
      idNumber!,
      kind!,
      level!,
      `${idNumber}4${level === '一级' ? 1 : 2}`,
      grids[0].name as string,
    ]),
  }
  await writeFile(file, await writeTable(table))
  return file
}

const importing = (file: string, ...more: string[]) =>
  demo.run(importCommand, 'import', file, '--ledger', '残疾人台账', '--area', community, ...more)

const entries = async () =>
  Number(
    (
      await demo.database.owner.pool.query(
        `select count(*) as n from ledger_entry where ledger = 'disability'`,
      )
    ).rows[0].n,
  )

const audited = async (action: string) =>
  (
    await demo.database.owner.pool.query(
      'select actor_name, outcome, purpose from audit_entry where action = $1 order by seq desc limit 1',
      [action],
    )
  ).rows[0]

test('import previews, writes, and writes nothing a second time', async () => {
  const file = await workbook('两人', people)
  const before = await entries()
  const dry = await importing(file, '--dry-run')
  expect(dry.output).toContain('将新增 2 行')
  expect(dry.code).toBe(0)
  expect(await entries()).toBe(before)

  const done = await importing(file, '--format', 'json')
  expect(JSON.parse(done.output)).toMatchObject({ dryRun: false, counts: { rows: 2, add: 2, faulty: 0 } })
  expect(await entries()).toBe(before + 2)
  expect((await audited('applyImport')).actor_name).toBe(`系统（命令行，系统用户 ${userInfo().username}）`)
  expect((await importing(file)).output).toContain('未变 2 行')
  expect(await entries()).toBe(before + 2)
})

test('import names sheet, row, column and reason of what is wrong, and keeps the rows for mending', async () => {
  const file = await workbook('有误', [
    ['倪三', makeIdNumber('990101', '1970-01-01', 73), '肢体', '三级'],
    ['倪四', '1.10105E+17', '天知道', '二级'],
  ])
  const faults = join(demo.folder, '有误的行.xlsx')
  const { output, code } = await importing(file, '--faults', faults)
  expect(output).toMatch(/工作表“名单”第 4 行 B 列“身份证号”：/)
  expect(output).toMatch(/工作表“名单”第 4 行 C 列“残疾类别”：/)
  expect(output).toContain('有误 1 行（没有导入）')
  expect(code).toBe(1)
  const kept = await readWorkbook(await readFile(faults))
  expect(kept.ok && kept.value.sheets[0]!.rows).toHaveLength(2)
})

test('import refuses what cannot be used in a sentence, and writes nothing', async () => {
  const before = await entries()
  const file = await workbook('没人', people)
  const plain = join(demo.folder, '不是表格.xlsx')
  await writeFile(plain, 'not a workbook')
  await expect(importing(plain)).rejects.toThrow('不是表格.xlsx：')
  await expect(importing(join(demo.folder, '没有.xlsx'))).rejects.toThrow('没有这个文件')
  await expect(importing(file, '--on', '2026-02-30')).rejects.toThrow('存在的日期')
  await expect(importing(file, '--as', 'nobody')).rejects.toThrow('没有用户名为「nobody」的人员')
  await expect(
    demo.run(importCommand, 'import', file, '--ledger', '没有的台账', '--area', community),
  ).rejects.toThrow('没有台账「没有的台账」')
  expect(await entries()).toBe(before)
})

test('whoever one speaks for may no more than in the browser, and it is written down', async () => {
  const file = await workbook('网格员的', people)
  await expect(importing(file, '--as', 'wangge')).rejects.toThrow('岗位不能')
  expect(await audited('startImport')).toMatchObject({ outcome: 'refused' })
  const out = join(demo.folder, '别处.xlsx')
  const elsewhere = `${community.slice(0, 9)}999`
  await demo.database.owner.pool.query(
    `insert into area (district, path, name, level, parent, valid_from)
     select district, $1, '邻近社区', level, parent, valid_from from area where path = $2`,
    [elsewhere, community],
  )
  await expect(
    demo.run(exportCommand, 'export', 'disability', '--area', elsewhere, '--out', out, '--as', 'shegong'),
  ).rejects.toThrow('岗位不能')
  await expect(readFile(out)).rejects.toThrow()
})

test('export writes the ledger of an area, masked, with its purpose in the audit', async () => {
  const out = join(demo.folder, '残疾人.xlsx')
  const options = ['--area', community, '--out', out, '--as', 'shegong', '--purpose', '月底存档']
  const { output, code } = await demo.run(
    exportCommand,
    'export',
    '残疾人台账',
    ...options,
    '--format',
    'json',
  )
  expect(code).toBeUndefined()
  const told = JSON.parse(output)
  const read = await readWorkbook(await readFile(out))
  if (!read.ok) throw new Error(read.message)
  const texts = read.value.sheets[0]!.rows.map(({ cells }) => cells.map(({ text }) => text).join(' '))
  expect(texts.filter((text) => text.includes('****'))).toHaveLength(told.rows)
  expect(await audited('exportRecords')).toMatchObject({
    actor_name: expect.stringMatching(/（命令行，系统用户 .+）$/),
    purpose: '月底存档',
  })
  await mkdir(join(demo.folder, 'folder'))
  const wrong = ['--area', community, '--out', out, '--as-of', '2026-13-01']
  await expect(demo.run(exportCommand, 'export', 'disability', ...wrong)).rejects.toThrow('存在的日期')
})

test('report makes a document whose numbers have sources, and it can be found in the browser', async () => {
  const out = join(demo.folder, '汇报.docx')
  const options = ['--area', community, '--period', '2026-06', '--out', out, '--as', 'shegong']
  const told = JSON.parse(
    (await demo.run(reportCommand, 'report', 'community-monthly', ...options, '--format', 'json')).output,
  )
  expect(told.figures).toBeGreaterThan(5)
  expect((await readFile(out)).subarray(0, 2).toString()).toBe('PK')
  const { rows } = await demo.database.owner.pool.query('select title from report where id = $1', [told.id])
  expect(rows).toEqual([{ title: told.title }])
  await expect(demo.run(reportCommand, 'report', '没有的模板', ...options)).rejects.toThrow('没有汇报模板')
  await expect(
    demo.run(
      reportCommand,
      'report',
      'community-monthly',
      '--area',
      community,
      '--period',
      '上个月',
      '--out',
      out,
    ),
  ).rejects.toThrow()
})
