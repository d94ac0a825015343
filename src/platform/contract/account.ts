import { z } from 'zod'

/** How one may sign in besides by user name and password (`GET /api/auth/ways`). */
export const signInWays = z.object({
  /** The name under which passkeys work; null where the page has only a bare address. */
  passkeyHost: z.string().nullable(),
  /** What the office calls its own sign-in service; null without one. */
  singleSignOn: z.string().nullable(),
})
export type SignInWays = z.infer<typeof signInWays>

/** What belongs to one's own account (`GET /api/account`). */
export const myAccount = z.object({
  passkeys: z.array(z.object({ id: z.string(), name: z.string(), addedAt: z.string() })),
  sessions: z.array(
    z.object({
      id: z.string(),
      since: z.string(),
      /** Whence, as the server saw it. */
      address: z.string(),
      /** What the browser calls itself. */
      program: z.string(),
      current: z.boolean(),
    }),
  ),
  /** Whether the office's sign-in service has been used for it. */
  linked: z.boolean(),
})
export type MyAccount = z.infer<typeof myAccount>
