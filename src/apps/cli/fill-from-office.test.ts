import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readWorkbook, writeTable } from '../../documents/xlsx/index.ts'
import { fillCommand } from './fill.ts'
import { type DemoFolder, openDemoFolder } from './testing/demo-folder.ts'

const today = '2026-11-20'
let demo: DemoFolder
let output = ''
beforeAll(async () => {
  demo = await openDemoFolder(today)
})
afterAll(() => demo.close())

const form = async (title: string, headers: string[]) => {
  const file = join(demo.folder, `${title}.xlsx`)
  const columns = headers.map((header) => ({ header }))
  await writeFile(file, await writeTable({ sheet: '表', title, columns, rows: [] }))
  return file
}

const run = async (...options: string[]) => {
  output = (await demo.run(fillCommand, 'fill', ...options)).output
}

const textsOf = async (file: string) => {
  const read = await readWorkbook(await readFile(file))
  if (!read.ok) throw new Error(read.message)
  return read.value.sheets[0]!.rows.slice(2).map(({ cells }) => cells.map(({ text }) => text))
}

const counted = async (where: string) =>
  (await demo.database.owner.pool.query(`select count(*)::integer as n from ledger_entry where ${where}`))
    .rows[0].n

test('fills a form for an area and a day, and says what it left empty and why', async () => {
  const file = await form('重度残疾人登记表', ['序号', '姓名', '身份证号', '残疾等级', '血型'])
  const out = join(demo.folder, 'out.xlsx')
  await run(file, '--area', '990101', '--as-of', today, '--out', out)
  const rows = await textsOf(out)
  expect(rows).toHaveLength(await counted(`ledger = 'disability' and fields->>'level' in ('1', '2')`))
  expect(rows.length).toBeGreaterThan(0)
  for (const row of rows) expect(row[2]).toMatch(/^\d{17}[\dX]$/)
  expect(new Set(rows.map((row) => row[3]))).toEqual(new Set(['一级', '二级']))
  expect(output).toContain(`已填写 ${rows.length} 行`)
  expect(output).toMatch(/血型 {2}不收集/)
  const { rows: audit } = await demo.database.owner.pool.query(
    `select actor_name, purpose, detail from audit_entry where action = 'fillFormRequest'`,
  )
  expect(audit).toMatchObject([
    { actor_name: '系统', purpose: '命令行填表', detail: { rows: rows.length, unmasked: true } },
  ])
})

test('takes a ledger or a rule for the rows, and masks on demand', async () => {
  const file = await form('人员名册', ['姓名', '身份证号', '年龄'])
  const out = join(demo.folder, 'named.xlsx')
  await run(file, '--area', '990101', '--as-of', today, '--rows', 'elderCare', '--out', out, '--masked')
  const elders = await textsOf(out)
  expect(elders).toHaveLength(await counted(`ledger = 'elderCare'`))
  for (const row of elders) {
    expect(row[1]).toContain('*')
    expect(Number(row[2])).toBeGreaterThanOrEqual(60)
  }
  await run(
    file,
    '--area',
    '990101',
    '--as-of',
    today,
    '--rows',
    'age >= 90',
    '--out',
    out,
    '--format',
    'json',
  )
  const aged = await textsOf(out)
  expect(JSON.parse(output.split('\n').at(-2)!)).toMatchObject({ rows: aged.length })
  for (const row of aged) expect(Number(row[2])).toBeGreaterThanOrEqual(90)
})

test('refuses what is missing or wrong in a sentence', async () => {
  const file = await form('登记表', ['姓名', '性别'])
  const out = join(demo.folder, 'never.xlsx')
  const attempt = (...more: string[]) => run(file, ...more)
  await expect(attempt('--out', out)).rejects.toThrow('--area')
  await expect(attempt('--area', '990101', '--as-of', '2026-02-30', '--out', out)).rejects.toThrow(
    '存在的日期',
  )
  await expect(attempt('--area', '没有的街道', '--as-of', today, '--out', out)).rejects.toThrow('没有区域')
  await expect(
    attempt('--area', '990101', '--as-of', today, '--rows', 'agee > 3', '--out', out),
  ).rejects.toThrow('agee')
})
