import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { readAreaCode } from '../../core/area/index.ts'
import { todayIn } from '../../core/time/index.ts'
import { readWorkbook } from '../../documents/xlsx/index.ts'
import { saveAreas } from '../../platform/server/permission/save-areas.ts'
import { getOffice, withDatabase } from './with-database.ts'

interface Line {
  row: number
  path: string
  name: string
}

/** Reads a table whose first two columns are code and name; other rows are told. */
const readLines = async (file: string): Promise<{ lines: Line[]; faults: string[] }> => {
  const workbook = await readWorkbook(await readFile(file))
  if (!workbook.ok) throw new Error(`${file}:${workbook.message}`)
  const lines: Line[] = []
  const faults: string[] = []
  for (const { number, cells } of workbook.value.sheets[0]?.rows ?? []) {
    const [code, name] = [1, 2].map(
      (column) => cells.find((cell) => cell.column === column)?.text.trim() ?? '',
    )
    if (!code || !/\d{6}/.test(code)) continue
    const path = readAreaCode(code)
    if (!path.ok) faults.push(`第 ${number} 行：${path.message}`)
    else if (!name) faults.push(`第 ${number} 行：缺少名称。`)
    else lines.push({ row: number, path: path.value, name })
  }
  return { lines, faults }
}

const load = (file: string) =>
  withDatabase(async (database) => {
    const office = await getOffice(database)
    const { lines, faults } = await readLines(file)
    for (const line of lines)
      if (!line.path.startsWith(office.district))
        faults.push(`第 ${line.row} 行：${line.path} 不在 ${office.district} 之内。`)
    if (faults.length > 0)
      throw new Error(`${faults.slice(0, 20).join('\n')}\n共 ${faults.length} 处有误，没有导入。`)
    await saveAreas(database.connection.db, office.district, lines, todayIn(office.zone))
    process.stdout.write(`已导入 ${lines.length} 个区域。\n`)
  })

/** `youju areas import`: subdistricts, communities and grids from a table of codes and names. */
export const areasCommand = (program: Command): void => {
  const areas = program.command('areas').description('区划和网格')
  areas
    .command('import <文件>')
    .description('从表格导入：第一列代码（12 位，网格每级再加 3 位），第二列名称')
    .action(load)
}
