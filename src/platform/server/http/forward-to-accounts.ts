import type { FastifyReply, FastifyRequest } from 'fastify'
import { recordAudit } from '../audit/record-audit.ts'
import { type Office, repositoryFor, todayAt } from '../office.ts'
import { loadActor } from '../permission/load-actor.ts'
import { systemActor } from '../permission/system-actor.ts'
import { webHeaders } from './identify.ts'

/** Nobody guesses the old password of a session left open. */
export const perMinute = { max: 30, timeWindow: '1 minute' }

/** Hands a request to better-auth, and its cookies back to the browser. */
export const forwardToAccounts = async (
  office: Office,
  request: FastifyRequest,
  reply: FastifyReply,
  body: object = { ...(request.body as object | null) },
): Promise<Response> => {
  const headers = webHeaders(request)
  // What a visitor wrote there is not where the visitor is.
  headers.set('x-forwarded-for', request.ip)
  const response = await office.accounts.handle(
    new Request(new URL(request.url, `${request.protocol}://${request.host}`), {
      method: request.method,
      headers,
      ...(request.method === 'POST' ? { body: JSON.stringify(body) } : {}),
    }),
  )
  for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie)
  return response
}

/** Writes down that somebody has signed in, and how. Undefined where the account belongs to no staff member. */
export const recordSignIn = async (
  office: Office,
  account: string,
  detail: Readonly<Record<string, unknown>> = {},
) => {
  const member = await loadActor(office.connection.db, office.district, { account }, todayAt(office))
  if (member) await recordAudit(repositoryFor(office, member), { action: 'signIn', detail })
  return member
}

/** Writes down that somebody, whoever it was, was not let in. */
export const recordRefusedSignIn = (office: Office, detail: Readonly<Record<string, unknown>>) =>
  recordAudit(repositoryFor(office, systemActor(office.district)), {
    action: 'signIn',
    outcome: 'refused',
    detail,
  })
