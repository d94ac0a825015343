import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Problem } from '../../contract/problem.ts'
import { recordAudit } from '../audit/record-audit.ts'
import { type Office, repositoryFor } from '../office.ts'
import { forwardToAccounts, perMinute, recordRefusedSignIn, recordSignIn } from './forward-to-accounts.ts'
import { identify, refuseForeignOrigin, webHeaders } from './identify.ts'
import { sendProblem } from './send-problem.ts'

const most = 20

const name = z.string().trim().min(1).max(40)

/** A passkey cannot be guessed; an office of sixty behind one address signs in within the same minute. */
const perOffice = { max: 300, timeWindow: '1 minute' }

const nameOf = (request: FastifyRequest): string => {
  const read = name.safeParse((request.body as { name?: unknown } | null)?.name)
  if (read.success) return read.data
  throw new Problem('field.invalid', '请给通行密钥起一个 1 到 40 个字的名字，如“办公室电脑”。', {
    places: [{ field: 'name', message: '1 到 40 个字' }],
  })
}

const wordRefusal = async (response: Response): Promise<Problem> => {
  const { code } = (await response.json().catch(() => ({}))) as { code?: string }
  if (code === 'SESSION_NOT_FRESH')
    return new Problem(
      'session.not_fresh',
      '登录已超过一刻钟。为防别人趁您离开时添加，请退出后重新登录再试。',
    )
  if (response.status === 404 || code === 'PASSKEY_NOT_FOUND')
    return new Problem('passkey.not_found', '没有这个通行密钥，可能已经删除。')
  return new Problem('passkey.refused', '通行密钥没有通过验证。请重试；设备要能验证指纹、面容或 PIN。')
}

const changePasskeys = async (
  office: Office,
  request: FastifyRequest,
  reply: FastifyReply,
  change: string,
) => {
  refuseForeignOrigin(request)
  const member = await identify(office, request)
  const body = {
    ...(request.body as object | null),
    ...(change === 'removePasskey' ? {} : { name: nameOf(request) }),
  }
  const response = await forwardToAccounts(office, request, reply, body)
  if (!response.ok) return sendProblem(reply, await wordRefusal(response))
  await recordAudit(repositoryFor(office, member), { action: change })
  return reply.send({ ok: true })
}

const signIn = async (office: Office, request: FastifyRequest, reply: FastifyReply) => {
  refuseForeignOrigin(request)
  const response = await forwardToAccounts(office, request, reply)
  if (!response.ok) {
    await recordRefusedSignIn(office, { by: 'passkey' })
    const problem = await wordRefusal(response)
    return sendProblem(
      reply,
      problem.code === 'passkey.not_found'
        ? new Problem('session.failed', '这个通行密钥已在有据里删除。请用用户名和密码登录。')
        : problem,
    )
  }
  const answer = (await response.json()) as { user: { id: string } }
  await recordSignIn(office, answer.user.id, { by: 'passkey' })
  return reply.send({ ok: true })
}

/** Passkeys (通行密钥): signing in with one, and adding, naming and removing one's own. */
export const mountPasskeys = (app: FastifyInstance, office: Office): void => {
  const limited = { config: { rateLimit: perMinute }, schema: { hide: true } }
  const shared = { config: { rateLimit: perOffice }, schema: { hide: true } }
  app.get('/api/auth/passkey/generate-authenticate-options', shared, async (request, reply) =>
    reply.send(await (await forwardToAccounts(office, request, reply)).json()),
  )
  app.post('/api/auth/passkey/verify-authentication', shared, (request, reply) =>
    signIn(office, request, reply),
  )
  app.get('/api/auth/passkey/generate-register-options', limited, async (request, reply) => {
    const member = await identify(office, request)
    const { passkeys } = (await office.accounts.accountIn(webHeaders(request))) ?? { passkeys: [] }
    if (passkeys.length >= most)
      throw new Problem('passkey.refused', `一个账号最多 ${most} 个通行密钥，请先删去不用的。`)
    const response = await forwardToAccounts(office, request, reply)
    if (!response.ok) return sendProblem(reply, await wordRefusal(response))
    const options = (await response.json()) as { user: object }
    // So that the device shows whose it is, rather than an address that is nobody's.
    return reply.send({
      ...options,
      user: { ...options.user, name: member.username, displayName: member.name },
    })
  })
  for (const [path, change] of [
    ['verify-registration', 'addPasskey'],
    ['update-passkey', 'renamePasskey'],
    ['delete-passkey', 'removePasskey'],
  ] as const)
    app.post(`/api/auth/passkey/${path}`, limited, (request, reply) =>
      changePasskeys(office, request, reply, change),
    )
}
