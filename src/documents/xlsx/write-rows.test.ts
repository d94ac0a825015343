import { expect, test } from 'vitest'
import { readWorkbook, type TableValue, writeRows, writeTable } from './index.ts'

const columns = [
  { header: '姓名' },
  { header: ['情况', '人数(人)'], format: 'integer' as const },
  { header: ['情况', '日期'], format: 'date' as const },
  { header: '说明', format: 'longText' as const },
]
const rows: TableValue[][] = Array.from({ length: 500 }, (_, index) => [
  `第${index}人<&">`,
  index,
  `2024-03-${String((index % 28) + 1).padStart(2, '0')}`,
  index % 3 === 0 ? null : '很长的说明'.repeat(index % 40),
])
const table = {
  title: '名单',
  subtitles: ['范围：城北社区'],
  notes: ['由 小王 导出。', '用后删除。'],
  provenance: [['用途', '核对'] as const],
  columns,
}

async function* inPieces() {
  for (let from = 0; from < rows.length; from += 230) yield rows.slice(from, from + 230)
}

const bytesOf = async (pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> => {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}

test('a table written row by row is the one that is written at once', async () => {
  const long = await readWorkbook(
    await bytesOf(writeRows({ ...table, rows: inPieces(), count: rows.length })),
  )
  const whole = await readWorkbook(await writeTable({ ...table, rows }))
  expect(long).toEqual(whole)
})

test('fewer rows than promised are no table', async () => {
  await expect(bytesOf(writeRows({ ...table, rows: inPieces(), count: 501 }))).rejects.toThrow('501')
})
