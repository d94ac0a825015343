import { listAreas } from '../../../../platform/contract/session.ts'
import { useRoute } from '../../../../platform/web/api/use-route.ts'

/** The name of an area; its code until names are known. */
export const useAreaName = (path: string): string =>
  useRoute(listAreas).data?.areas.find((area) => area.path === path)?.name ?? path
