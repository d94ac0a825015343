import type { FastifyRequest } from 'fastify'
import { Problem } from '../../contract/problem.ts'
import { type Office, todayAt } from '../office.ts'
import { loadActor, type StaffMember } from '../permission/load-actor.ts'

/** Headers of a request as the web platform's. */
export const webHeaders = (request: FastifyRequest): Headers => {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  return headers
}

/** Whoever's session the request carries, with the posts held today. Throws `session.required` without one. */
export const identify = async (office: Office, request: FastifyRequest): Promise<StaffMember> => {
  const account = await office.accounts.accountOf(webHeaders(request))
  const member =
    account && (await loadActor(office.connection.db, office.district, { account }, todayAt(office)))
  if (!member) throw new Problem('session.required', '请先登录。')
  return member
}

/**
 * A command must come from our own page: browsers say so in `Sec-Fetch-Site` and `Origin`. Programs that send
 * neither carry no cookie of somebody else's either.
 */
export const refuseForeignOrigin = (request: FastifyRequest): void => {
  const site = request.headers['sec-fetch-site']
  const origin = request.headers.origin
  const foreign =
    (site !== undefined && site !== 'same-origin' && site !== 'none') ||
    (origin !== undefined && URL.parse(origin)?.host !== request.headers.host)
  if (foreign) throw new Problem('origin.foreign', '这个请求来自别的网站，已拒绝。')
}
