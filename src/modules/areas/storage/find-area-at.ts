import { sql } from 'kysely'
import { type Boundary, contains, type Point } from '../../../core/geometry/index.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'

interface Outlined {
  path: string
  boundary: Boundary | null
}

const childrenOf = async ({ db, district }: Repository, parent: string): Promise<Outlined[]> => {
  const { rows } = await sql<Outlined>`
    select path, boundary from area where district = ${district} and parent = ${parent} order by path`.execute(
    db,
  )
  return rows
}

/** What the map says of a place: the deepest area that holds it, or that none does, or that nothing was drawn. */
export type AreaAt = { readonly area: string } | 'outside' | 'undrawn'

const search = async (repository: Repository, parent: string, point: Point): Promise<AreaAt> => {
  const children = await childrenOf(repository, parent)
  const drawn = children.filter(({ boundary }) => boundary !== null)
  const holds = drawn.find(({ boundary }) => contains(boundary!, point))
  if (holds) {
    const below = await search(repository, holds.path, point)
    return typeof below === 'object' ? below : { area: holds.path }
  }
  // An area that nobody drew may hold some that were.
  let answer: AreaAt = drawn.length > 0 ? 'outside' : 'undrawn'
  for (const { path } of children.filter(({ boundary }) => boundary === null)) {
    const below = await search(repository, path, point)
    if (typeof below === 'object') return below
    if (below === 'outside') answer = 'outside'
  }
  return answer
}

/** The deepest of today's areas whose boundary holds a point (longitude, latitude). */
export const findAreaAt = (repository: Repository, point: Point): Promise<AreaAt> =>
  search(repository, repository.district, point)
