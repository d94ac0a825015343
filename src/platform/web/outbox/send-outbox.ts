import type { ProblemDetails } from '../../contract/problem.ts'
import { fetchJson } from '../api/fetch-route.ts'
import { asProblem } from '../api/problem-error.ts'
import { uploadFile } from '../api/use-upload.ts'
import { dropOutboxItem, findOutboxItem, listOutbox, type OutboxItem, putOutboxItem } from './outbox-store.ts'

export type Sending =
  | { readonly state: 'sent'; readonly answer: unknown }
  /** No answer, the session has ended, or the server is busy: it is sent again later. */
  | { readonly state: 'waiting'; readonly problem: ProblemDetails }
  | { readonly state: 'refused'; readonly problem: ProblemDetails }
  /** Sent from another tab, or deleted. */
  | { readonly state: 'gone' }

const isPassing = ({ status }: ProblemDetails): boolean =>
  status === 0 || status === 401 || status === 429 || status >= 500

/** Files first, each noted as soon as it is there: a command sent again has to be the very same. */
const sendFiles = async (item: OutboxItem): Promise<OutboxItem> => {
  let now = item
  for (const { path, field, blob } of item.files) {
    const { id } = await uploadFile<{ id: string }>(path, blob)
    const list = (now.input[field] as readonly string[] | undefined) ?? []
    now = { ...now, input: { ...now.input, [field]: [...list, id] }, files: now.files.slice(1) }
    await putOutboxItem(now)
  }
  return now
}

const send = async (key: string): Promise<Sending> => {
  const item = await findOutboxItem(key)
  if (!item) return { state: 'gone' }
  try {
    const { action, input } = await sendFiles(item)
    const answer = await fetchJson(`/api/actions/${action}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(input),
    })
    await dropOutboxItem(key)
    return { state: 'sent', answer }
  } catch (error) {
    const problem = asProblem(error)
    if (isPassing(problem)) return { state: 'waiting', problem }
    const latest = await findOutboxItem(key)
    if (latest) await putOutboxItem({ ...latest, problem })
    return { state: 'refused', problem }
  }
}

let last: Promise<unknown> = Promise.resolve()

/** One at a time, over all tabs where the browser can tell. */
const inTurn = <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
  if (navigator.locks) return navigator.locks.request('youju-outbox', work) as Promise<Answer>
  const turn = last.then(work)
  last = turn.catch(() => undefined)
  return turn
}

/** Sends one thing now. */
export const sendOutboxItem = (key: string): Promise<Sending> => inTurn(() => send(key))

/** Changes what is not sent yet; false where it was sent meanwhile. */
export const changeOutboxItem = (item: OutboxItem): Promise<boolean> =>
  inTurn(async () => {
    if (!(await findOutboxItem(item.key))) return false
    await putOutboxItem(item)
    return true
  })

/** Sends what waits for the network; ends at the first that finds none. Answers why it ended. */
export const sendOutbox = async (owner: string): Promise<ProblemDetails | null> => {
  for (const { key, problem } of await listOutbox(owner)) {
    if (problem) continue
    const sending = await sendOutboxItem(key)
    if (sending.state === 'waiting') return sending.problem
  }
  return null
}
