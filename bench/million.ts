import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { catalogue } from '../src/apps/catalogue.ts'
import { loadDemo } from '../src/apps/demo/index.ts'
import { type OpenDatabase, openDatabase } from '../src/apps/server/open-database.ts'
import { readSettings } from '../src/apps/server/settings.ts'
import { repositoryFor, todayAt } from '../src/platform/server/office.ts'
import type { Actor } from '../src/platform/server/permission/actor.ts'
import { loadAreaTree } from '../src/platform/server/permission/area-tree.ts'
import type { Repository } from '../src/platform/server/repository/repository.ts'

/** Residents of the made-up district that large benchmarks run on; `BENCH_RESIDENTS` makes it another size. */
export const residents = Number(process.env.BENCH_RESIDENTS ?? 1_000_000)

export const district = '990101'
const zone = 'Asia/Shanghai'
export const folder = fileURLToPath(new URL(`../.cache/bench-${residents}`, import.meta.url))

/** The day on which the data ends; on another it is made anew. Migrations that came since are applied when it opens. */
const stamp = (): string => todayAt({ zone })

export interface District {
  readonly database: OpenDatabase
  /** The way to the data of a person with a post in an area. */
  repositoryAt(area: string): Repository
  close(): Promise<void>
}

/** Opens a database in a folder of `.cache`, making what is in it at first; later runs of the same day find it. */
export const openMade = async (
  folder: string,
  make: (database: OpenDatabase) => Promise<void>,
): Promise<OpenDatabase> => {
  const mark = join(folder, 'made')
  if (!existsSync(mark) || readFileSync(mark, 'utf8') !== stamp())
    await rm(folder, { recursive: true, force: true })
  const database = await openDatabase(readSettings({ YOUJU_DATA: folder }))
  if (!existsSync(mark)) {
    await make(database)
    writeFileSync(mark, stamp())
  }
  return database
}

/** Opens the district, making it at first (minutes at a million); later runs find it in `.cache`. */
export const openDistrict = async (): Promise<District> => {
  const database = await openMade(folder, async (made) => {
    console.error(`making a district of ${residents} residents in ${folder} …`)
    await loadDemo({ database: made, residents, createAccount: async ({ username }) => `bench:${username}` })
  })
  const { connection, cipher } = database
  const areas = await loadAreaTree(connection.db, district)
  return {
    database,
    repositoryAt(area) {
      const actor: Actor = {
        id: '00000000-0000-7000-8000-000000000001',
        name: 'bench',
        district,
        posts: [{ id: '', role: 'officer', area }],
      }
      return repositoryFor({ district, zone, connection, catalogue, cipher, areas }, actor)
    },
    close: () => database.close(),
  }
}

/** The middle of some numbers. */
export const medianOf = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN

/** Milliseconds that something takes. */
export const timed = async (run: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await run()
  return performance.now() - start
}
