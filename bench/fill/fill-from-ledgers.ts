import { performance } from 'node:perf_hooks'
import { catalogue } from '../../src/apps/catalogue.ts'
import { writeTable } from '../../src/documents/xlsx/index.ts'
import { fillFile } from '../../src/modules/forms/server.ts'
import { repositoryFor, todayAt } from '../../src/platform/server/office.ts'
import { loadAreaTree } from '../../src/platform/server/permission/area-tree.ts'
import { systemActor } from '../../src/platform/server/permission/system-actor.ts'
import { district, openDistrict } from '../million.ts'

/**
 * Fills a blank form from the made-up district, as `youju fill` does, and prints milliseconds, rows and the
 * process's greatest memory: `node bench/fill/fill-from-ledgers.ts 1000 30`. Without numbers it only makes the
 * district, so that this does not count.
 */
const headers =
  '序号 姓名 身份证号 性别 民族 出生日期 年龄 联系电话 户籍地址 现住地址 文化程度 婚姻状况 与户主关系 户主姓名 户主身份证号 户主联系电话 家庭人口 所属网格 社区 街道 居住状态 网格编号 残疾类别 残疾等级 残疾证号 监护人 是否低保 填报单位 填报日期 填表人'.split(
    ' ',
  )
const [rows, columns] = process.argv.slice(2).map(Number)
const house = await openDistrict()
const { connection, cipher } = house.database
const zone = 'Asia/Shanghai'
const areas = await loadAreaTree(connection.db, district)

/** A rule that about so many residents meet: the eldest; all where there are no more. */
const eldest = async (wanted: number): Promise<string> => {
  const { rows: found } = await connection.pool.query<{ born: string }>(
    'select birth_date::text as born from person where district = $1 order by birth_date offset $2 limit 1',
    [district, wanted],
  )
  return found[0] ? `birthDate < date("${found[0].born}")` : 'person'
}

if (rows && columns) {
  const bytes = await writeTable({
    title: '居民登记表',
    columns: headers.slice(0, columns).map((header) => ({ header })),
    rows: [],
  })
  const which = await eldest(rows)
  const asOf = todayAt({ zone })
  const order = {
    fileName: '居民登记表.xlsx',
    area: district,
    asOf,
    rows: which,
    unmasked: true,
    purpose: 'bench',
  }
  const start = performance.now()
  const filled = await connection.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((db) =>
      fillFile(
        repositoryFor({ district, zone, connection, catalogue, cipher, areas }, systemActor(district), {
          db,
        }),
        areas,
        { ...order, bytes },
      ),
    )
  const milliseconds = performance.now() - start
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024)
  console.log(
    JSON.stringify({
      milliseconds,
      megabytes,
      rows: filled.rows,
      cells: filled.cells,
      left: filled.left.length,
    }),
  )
}
await house.close()
