import { QueryCache, QueryClient } from '@tanstack/react-query'
import { getMe } from '../../contract/session.ts'
import { ProblemError } from './problem-error.ts'

const refused = (error: unknown): boolean => error instanceof ProblemError && error.problem.status > 0

/** The page's cache. When a session has ended, who is signed in is asked anew, which leads to the sign-in page. */
export const makeQueryClient = (): QueryClient => {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        const ended = error instanceof ProblemError && error.problem.status === 401
        if (ended && query.queryKey[0] !== getMe.path) {
          void client.invalidateQueries({ queryKey: [getMe.path] })
        }
      },
    }),
    defaultOptions: {
      queries: {
        // Without a connection the service worker may still know who is signed in.
        networkMode: 'offlineFirst',
        staleTime: 20_000,
        retry: (failures, error) => failures < 2 && !refused(error),
        refetchOnWindowFocus: true,
      },
    },
  })
  return client
}
