import { useNavigate, useSearch } from '@tanstack/react-router'
import { parseSearch } from './search-codec.ts'

export type Search = Record<string, string | undefined>

/** The search parameters of the address, as text. */
export const usePageSearch = (): Search => useSearch({ strict: false }) as Search

/** Changes search parameters of this page; undefined takes one away. `replace` leaves no step in the history. */
export const useSetPageSearch = (): ((change: Search, options?: { replace?: boolean }) => void) => {
  const navigate = useNavigate()
  return (change, options) =>
    void navigate({
      to: '.',
      search: (now: Search) => ({ ...now, ...change }),
      replace: options?.replace ?? false,
      resetScroll: false,
    } as never)
}

/** Goes to a page; `to` may carry a query. Area and date are kept unless named. */
export const useGo = (): ((to: string, search?: Search) => void) => {
  const navigate = useNavigate()
  return (to, search = {}) => {
    const [path, query = ''] = to.split('?')
    void navigate({ to: path, search: { ...parseSearch(query), ...search } } as never)
  }
}
