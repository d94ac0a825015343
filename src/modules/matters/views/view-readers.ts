import { defineReader } from '../../../platform/server/http/mount-route.ts'
import { getBoard, getBodyLoads, getMatterMap } from '../contract-views.ts'
import { type State, states } from '../life/states.ts'
import { findBodies, nameBodies } from '../storage/bodies.ts'
import { clusterMatters, countByArea, countByBody } from '../storage/count-places.ts'
import { countMatters, findMatters } from '../storage/list-matters.ts'
import { wordLines } from './word-line.ts'

const columns = (Object.keys(states) as State[]).filter((state) => state !== 'closed')
/** As many as one looks through before one turns to the list. */
const perColumn = 20

/** Ways to look at open matters: by state, on the map, by who answers for them. */
export const viewReaders = [
  defineReader(getBoard, async (repository, { query }) => {
    const bodies = await findBodies(repository)
    const counts = await countMatters(repository, bodies, { ...query, limit: perColumn })
    const rows = await Promise.all(
      columns.map(async (state) =>
        counts[state]
          ? (await findMatters(repository, bodies, { ...query, state, limit: perColumn })).rows
          : [],
      ),
    )
    const lines = await wordLines(repository, rows.flat())
    return {
      columns: columns.map((state) => ({
        state,
        count: counts[state] ?? 0,
        rows: lines.filter((line) => line.state === state),
      })),
    }
  }),
  defineReader(getMatterMap, async (repository, { query: { cell, ...query } }, office) => {
    const bodies = await findBodies(repository)
    const filters = { ...query, view: 'area' as const }
    const children = office.areas.children(query.area ?? office.district)
    const digits = children[0]?.path.length ?? (query.area ?? office.district).length
    const areas = await countByArea(repository, bodies, filters, digits)
    return {
      clusters: await clusterMatters(repository, bodies, filters, cell),
      areas: areas.map(({ path, count, overdue }) => ({ path, count, overdue })),
      unplaced: areas.reduce((sum, { unplaced }) => sum + unplaced, 0),
    }
  }),
  defineReader(getBodyLoads, async (repository, { query }) => {
    const rows = await countByBody(repository, await findBodies(repository), { ...query, view: 'area' })
    const names = await nameBodies(
      repository,
      rows.map(({ body }) => body),
    )
    return {
      rows: rows.map((row) => ({ ...row, body: { body: row.body, title: names.get(row.body) ?? '' } })),
    }
  }),
]
