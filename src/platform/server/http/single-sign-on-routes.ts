import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '../../contract/problem.ts'
import type { Office } from '../office.ts'
import { forwardToAccounts, recordRefusedSignIn, recordSignIn } from './forward-to-accounts.ts'
import { refuseForeignOrigin } from './identify.ts'
import { sendProblem } from './send-problem.ts'

const perOffice = { max: 300, timeWindow: '1 minute' }

/** The page that was asked for, if it is one of ours. */
const backOf = (request: FastifyRequest): string => {
  const { back } = (request.body ?? {}) as { back?: unknown }
  return typeof back === 'string' && /^\/(?![/\\])[\w\-./?=&%]*$/.test(back) ? back : '/'
}

/** A password that was given by somebody else and never used is nobody's from now on. */
const dropInitialPassword = async (office: Office, account: string, staff: string) => {
  await office.accounts.forgetPassword(account)
  await office.connection.db
    .updateTable('staff')
    .set({ must_change_password: false })
    .where('district', '=', office.district)
    .where('id', '=', staff)
    .execute()
}

const recordArrival = async (office: Office, response: Response) => {
  const cookie = response.headers
    .getSetCookie()
    .map((set) => set.split(';')[0])
    .join('; ')
  const account = cookie && (await office.accounts.accountOf(new Headers({ cookie })))
  if (!account) {
    const location = response.headers.get('location') ?? ''
    const error = URL.parse(location, 'http://here')?.searchParams.get('error') ?? 'unknown'
    return recordRefusedSignIn(office, { by: 'singleSignOn', error: error.slice(0, 60) })
  }
  const member = await recordSignIn(office, account, { by: 'singleSignOn' })
  if (member?.mustChangePassword) await dropInitialPassword(office, account, member.id)
}

/** Signing in through the office's own service (统一身份认证); nothing is mounted where there is none. */
export const mountSingleSignOn = (app: FastifyInstance, office: Office): void => {
  app.get('/api/auth/ways', { schema: { hide: true } }, async () => office.accounts.ways)
  if (office.accounts.ways.singleSignOn === null) return
  const limited = { config: { rateLimit: perOffice }, schema: { hide: true } }
  app.post('/api/auth/sign-in/social', limited, async (request, reply) => {
    refuseForeignOrigin(request)
    const response = await forwardToAccounts(office, request, reply, {
      provider: 'oidc',
      callbackURL: backOf(request),
      errorCallbackURL: '/',
      disableRedirect: true,
    })
    if (!response.ok)
      return sendProblem(
        reply,
        new Problem('session.provider_unreachable', '统一身份认证没有接受请求，请联系管理员。'),
      )
    const { url } = (await response.json()) as { url: string }
    return reply.send({ url })
  })
  app.get('/api/auth/callback/oidc', limited, async (request, reply) => {
    const response = await forwardToAccounts(office, request, reply)
    await recordArrival(office, response)
    return reply.redirect(response.headers.get('location') ?? '/')
  })
}
