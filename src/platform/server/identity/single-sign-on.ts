import { setTimeout } from 'node:timers/promises'
import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { genericOAuth } from 'better-auth/plugins'
import { decodeJwt } from 'jose'
import type pg from 'pg'
import { Problem } from '../../contract/problem.ts'
import { addressOf } from './account-address.ts'

/** The office's own sign-in service (统一身份认证), an OpenID Connect provider. */
export interface SingleSignOnSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** What the button on the sign-in page calls it. */
  readonly title: string
  /** The claim that names the user as Youju does, `preferred_username` mostly. */
  readonly claim: string
  /** The address of this page, to which the provider sends people back. */
  readonly origin: string
}

/** The provider's name in paths and in the table of accounts. */
const providerId = 'oidc'

const patience = 10_000

const unreachable = () =>
  new Problem('session.provider_unreachable', '统一身份认证暂时连不上。请稍后再试，或用用户名和密码登录。')

/** The claims of the identity token, which better-auth has held against signature, issuer, audience and nonce. */
const readClaims = (idToken: string | undefined, claim: string) => {
  if (!idToken) return null
  const claims = decodeJwt(idToken)
  const username = claims[claim]
  if (!claims.sub || typeof username !== 'string' || username.trim() === '') return null
  return { ...claims, id: claims.sub, email: addressOf(username.trim()), emailVerified: true, name: username }
}

/**
 * Signing in by OpenID Connect, with code, PKCE, state and nonce. It makes no accounts and gives no rights: the
 * claim names an account that is there already; from then on the account belongs to that subject and to no other.
 * Its own better-auth, opened with the first use: where the provider is down, passwords and passkeys still work.
 */
export const openSingleSignOn = (
  shared: BetterAuthOptions,
  pool: pg.Pool,
  settings: SingleSignOnSettings,
) => {
  const { issuer, clientId, clientSecret, claim, origin } = settings
  const make = () =>
    betterAuth({
      ...shared,
      baseURL: origin,
      onAPIError: { errorURL: `${origin}/` },
      account: {
        accountLinking: { trustedProviders: [providerId] },
        updateAccountOnSignIn: false,
      },
      databaseHooks: {
        account: {
          create: {
            before: async (account) => {
              const { rows } = await pool.query(
                'select 1 from account where "userId" = $1 and "providerId" = $2',
                [account.userId, providerId],
              )
              if (rows.length > 0) return false
              // Nothing is asked of the provider in the person's name later.
              return { data: { ...account, accessToken: null, refreshToken: null, idToken: null } }
            },
          },
        },
      },
      plugins: [
        genericOAuth({
          config: [
            {
              providerId,
              discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
              clientId,
              clientSecret,
              scopes: ['openid', 'profile'],
              pkce: true,
              requireIdTokenVerification: true,
              disableSignUp: true,
              getUserInfo: async ({ idToken }) => readClaims(idToken, claim),
            },
          ],
        }),
      ],
    })
  let opened: Promise<ReturnType<typeof make>> | undefined
  const open = () => {
    opened ??= (async () => {
      const auth = make()
      await Promise.race([
        auth.$context,
        setTimeout(patience, undefined, { ref: false }).then(() => Promise.reject(unreachable())),
      ])
      return auth
    })().catch(() => {
      opened = undefined
      throw unreachable()
    })
    return opened
  }
  const paths = [`/api/auth/callback/${providerId}`, '/api/auth/sign-in/social']
  return {
    answers: (request: Request): boolean => paths.includes(new URL(request.url).pathname),
    handle: async (request: Request): Promise<Response> => (await open()).handler(request),
  }
}
