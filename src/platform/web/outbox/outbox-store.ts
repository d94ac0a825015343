import type { ProblemDetails } from '../../contract/problem.ts'

/** A file that goes before its command: sent to `path`, the id of the answer joins the input's list `field`. */
export interface OutboxFile {
  readonly path: string
  readonly field: string
  readonly blob: Blob
}

/** A command that has not been answered yet, kept in this browser until it is. */
export interface OutboxItem {
  /** Made here; with it the server carries it out once, however often it is sent. */
  readonly key: string
  /** Id of whoever wrote it: people share telephones. */
  readonly owner: string
  readonly action: string
  readonly title: string
  /** The page where it is changed, with `outbox=<key>`. */
  readonly to: string
  readonly input: Readonly<Record<string, unknown>>
  readonly files: readonly OutboxFile[]
  readonly savedAt: string
  /** Why it was refused; then it waits for a person, not for the network. */
  readonly problem: ProblemDetails | null
}

const storeName = 'items'
const changes = new EventTarget()
const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('youju-outbox') : null
channel?.addEventListener('message', () => changes.dispatchEvent(new Event('change')))

const tell = (): void => {
  changes.dispatchEvent(new Event('change'))
  channel?.postMessage('change')
}

let opened: Promise<IDBDatabase> | undefined

const open = (): Promise<IDBDatabase> => {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('youju-outbox', 1)
    request.onupgradeneeded = () => request.result.createObjectStore(storeName, { keyPath: 'key' })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  return opened
}

const inStore = async <Answer>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Answer>,
): Promise<Answer> => {
  const transaction = (await open()).transaction(storeName, mode)
  const request = work(transaction.objectStore(storeName))
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result)
    transaction.onabort = () => reject(transaction.error)
  })
}

/** What somebody wrote and is not sent yet, the oldest first. */
export const listOutbox = async (owner: string): Promise<readonly OutboxItem[]> =>
  ((await inStore('readonly', (store) => store.getAll())) as OutboxItem[])
    .filter((item) => item.owner === owner)
    .sort((a, b) => a.savedAt.localeCompare(b.savedAt))

export const findOutboxItem = async (key: string): Promise<OutboxItem | undefined> =>
  (await inStore('readonly', (store) => store.get(key))) as OutboxItem | undefined

export const putOutboxItem = async (item: OutboxItem): Promise<void> => {
  await inStore('readwrite', (store) => store.put(item))
  tell()
}

export const dropOutboxItem = async (key: string): Promise<void> => {
  await inStore('readwrite', (store) => store.delete(key))
  tell()
}

/** Takes everything away, as signing out does. */
export const emptyOutbox = async (): Promise<void> => {
  await inStore('readwrite', (store) => store.clear())
  tell()
}

/** Calls back whenever something was put in or taken out, here or in another tab. */
export const watchOutbox = (changed: () => void): (() => void) => {
  changes.addEventListener('change', changed)
  return () => changes.removeEventListener('change', changed)
}
