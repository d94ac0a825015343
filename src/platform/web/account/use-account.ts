import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { myAccount } from '../../contract/account.ts'
import { fetchJson } from '../api/fetch-route.ts'

const path = '/api/account'

/** What belongs to one's own account. */
export const useAccount = () =>
  useQuery({ queryKey: [path], queryFn: async () => myAccount.parse(await fetchJson(path)) })

/** Runs a change of one's account, one at a time, and asks for it anew; `problem` is what went wrong with the last. */
export const useAccountChange = () => {
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Error | null>(null)
  /** Answers whether it was done. */
  const run = async (change: () => Promise<unknown>): Promise<boolean> => {
    setBusy(true)
    setProblem(null)
    try {
      const done = (await change()) !== false
      await queries.invalidateQueries({ queryKey: [path] })
      return done
    } catch (error) {
      setProblem(error as Error)
      return false
    } finally {
      setBusy(false)
    }
  }
  return { run, busy, problem }
}
