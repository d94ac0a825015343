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

/** A person for every row: 499 men a day, so that ID numbers do not repeat. */
const rowOf = (index: number): string[] => {
  const day = Math.floor(index / 499)
  const idNumber = makeIdNumber('990101', addDays('1935-01-01', day * 31), (index % 499) * 2 + 1)
  return [
    String(index + 1),
    surnames[index % 20]! + given[index % 27]! + given[(index * 7) % 27]!,
    '男',
    idNumber,
    '肢体残疾',
    '二级',
    `138${String(index).padStart(8, '0')}`,
    index % 2 === 0 ? '第一网格' : '第二网格',
    `${idNumber}42`,
  ]
}

const tables = ['person', 'ledger_entry']

/** Copies what the tables hold out, and times copying the same bytes back in, indexes and all. */
const timeCopy = async (url: string): Promise<number> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const contents: Buffer[] = []
  for (const table of tables)
    contents.push(await buffer(client.query(copyTo(`copy ${table} to stdout`)) as Readable))
  await client.query(`truncate ${tables.join(', ')}`)
  const time = await timed(async () => {
    await client.query('begin')
    for (const [index, table] of tables.entries())
      await pipeline([contents[index]!], client.query(copyFrom(`copy ${table} from stdin`)))
    await client.query('commit')
  })
  await client.end()
  return time
}

const importOnce = async (bytes: Uint8Array) => {
  const house = await openImportOffice()
  try {
    const clerk = await house.hire('clerk', at('north'))
    const file = await house.put(clerk, '残疾人.xlsx', bytes)
    const { import: id } = (await house.run(clerk, 'startImport', { file })) as { import: string }
    const preview = await timed(() => house.work())
    await house.run(clerk, 'confirmImport', { id, on: '2026-01-01' })
    const apply = await timed(() => house.work())
    const { counts } = await house.view(clerk, id)
    if (counts.add !== rowCount) throw new Error(`imported ${counts.add} of ${rowCount} rows`)
    return { preview, apply, copy: await timeCopy(house.ownerUrl) }
  } finally {
    await house.close()
  }
}

const seconds = (milliseconds: number) => Math.round(milliseconds / 10) / 100

export const benchmarks: Benchmark[] = [
  {
    name: `import/${rowCount}-rows`,
    async run() {
      const stop = await startCluster()
      try {
        const rows = Array.from({ length: rowCount }, (_, index) => rowOf(index))
        const columns = headers.map((header) => ({ header }))
        const bytes = await writeTable({ title: '残疾人登记表', columns, rows })
        const times: Awaited<ReturnType<typeof importOnce>>[] = []
        for (let run = 0; run < runs; run++) times.push(await importOnce(bytes))
        const whole = medianOf(times.map(({ preview, apply }) => preview + apply))
        const copy = medianOf(times.map((time) => time.copy))
        const preview = medianOf(times.map((time) => time.preview))
        return {
          n: runs,
          median: seconds(whole),
          unit: 's',
          reference: seconds(copy),
          ratio: Math.round((whole / copy) * 100) / 100,
          note: `reads an .xlsx of new people twice, checks every cell, previews (${seconds(preview)} s) and writes person and entry, sealed and indexed; reference: COPY of the stored rows from memory; fsync off for both`,
        }
      } finally {
        await stop()
      }
    },
  },
]
