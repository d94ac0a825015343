import { catalogue } from '../src/apps/catalogue.ts'
import { openRecords } from '../src/apps/server/open-office.ts'
import { readSettings } from '../src/apps/server/settings.ts'
import type { Office } from '../src/platform/server/office.ts'
import { exportJob } from '../src/platform/server/records/export-records.ts'
import type { Benchmark } from './benchmark.ts'
import { district, folder, openDistrict, residents, timed } from './million.ts'

/** Every resident with every field, masked, as somebody of the district sees them. */
export const benchmarks: Benchmark[] = [
  {
    name: `registry/export-${residents}-residents`,
    async run() {
      const house = await openDistrict()
      let memory = 0
      const watch = setInterval(() => {
        memory = Math.max(memory, process.memoryUsage.rss())
      }, 200)
      try {
        const repository = house.repositoryAt(district)
        const { connection, cipher } = house.database
        const records = await openRecords(readSettings({ YOUJU_DATA: folder }), connection, district)
        const office = {
          ...records,
          district,
          zone: 'Asia/Shanghai',
          connection,
          cipher,
        } as unknown as Office
        const fields = Object.values(catalogue.records.get('person')!.fields).filter(({ kept }) => !kept)
        const input = {
          definition: 'person',
          filter: {},
          purpose: 'bench',
          unmasked: false,
          fields: fields.map(({ key }) => key),
        }
        let told = 0
        const time = await timed(() =>
          exportJob(office)({ id: '', input }, repository, async () => {
            told++
          }),
        )
        const copy = await timed(() =>
          connection.pool.query('select count(to_jsonb(e)::text) from person e where district = $1', [
            district,
          ]),
        )
        return {
          n: 1,
          median: Math.round(time / 100) / 10,
          unit: 's',
          reference: Math.round(copy / 100) / 10,
          ratio: Math.round((time / copy) * 10) / 10,
          note: `${fields.length + 2} columns to .xlsx, ${told} times told how far; peak ${Math.round(memory / 1e6)} MB; reference: the database making the same rows into JSON`,
        }
      } finally {
        clearInterval(watch)
        await house.close()
      }
    },
  },
]
