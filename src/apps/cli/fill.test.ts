import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { writeTable } from '../../documents/xlsx/index.ts'
import { fillCommand } from './fill.ts'

let folder: string
let output: string
let errors: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'youju-fill-'))
  output = ''
  errors = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    output += text
    return true
  })
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    errors += text
    return true
  })
})
afterEach(async () => {
  vi.restoreAllMocks()
  process.exitCode = 0
  await rm(folder, { recursive: true })
})

const run = async (...options: string[]) => {
  const program = new Command('youju')
  fillCommand(program)
  await program.parseAsync(['fill', ...options], { from: 'user' })
}

test('one line of JSON a form, with rows, columns and keys', async () => {
  const file = join(folder, '残疾人登记表.xlsx')
  const columns = [
    { header: '姓名*' },
    { header: ['户籍地', '省*'] },
    { header: ['户籍地', '市*'] },
    { header: '血型' },
  ]
  await writeFile(file, await writeTable({ title: '残疾人登记表', columns, rows: [] }))
  await run(file, '--plan', '--format', 'json')
  const line = JSON.parse(output)
  expect(line.file).toBe(file)
  expect(line.sheets[0].headerRows).toEqual([2, 3])
  expect(line.sheets[0].columns).toMatchObject([
    { column: 'A', header: '姓名*', key: 'person.name', status: 'mapped' },
    { column: 'B', header: '户籍地/省*', key: 'person.registeredProvince' },
    { column: 'C', header: '户籍地/市*', key: 'person.registeredCity' },
    { column: 'D', header: '血型', key: null, status: 'not-held' },
  ])
})

test('a form with macros is not saved under an ending by which Excel will not open it', async () => {
  const order = ['--area', '990101001001', '--as-of', '2026-06-30', '--out', join(folder, '填好.xlsx')]
  await expect(run(join(folder, '登记表.xlsm'), ...order)).rejects.toThrow(/带宏.*\.xlsm 文件。/)
})

test('a file that cannot be used is named, the others are still read', async () => {
  const good = join(folder, '名单.csv')
  await writeFile(good, '姓名,联系电话\n')
  await run(join(folder, '没有.xlsx'), good, '--plan')
  expect(errors).toContain('没有这个文件')
  expect(process.exitCode).toBe(2)
  expect(output).toContain('person.phone')
})

test('a statistical table, filters in the title and a sheet without a header are told', async () => {
  const list = join(folder, '名单.xlsx')
  await writeFile(
    list,
    await writeTable({
      title: '60周岁以上独居老人名单',
      columns: [{ header: '姓名' }, { header: '年龄' }],
      rows: [],
    }),
  )
  const statistics = join(folder, '统计.xlsx')
  const columns = ['社区', '低保户数（户）', '低保人数（人）'].map((header) => ({ header }))
  await writeFile(
    statistics,
    await writeTable({ title: '低保情况统计表', columns, rows: [['幸福社区'], ['和平社区'], ['合计']] }),
  )
  const cover = join(folder, '封面.csv')
  await writeFile(cover, '关于报送材料的通知\n')
  await run(list, statistics, cover, '--plan')
  expect(output).toContain('范围 60周岁以上、独居')
  expect(output).toContain('统计表，3 行 × 2 列')
  expect(output).toContain('没有找到表头')
})
