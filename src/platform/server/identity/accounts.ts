import { hash, verify } from '@node-rs/argon2'
import { betterAuth } from 'better-auth'
import { username } from 'better-auth/plugins'
import pg from 'pg'
import { outliveBrokenConnections } from '../database/connect.ts'

/** Accounts and sessions: better-auth, with argon2id and tables in the schema `auth`. */
export interface Accounts {
  /** Answers `/api/auth/*`. */
  handle(request: Request): Promise<Response>
  /** The account whose session cookie the headers carry. */
  accountOf(headers: Headers): Promise<string | undefined>
  /** Makes an account and answers its id. Throws where the user name is taken. */
  create(account: { username: string; password: string; name: string }): Promise<string>
  /** Sets a new password and ends all sessions of the account. */
  setPassword(account: string, password: string): Promise<void>
  close(): Promise<void>
}

// OWASP's recommendation for argon2id: 19 MiB, two passes, one lane.
const argon2id = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** An hour without use ends nothing, but a working day does: sign in each morning. */
const sessionSeconds = 12 * 3600

/** A page asks a dozen things at once; its session is looked up once. Posts are looked up with every request. */
const knownFor = 10_000
const mostKnown = 5000

export const openAccounts = (options: {
  databaseUrl: string
  secret: string
  /** Addresses from which the page may be used, besides the one it was asked at. */
  trustedOrigins: string[]
  secureCookies: boolean
}): Accounts => {
  const pool = new pg.Pool({
    connectionString: options.databaseUrl,
    max: 4,
    options: '-c role=youju_app -c search_path=auth',
    application_name: 'youju-auth',
  })
  outliveBrokenConnections(pool)
  const auth = betterAuth({
    database: pool,
    secret: options.secret,
    basePath: '/api/auth',
    trustedOrigins: options.trustedOrigins,
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      password: {
        hash: (password) => hash(password, argon2id),
        verify: ({ hash: stored, password }) => verify(stored, password),
      },
    },
    session: { expiresIn: sessionSeconds, updateAge: 3600 },
    advanced: {
      cookiePrefix: 'youju',
      useSecureCookies: options.secureCookies,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
    },
    // The server limits sign-in itself, by address and by user name.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    plugins: [username({ minUsernameLength: 2, maxUsernameLength: 40, usernameValidator: () => true })],
  })
  const known = new Map<string, { account: string; until: number }>()
  return {
    handle(request) {
      // Somebody signs in or out, or changes a password: at once.
      known.clear()
      return auth.handler(request).finally(() => known.clear())
    },
    async accountOf(headers) {
      const cookie = headers.get('cookie') ?? ''
      const before = known.get(cookie)
      if (before && before.until > Date.now()) return before.account
      const account = (await auth.api.getSession({ headers }))?.user.id
      if (known.size >= mostKnown) known.clear()
      if (account) known.set(cookie, { account, until: Date.now() + knownFor })
      return account
    },
    async create({ username: name, password, name: title }) {
      const context = await auth.$context
      const user = await context.internalAdapter.createUser(
        {
          email: `${name}@youju.invalid`,
          emailVerified: true,
          name: title,
          username: name.toLowerCase(),
          displayUsername: name,
        },
        { method: 'admin' },
      )
      await context.internalAdapter.linkAccount({
        userId: user.id,
        providerId: 'credential',
        accountId: user.id,
        issuer: 'local:credential',
        password: await hash(password, argon2id),
      })
      return user.id
    },
    async setPassword(account, password) {
      const context = await auth.$context
      await context.internalAdapter.updatePassword(account, await hash(password, argon2id))
      await context.internalAdapter.deleteUserSessions(account)
    },
    close: () => pool.end(),
  }
}
