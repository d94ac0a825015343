import { useNavigate, useSearch } from '@tanstack/react-router'
import { listAreas } from '../../contract/session.ts'
import { useRoute } from '../api/use-route.ts'
import { useMe } from '../session/use-me.ts'

/** Where and when one looks. `query` is what lists, figures and forms pass on to the server. */
export interface Viewpoint {
  /** Undefined: all of one's areas. */
  area: string | undefined
  areaName: string
  /** Undefined: today. */
  asOf: string | undefined
  /** The day looked at, today's date where none was chosen. */
  day: string
  today: string
  /** A past day is looked at: nothing may be changed. */
  past: boolean
  query: { area: string | undefined; asOf: string | undefined }
}

/** The viewpoint held in the address (`area`, `asOf`), the same for every page. */
export const useViewpoint = (): Viewpoint => {
  const search = useSearch({ strict: false }) as Record<string, string | undefined>
  const { today, posts } = useMe()
  const areas = useRoute(listAreas)
  const asOf = search.asOf && search.asOf < today ? search.asOf : undefined
  const area = search.area
  const own = [...new Set(posts.map((post) => post.areaName))].join('、')
  const areaName = area ? (areas.data?.areas.find((one) => one.path === area)?.name ?? area) : own
  return {
    area,
    areaName: areaName || '全部区域',
    asOf,
    day: asOf ?? today,
    today,
    past: asOf !== undefined,
    query: { area, asOf },
  }
}

/** Changes the viewpoint and stays on the page; undefined goes back to all areas or to today. */
export const useMoveViewpoint = (): ((to: {
  area?: string | undefined
  asOf?: string | undefined
}) => void) => {
  const navigate = useNavigate()
  return (to) =>
    void navigate({
      to: '.',
      search: (now: Record<string, unknown>) => ({ ...now, ...to }),
    } as never)
}
