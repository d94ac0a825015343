import { useQuery } from '@tanstack/react-query'
import { signInWays } from '../../contract/account.ts'
import { fetchJson } from '../api/fetch-route.ts'

/** How one may sign in besides by user name and password; undefined until it is known. */
export const useSignInWays = () =>
  useQuery({
    queryKey: ['/api/auth/ways'],
    queryFn: async () => signInWays.parse(await fetchJson('/api/auth/ways')),
    staleTime: Number.POSITIVE_INFINITY,
  }).data
