import { useQueryClient } from '@tanstack/react-query'
import { fetchJson } from '../api/fetch-route.ts'
import { dropAllDrafts } from '../draft/drafts.ts'
import { emptyOutbox } from '../outbox/outbox-store.ts'

/** Ends the session and takes everything of this person out of the page and the browser. */
export const useSignOut = (): (() => Promise<void>) => {
  const queries = useQueryClient()
  return async () => {
    await fetchJson('/api/auth/sign-out', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    dropAllDrafts()
    await emptyOutbox().catch(() => undefined)
    // What the service worker remembers of a person.
    if ('caches' in window) await caches.delete('youju-person')
    queries.clear()
    window.location.assign('/')
  }
}
