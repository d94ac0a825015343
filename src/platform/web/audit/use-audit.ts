import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { searchAudit } from '../../contract/audit.ts'
import { usePageSearch } from '../address/use-address.ts'
import { fetchRoute } from '../api/fetch-route.ts'

export type AuditAction = z.infer<typeof searchAudit.answer>['actions'][number]

/** The entries that the address asks for, as far as they were read. */
export const useAudit = () => {
  const { action, actor, subject, from, to } = usePageSearch()
  const query = { action, actor, subject, from, to }
  const asked = useInfiniteQuery({
    queryKey: [searchAudit.path, query],
    queryFn: ({ pageParam, signal }) =>
      fetchRoute(searchAudit, { query: { ...query, cursor: pageParam } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  const actions: readonly AuditAction[] = asked.data?.pages[0]?.actions ?? []
  return {
    entries: asked.data?.pages.flatMap((page) => page.entries) ?? [],
    actions,
    narrowed: Object.values(query).some((value) => value !== undefined),
    pending: asked.isPending,
    error: asked.error,
    retry: () => void asked.refetch(),
    more: asked.hasNextPage,
    loadingMore: asked.isFetchingNextPage,
    loadMore: () => void asked.fetchNextPage(),
  }
}
