import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { makeIdNumber } from '../src/core/identity/index.ts'
import { addDays } from '../src/core/time/index.ts'
import { writeTable } from '../src/documents/xlsx/index.ts'
import { openImportOffice } from '../src/modules/ledgers/testing/import-office.ts'
import startCluster from '../src/platform/server/testing/start-cluster.ts'
import { at } from '../src/platform/server/testing/test-office.ts'
import type { Benchmark } from './benchmark.ts'
import { medianOf, timed } from './million.ts'

const rowCount = Number(process.env.BENCH_ROWS ?? 100_000)
const runs = Number(process.env.BENCH_RUNS ?? 3)

const headers = '序号 姓名 性别 身份证号 残疾类别 残疾等级 联系电话 所属网格 残疾证号'.split(' ')
const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许']
const given = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英文华建国']
/** Days from 1935 to 2020: where more are asked for, the next region begins. */
const days = 31_000

/** A person for every row: 499 men a day, so that ID numbers do not repeat. */
const rowOf = (index: number): string[] => {
  const place = Math.floor(index / 499) * 31
  const region = String(990101 + Math.floor(place / days))
  const idNumber = makeIdNumber(region, addDays('1935-01-01', place % days), (index % 499) * 2 + 1)
  return [
    String(index + 1),
    surnames[index % 20]! + given[index % 27]! + given[(index * 7) % 27]!,
    '男',
    idNumber,
    '肢体残疾',
    '二级',
    `138${String(index % 1e8).padStart(8, '0')}`,
    index % 2 === 0 ? '第一网格' : '第二网格',
    `${idNumber}42`,
  ]
}

const tables = ['person', 'ledger_entry']

const copyBack = async (client: pg.Client, contents: readonly Buffer[], target: (table: string) => string) =>
  await timed(async () => {
    await client.query('begin')
    for (const [index, table] of tables.entries())
      await pipeline([contents[index]!], client.query(copyFrom(`copy ${target(table)} from stdin`)))
    await client.query('commit')
  })

/** Copies what the tables hold out, and times copying the same bytes back in: as they are, and into bare tables. */
const timeCopy = async (url: string): Promise<{ indexed: number; bare: number }> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const contents: Buffer[] = []
  for (const table of tables)
    contents.push(await buffer(client.query(copyTo(`copy ${table} to stdout`)) as Readable))
  await client.query(`truncate ${tables.join(', ')}`)
  for (const table of tables) await client.query(`create table bare_${table} (like ${table})`)
  const bare = await copyBack(client, contents, (table) => `bare_${table}`)
  const indexed = await copyBack(client, contents, (table) => table)
  await client.end()
  return { indexed, bare }
}

const importOnce = async (name: string, bytes: Uint8Array) => {
  const house = await openImportOffice()
  let memory = 0
  const watch = setInterval(() => {
    memory = Math.max(memory, process.memoryUsage.rss())
  }, 200)
  try {
    const clerk = await house.hire('clerk', at('north'))
    const file = await house.put(clerk, name, bytes)
    const { import: id } = (await house.run(clerk, 'startImport', { file })) as { import: string }
    const preview = await timed(() => house.work())
    await house.run(clerk, 'confirmImport', { id, on: '2026-01-01' })
    const apply = await timed(() => house.work())
    clearInterval(watch)
    const { counts } = await house.view(clerk, id)
    if (counts.add !== rowCount) throw new Error(`imported ${counts.add} of ${rowCount} rows`)
    return { preview, apply, memory, ...(await timeCopy(house.ownerUrl)) }
  } finally {
    clearInterval(watch)
    await house.close()
  }
}

const rate = (milliseconds: number) => Math.round((rowCount / milliseconds) * 1000)

const importOf = (kind: 'csv' | 'xlsx', make: (rows: string[][]) => Promise<Uint8Array>): Benchmark => ({
  name: `registry/import-${rowCount}-rows-of-${kind}`,
  async run() {
    const stop = await startCluster()
    try {
      const bytes = await make(Array.from({ length: rowCount }, (_, index) => rowOf(index)))
      const times: Awaited<ReturnType<typeof importOnce>>[] = []
      for (let run = 0; run < runs; run++) times.push(await importOnce(`残疾人.${kind}`, bytes))
      const middle = (of: (time: (typeof times)[number]) => number) => medianOf(times.map(of))
      const whole = middle(({ preview, apply }) => preview + apply)
      const bare = middle((time) => time.bare)
      return {
        n: runs,
        median: rate(whole),
        unit: 'rows/s',
        reference: rate(bare),
        ratio: Math.round((rate(whole) / rate(bare)) * 1000) / 1000,
        note:
          `new people, checked twice (preview and writing), de-duplicated, sealed, indexed, audited; ` +
          `preview alone ${rate(middle((time) => time.preview))}, writing alone ${rate(middle((time) => time.apply))} rows/s; ` +
          `reference: COPY of the stored rows, person and entry, into bare tables; with indexes it reaches ${rate(middle((time) => time.indexed))}; ` +
          `peak ${Math.round(Math.max(...times.map(({ memory }) => memory)) / 1e6)} MB, the file as it was made included; fsync off for all`,
      }
    } finally {
      await stop()
    }
  },
})

export const benchmarks: Benchmark[] = [
  importOf('csv', async (rows) => Buffer.from([headers, ...rows].map((row) => row.join(',')).join('\r\n'))),
  importOf('xlsx', (rows) =>
    writeTable({ title: '残疾人登记表', columns: headers.map((header) => ({ header })), rows }),
  ),
]
