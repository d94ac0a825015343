import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { RecordQuery, RecordSource } from './record-source.ts'

/** The rows read so far, and the way to read more. */
export const useRecordPages = (source: RecordSource, query: Omit<RecordQuery, 'cursor'>) => {
  const held = useInfiniteQuery({
    queryKey: [...source.key, query],
    queryFn: ({ pageParam, signal }) => source.load({ ...query, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  return {
    rows: held.data?.pages.flatMap((page) => page.rows) ?? [],
    total: held.data?.pages[0]?.total,
    pending: held.isPending,
    stale: held.isPlaceholderData,
    error: held.error,
    more: held.hasNextPage,
    loadingMore: held.isFetchingNextPage,
    loadMore: () => void held.fetchNextPage(),
    retry: () => void held.refetch(),
  }
}
