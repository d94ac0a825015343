import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import type { ProblemDetails } from '../../contract/problem.ts'
import { getMe } from '../../contract/session.ts'
import { listOutbox, type OutboxItem, watchOutbox } from '../outbox/outbox-store.ts'
import { sendOutbox } from '../outbox/send-outbox.ts'
import { useMe } from '../session/use-me.ts'

const again = 20_000

/** What one wrote and is not sent yet. */
export const useOutbox = (): readonly OutboxItem[] => {
  const { id } = useMe()
  const [items, setItems] = useState<readonly OutboxItem[]>([])
  useEffect(() => {
    const read = () => void listOutbox(id).then(setItems, () => setItems([]))
    read()
    return watchOutbox(read)
  }, [id])
  return items
}

/** Sends what waits when the page opens, when the network is back, and now and then; and when asked to. */
export const useSendOutbox = (waiting: number) => {
  const { id } = useMe()
  const queries = useQueryClient()
  const [problem, setProblem] = useState<ProblemDetails | null>(null)
  const send = useCallback(async () => {
    const before = (await listOutbox(id)).length
    const stopped = await sendOutbox(id)
    setProblem(stopped)
    // The session has ended: who is signed in is asked anew, which leads to the sign-in page.
    if (stopped?.status === 401) void queries.invalidateQueries({ queryKey: [getMe.path] })
    if ((await listOutbox(id)).length < before) void queries.invalidateQueries()
  }, [id, queries])
  useEffect(() => {
    if (waiting === 0) return
    const quietly = () => void send().catch(() => undefined)
    if (navigator.onLine) quietly()
    window.addEventListener('online', quietly)
    const timer = setInterval(quietly, again)
    return () => {
      window.removeEventListener('online', quietly)
      clearInterval(timer)
    }
  }, [waiting, send])
  return { send, problem }
}
