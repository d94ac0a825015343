import { dwelling, person } from '../src/modules/registry/index.ts'
import { listRecords, listRows } from '../src/platform/server/repository/list.ts'
import type { Repository } from '../src/platform/server/repository/repository.ts'
import { toValues } from '../src/platform/server/repository/row.ts'
import type { Benchmark } from './benchmark.ts'
import { district, medianOf, openDistrict, residents, timed } from './million.ts'

/** Things that people type, drawn from people who are there. */
const wordsFrom = async (repository: Repository): Promise<{ q: string; address: boolean }[]> => {
  const words: { q: string; address: boolean }[] = []
  let cursor: string | undefined
  for (let page = 0; page < 5; page++) {
    const list = await listRows(repository, person, { limit: 40, sort: 'birthDate', cursor, uncounted: true })
    cursor = list.next ?? undefined
    for (const [index, { row }] of list.rows.entries()) {
      const values = toValues(repository.cipher, person, row)
      const idNumber = String(values.idNumber ?? '')
      const forms = [
        String(values.name),
        String(row.name_initials),
        idNumber,
        idNumber.slice(-4),
        String(row.name_pinyin),
      ]
      words.push({ q: forms[index % forms.length]!, address: false })
    }
  }
  const homes = await listRows(repository, dwelling, { limit: 40, uncounted: true })
  for (const { row } of homes.rows) words.push({ q: String(row.address).slice(-9), address: true })
  return words
}

const at = async (
  area: string,
): Promise<{ n: number; median: number; unit: string; reference: number; ratio: number; note: string }> => {
  const house = await openDistrict()
  try {
    const repository = house.repositoryAt(area)
    const { pool } = house.database.connection
    const words = await wordsFrom(repository)
    const times: number[] = []
    const points: number[] = []
    for (const { q, address } of words) {
      times.push(
        await timed(() =>
          listRecords(repository, address ? dwelling : person, { q, limit: 8, uncounted: true }),
        ),
      )
      points.push(
        await timed(() =>
          pool.query(
            'select * from person where district = $1 and id = (select id from person where district = $1 limit 1)',
            [district],
          ),
        ),
      )
    }
    const sorted = [...times].sort((a, b) => a - b)
    const median = medianOf(times)
    const reference = medianOf(points)
    return {
      n: times.length,
      median,
      unit: 'ms',
      reference,
      ratio: median / reference,
      note: `names, initials, pinyin, ID numbers and tails, addresses; p95 ${sorted[Math.floor(sorted.length * 0.95)]!.toFixed(1)} ms; reference: one row by key`,
    }
  } finally {
    await house.close()
  }
}

/** The first page of a search, one after the other, for somebody who sees the district, a community, a grid. */
export const benchmarks: Benchmark[] = [
  { name: `registry/search-district-of-${residents}`, run: () => at(district) },
  { name: `registry/search-community-in-${residents}`, run: () => at(`${district}001001`) },
  { name: `registry/search-grid-in-${residents}`, run: () => at(`${district}001001001`) },
]
