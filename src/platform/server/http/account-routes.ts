import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Problem } from '../../contract/problem.ts'
import { recordAudit } from '../audit/record-audit.ts'
import { type Office, repositoryFor } from '../office.ts'
import { perMinute } from './forward-to-accounts.ts'
import { identify, refuseForeignOrigin, webHeaders } from './identify.ts'

const which = z.union([z.object({ id: z.string().max(100) }), z.object({ others: z.literal(true) })])

/** One's own account: what belongs to it, and ending sessions on devices that one has left. */
export const mountAccount = (app: FastifyInstance, office: Office): void => {
  const limited = { config: { rateLimit: perMinute }, schema: { hide: true } }
  app.get('/api/account', { schema: { hide: true } }, async (request) => {
    await identify(office, request)
    return office.accounts.accountIn(webHeaders(request))
  })
  app.post('/api/account/end-sessions', limited, async (request) => {
    refuseForeignOrigin(request)
    const member = await identify(office, request)
    const wanted = which.safeParse(request.body)
    if (!wanted.success) throw new Problem('request.invalid', '请说明结束哪一处登录。')
    const ended = await office.accounts.endSessions(
      webHeaders(request),
      'id' in wanted.data ? wanted.data : 'others',
    )
    if (!ended && 'id' in wanted.data)
      throw new Problem('session.not_found', '这处登录已经结束，或不是您的。')
    await recordAudit(repositoryFor(office, member), { action: 'endSessions' })
    return { ok: true }
  })
}
