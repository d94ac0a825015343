import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo } from 'react'
import { useModules } from '../module/modules-context.ts'
import { useMay } from '../session/use-me.ts'
import { useViewpoint } from '../viewpoint/use-viewpoint.ts'
import { findPages, findRecords, type HitGroup } from './search-sources.ts'

/** What the search box finds for a text, as of the day looked at. */
export const useSearchHits = (
  typed: string,
): { groups: readonly HitGroup[]; pending: boolean; error: Error | null } => {
  const text = useDeferredValue(typed.trim())
  const modules = useModules()
  const may = useMay()
  const { asOf } = useViewpoint()
  const asked = useQuery({
    queryKey: ['search', text, asOf ?? null],
    queryFn: ({ signal }) => findRecords(modules, text, may, { asOf, signal }),
    enabled: text !== '',
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
  const groups = useMemo(
    () => (text === '' ? [] : [...(asked.data ?? []), ...findPages(modules, text, may)]),
    [asked.data, modules, text, may],
  )
  return { groups, pending: asked.isFetching, error: asked.error }
}
