import { makeKey } from './make-key.ts'

/**
 * The idempotency key of what a person means to do. The same command sent again while it is unknown whether it
 * arrived keeps its key; another command, or the same one after an answer, is a new intent.
 */
export const makeIntent = () => {
  let pending: { key: string; body: string } | null = null
  return {
    keyFor(body: string): string {
      if (pending?.body !== body) pending = { key: makeKey(), body }
      return pending.key
    },
    answered(): void {
      pending = null
    },
  }
}
