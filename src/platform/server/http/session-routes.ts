import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '../../contract/problem.ts'
import { type Right, rights, roleHas, roles } from '../../contract/right.ts'
import { getMe, listAreas } from '../../contract/session.ts'
import { recordAudit } from '../audit/record-audit.ts'
import { type Office, repositoryFor } from '../office.ts'
import { loadActor } from '../permission/load-actor.ts'
import { mountAccount } from './account-routes.ts'
import { forwardToAccounts, perMinute, recordRefusedSignIn, recordSignIn } from './forward-to-accounts.ts'
import { identify, refuseForeignOrigin } from './identify.ts'
import { defineReader } from './mount-route.ts'
import { mountPasskeys } from './passkey-routes.ts'
import { sendProblem } from './send-problem.ts'
import { mountSingleSignOn } from './single-sign-on-routes.ts'

const signIn = async (office: Office, request: FastifyRequest, reply: FastifyReply) => {
  const response = await forwardToAccounts(office, request, reply)
  const username = String((request.body as { username?: unknown } | undefined)?.username ?? '').slice(0, 40)
  if (!response.ok) {
    await recordRefusedSignIn(office, { username })
    return sendProblem(reply, new Problem('session.failed', '用户名或密码不对。连续输错会暂停登录一分钟。'))
  }
  const answer = (await response.json()) as { user: { id: string } }
  await recordSignIn(office, answer.user.id)
  return reply.send({ ok: true })
}

/** Sign-in and sign-out by better-auth; a failed sign-in says no more than that it failed. */
export const mountSession = (app: FastifyInstance, office: Office): void => {
  app.post(
    '/api/auth/sign-in/username',
    {
      config: {
        rateLimit: {
          max: 10,
          timeWindow: '1 minute',
          hook: 'preHandler',
          keyGenerator: (request: FastifyRequest) =>
            `${request.ip} ${String((request.body as { username?: unknown } | undefined)?.username ?? '').toLowerCase()}`,
        },
      },
      schema: { hide: true },
    },
    async (request, reply) => {
      refuseForeignOrigin(request)
      return signIn(office, request, reply)
    },
  )
  for (const path of ['/api/auth/sign-out', '/api/auth/change-password'])
    app.post(path, { config: { rateLimit: perMinute }, schema: { hide: true } }, async (request, reply) => {
      refuseForeignOrigin(request)
      const member = await identify(office, request).catch(() => undefined)
      // Who changes a password because somebody may know it wants them out.
      const response = await forwardToAccounts(office, request, reply, {
        ...(request.body as object | null),
        revokeOtherSessions: true,
      })
      if (!response.ok)
        return sendProblem(
          reply,
          path.endsWith('sign-out')
            ? new Problem('session.required', '您已经退出，或登录已过期。')
            : new Problem('session.failed', '没有成功：原密码不对，或者新密码少于 10 位。'),
        )
      if (member && path.endsWith('change-password'))
        await office.connection.db
          .updateTable('staff')
          .set({ must_change_password: false })
          .where('district', '=', office.district)
          .where('id', '=', member.id)
          .execute()
      if (member)
        await recordAudit(repositoryFor(office, member), {
          action: path.slice('/api/auth/'.length) === 'sign-out' ? 'signOut' : 'changePassword',
        })
      return reply.send({ ok: true })
    })
  mountPasskeys(app, office)
  mountSingleSignOn(app, office)
  mountAccount(app, office)
}

export const sessionReaders = [
  defineReader(getMe, async (repository, _, office) => {
    const member = await loadActor(
      repository.db,
      repository.district,
      { id: repository.actor.id },
      repository.today,
    )
    return {
      id: member!.id,
      name: member!.name,
      username: member!.username,
      posts: member!.posts.map((post) => ({
        id: post.id,
        role: post.role,
        roleTitle: roles[post.role].title,
        area: post.area,
        areaName: office.areas.nameOf(post.area),
      })),
      rights: (Object.keys(rights) as Right[]).filter((right) =>
        member!.posts.some((post) => roleHas(post.role, right)),
      ),
      today: repository.today,
      demo: office.demo,
      mustChangePassword: member!.mustChangePassword,
      officeName: office.name,
    }
  }),
  defineReader(listAreas, async (repository, { query }, office) => {
    const tops = repository.actor.posts.map((post) => post.area)
    const areas = [...new Set(tops)]
      .filter((top) => !tops.some((other) => other !== top && top.startsWith(other)))
      .flatMap((top) => office.areas.under(top, query.asOf))
    return { areas }
  }),
]
