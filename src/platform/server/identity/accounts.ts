import { randomBytes } from 'node:crypto'
import { passkey } from '@better-auth/passkey'
import { hash, verify } from '@node-rs/argon2'
import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { username } from 'better-auth/plugins'
import pg from 'pg'
import type { MyAccount, SignInWays } from '../../contract/account.ts'
import { outliveBrokenConnections } from '../database/connect.ts'
import { addressOf } from './account-address.ts'
import { openSingleSignOn, type SingleSignOnSettings } from './single-sign-on.ts'

/** Accounts and sessions: better-auth, with argon2id and tables in the schema `auth`. */
export interface Accounts {
  /** How one may sign in besides by user name and password. */
  readonly ways: SignInWays
  /** Answers `/api/auth/*`. */
  handle(request: Request): Promise<Response>
  /** The account whose session cookie the headers carry. */
  accountOf(headers: Headers): Promise<string | undefined>
  /** What belongs to that account: passkeys, sessions, a linked identity. Undefined without a session. */
  accountIn(headers: Headers): Promise<MyAccount | undefined>
  /** Ends one session of that account, or all but its own; answers whether there was one to end. */
  endSessions(headers: Headers, which: { id: string } | 'others'): Promise<boolean>
  /** Makes an account and answers its id. Throws where the user name is taken. */
  create(account: { username: string; password: string; name: string }): Promise<string>
  /** Sets a new password, ends all sessions of the account and takes its passkeys away: who holds them is in doubt. */
  setPassword(account: string, password: string): Promise<void>
  /** Makes the password one that nobody knows; sessions stay. */
  forgetPassword(account: string): Promise<void>
  close(): Promise<void>
}

// OWASP's recommendation for argon2id: 19 MiB, two passes, one lane.
const argon2id = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** An hour without use ends nothing, but a working day does: sign in each morning. */
const sessionSeconds = 12 * 3600

/** A passkey opens the account for good: only who has just signed in adds one, not who finds a page left open. */
const freshSeconds = 15 * 60

/** A page asks a dozen things at once; its session is looked up once. Posts are looked up with every request. */
const knownFor = 10_000
const mostKnown = 5000

export interface AccountSettings {
  databaseUrl: string
  secret: string
  /** Addresses under which the page may be used, besides the one it was asked at; passkeys belong to the first. */
  trustedOrigins: string[]
  secureCookies: boolean
  /** The office's own sign-in service, where it has one. */
  singleSignOn?: SingleSignOnSettings | undefined
}

/** The name that passkeys are bound to: browsers take no bare addresses, but `localhost`. */
const passkeyHostOf = ([origin]: readonly string[]): string | null => {
  if (origin === undefined) return 'localhost'
  const { hostname } = new URL(origin)
  return /^[\d.]+$|:/.test(hostname) ? null : hostname
}

const refuseUnverified = (userVerified: boolean) => {
  if (!userVerified) throw new APIError('UNAUTHORIZED', { code: 'USER_NOT_VERIFIED' })
}

/** The passkey stands in for the password, so it has to ask for a finger, a face or a PIN. */
const passkeys = (host: string, origins: readonly string[]) =>
  passkey({
    rpID: host,
    rpName: '有据',
    origin: origins.length > 0 ? [...origins] : null,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    registration: {
      afterVerification: async ({ verification }) =>
        refuseUnverified(verification.registrationInfo?.userVerified ?? false),
    },
    authentication: {
      afterVerification: async ({ verification }) =>
        refuseUnverified(verification.authenticationInfo.userVerified),
    },
    advanced: { webAuthnChallengeCookie: 'passkey' },
  })

export const openAccounts = (settings: AccountSettings): Accounts => {
  const { trustedOrigins } = settings
  const pool = new pg.Pool({
    connectionString: settings.databaseUrl,
    max: 4,
    options: '-c role=youju_app -c search_path=auth',
    application_name: 'youju-auth',
  })
  outliveBrokenConnections(pool)
  const shared = {
    database: pool,
    secret: settings.secret,
    basePath: '/api/auth',
    trustedOrigins,
    session: { expiresIn: sessionSeconds, updateAge: 3600, freshAge: freshSeconds },
    advanced: {
      cookiePrefix: 'youju',
      useSecureCookies: settings.secureCookies,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
    },
    // The server limits sign-in itself, by address and by user name.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  } satisfies BetterAuthOptions
  const passkeyHost = passkeyHostOf(trustedOrigins)
  const auth = betterAuth({
    ...shared,
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
    plugins: [
      username({ minUsernameLength: 2, maxUsernameLength: 40, usernameValidator: () => true }),
      passkeys(passkeyHost ?? 'localhost', trustedOrigins),
    ],
  })
  const singleSignOn = settings.singleSignOn && openSingleSignOn(shared, pool, settings.singleSignOn)
  const known = new Map<string, { account: string; until: number }>()
  const setPassword = async (account: string, password: string) =>
    (await auth.$context).internalAdapter.updatePassword(account, await hash(password, argon2id))
  const sessionIn = (headers: Headers) => auth.api.getSession({ headers })
  return {
    ways: { passkeyHost, singleSignOn: settings.singleSignOn?.title ?? null },
    handle(request) {
      // Somebody signs in or out, or changes a password: at once.
      known.clear()
      const answered = singleSignOn?.answers(request) ? singleSignOn.handle(request) : auth.handler(request)
      return answered.finally(() => known.clear())
    },
    async accountOf(headers) {
      const cookie = headers.get('cookie') ?? ''
      const before = known.get(cookie)
      if (before && before.until > Date.now()) return before.account
      const account = (await sessionIn(headers))?.user.id
      if (known.size >= mostKnown) known.clear()
      if (account) known.set(cookie, { account, until: Date.now() + knownFor })
      return account
    },
    async accountIn(headers) {
      const current = await sessionIn(headers)
      if (!current) return undefined
      const { internalAdapter } = await auth.$context
      const [keys, sessions, linked] = await Promise.all([
        auth.api.listPasskeys({ headers }),
        internalAdapter.listSessions(current.user.id, { onlyActiveSessions: true }),
        internalAdapter.findAccounts(current.user.id),
      ])
      return {
        passkeys: keys.map(({ id, name, createdAt }) => ({
          id,
          name: name ?? '通行密钥',
          addedAt: new Date(createdAt).toISOString(),
        })),
        sessions: sessions
          .map(({ id, createdAt, ipAddress, userAgent, token }) => ({
            id,
            since: new Date(createdAt).toISOString(),
            address: ipAddress ?? '',
            program: userAgent ?? '',
            current: token === current.session.token,
          }))
          .sort((a, b) => b.since.localeCompare(a.since)),
        linked: linked.some(({ providerId }) => providerId !== 'credential'),
      }
    },
    async endSessions(headers, which) {
      const current = await sessionIn(headers)
      if (!current) return false
      const { internalAdapter } = await auth.$context
      const ended = (await internalAdapter.listSessions(current.user.id)).filter(({ id, token }) =>
        which === 'others' ? token !== current.session.token : id === which.id,
      )
      for (const { token } of ended) await internalAdapter.deleteSession(token)
      known.clear()
      return ended.length > 0
    },
    async create({ username: name, password, name: title }) {
      const context = await auth.$context
      const user = await context.internalAdapter.createUser(
        {
          email: addressOf(name),
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
      await setPassword(account, password)
      await (await auth.$context).internalAdapter.deleteUserSessions(account)
      await pool.query('delete from passkey where "userId" = $1', [account])
      known.clear()
    },
    forgetPassword: (account) => setPassword(account, randomBytes(32).toString('hex')),
    close: () => pool.end(),
  }
}
