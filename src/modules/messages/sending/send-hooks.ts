import { type Office, repositoryFor } from '../../../platform/server/office.ts'
import { waitAfter } from '../../../platform/server/outgoing/backoff.ts'
import { NotSent, postJson, type Sent } from '../../../platform/server/outgoing/post-json.ts'
import { systemActor } from '../../../platform/server/permission/system-actor.ts'
import { type DueDelivery, failDelivery, settleDelivery, takeDelivery } from '../storage/hooks.ts'
import { signDingtalk, signStandard } from './sign.ts'

type Post = (url: string, body: string, headers?: Record<string, string>) => Promise<Sent>

/** How each kind of hook is spoken to. */
const speak: Record<DueDelivery['kind'], (delivery: DueDelivery, post: Post) => Promise<Sent>> = {
  standard: ({ id, url, secret, payload }, post) => {
    const body = JSON.stringify(payload)
    return post(url, body, signStandard(secret, { id, body, at: new Date() }))
  },
  // 企业微信 and 政务微信 take the same message.
  wecom: ({ url, text }, post) => post(url, JSON.stringify({ msgtype: 'text', text: { content: text } })),
  dingtalk: ({ url, secret, text }, post) =>
    post(signDingtalk(url, secret, new Date()), JSON.stringify({ msgtype: 'text', text: { content: text } })),
}

/** Robots answer 200 to whatever they refuse, and say so in the body. */
const refusalOf = ({ kind }: DueDelivery, { status, body }: Sent): string | undefined => {
  if (status < 200 || status > 299)
    return status >= 300 && status < 400 ? `对方要求转到别处（${status}），不跟随。` : `对方答 ${status}。`
  if (kind === 'standard') return undefined
  try {
    const { errcode, errmsg } = JSON.parse(body) as { errcode?: number; errmsg?: string }
    return errcode === 0
      ? undefined
      : `机器人没有收下（${errcode ?? '无代码'} ${String(errmsg ?? '').slice(0, 80)}）。`
  } catch {
    return '对方的应答不是机器人的应答。'
  }
}

/** Sends what is due, one after another; answers how many were tried. */
export const sendHooks = async (office: Office, now = new Date(), most = 100): Promise<number> => {
  const repository = repositoryFor(office, systemActor(office.district))
  const post: Post = (url, body, headers = {}) =>
    postJson(url, body, { headers, privateHosts: office.privateHosts })
  for (let tried = 0; tried < most; tried++) {
    const delivery = await takeDelivery(repository, now)
    if (!delivery) return tried
    const wait = waitAfter(delivery.tries)
    try {
      const sent = await speak[delivery.kind](delivery, post)
      const error = refusalOf(delivery, sent)
      if (error === undefined) await settleDelivery(repository, delivery, sent.status)
      else await failDelivery(repository, delivery, { status: sent.status, error, wait })
    } catch (error) {
      if (!(error instanceof NotSent)) office.log.error({ err: error, hook: delivery.hook }, 'hook failed')
      const message = error instanceof NotSent ? error.message : '没有发出，系统内部出错，已记入日志。'
      await failDelivery(repository, delivery, { status: null, error: message, wait })
    }
  }
  return most
}
