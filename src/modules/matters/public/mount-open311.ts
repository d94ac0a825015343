import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ServerInterface } from '../../../platform/server/http/module.ts'
import { type Office, repositoryFor } from '../../../platform/server/office.ts'
import { residentActor } from '../../../platform/server/permission/resident-actor.ts'
import { sendOpen311Request } from '../actions/send-open311-request.ts'
import { sendOpen311Update } from '../actions/send-open311-update.ts'
import { discovery } from '../open311/discovery.ts'
import { type Format, type Value, writeDocument } from '../open311/document.ts'
import { forbidden, Refusal, readRefusal, wrong } from '../open311/refusal.ts'
import { countUse, findKey, type Open311Key } from '../storage/open311-keys.ts'
import { answerRequest } from './answer-open311.ts'
import { readMultipart } from './read-multipart.ts'

const prefix = '/open311/v2/'
const mostBytes = 64 * 1024
/** Of one address without a key, in a minute. */
const anonymousPerMinute = 120

const formatOf = (request: FastifyRequest): Format => {
  const path = request.url.split('?')[0]!
  if (path.endsWith('.json')) return 'json'
  if (path.endsWith('.xml')) return 'xml'
  return /application\/json/.test(request.headers.accept ?? '') ? 'json' : 'xml'
}

const queryOf = (request: FastifyRequest): URLSearchParams => {
  const query = request.url.indexOf('?')
  return new URLSearchParams(query < 0 ? '' : request.url.slice(query + 1))
}

/** What the query and the form say, and the photos that came with it; `keyIn` throws for whoever may not send any. */
const readSent = async (
  request: FastifyRequest,
  keyIn: (parameters: URLSearchParams) => Promise<Open311Key | undefined>,
): Promise<{ parameters: URLSearchParams; photos: readonly Uint8Array[] }> => {
  const parameters = queryOf(request)
  if (request.isMultipart())
    return readMultipart(request, parameters, async () => (await keyIn(parameters)) !== undefined)
  if (request.body instanceof URLSearchParams)
    for (const [name, value] of request.body) parameters.append(name, value)
  return { parameters, photos: [] }
}

/** What cannot be decoded never comes this far: the server refuses it. */
const pathOf = (request: FastifyRequest): string =>
  decodeURIComponent(
    request.url
      .split('?')[0]!
      .slice(prefix.length)
      .replace(/\.(xml|json)$/, ''),
  )

const originOf = (request: FastifyRequest): string => `${request.protocol}://${request.host}`

/** The key that a request carries; throws where it carries one that is none. An empty one is none at all. */
const keyOf = async (office: Office, parameters: URLSearchParams): Promise<Open311Key | undefined> => {
  const secret = parameters.get('api_key')?.trim()
  if (!secret) return undefined
  const repository = repositoryFor(office, residentActor(office.district))
  const key = secret.length <= 100 ? await findKey(repository, secret) : undefined
  if (!key) throw new Refusal(forbidden('api_key 不对，或者已停用，请联系发放单位。'))
  return key
}

const send = (
  reply: FastifyReply,
  format: Format,
  root: string,
  value: Value,
  status = 200,
): FastifyReply => {
  const { type, body } = writeDocument(root, value, format)
  return reply.status(status).type(type).send(body)
}

const mount = async (app: FastifyInstance, office: Office): Promise<void> => {
  // What carries photos is read below, once the key is known.
  app.removeContentTypeParser(['application/json', 'text/plain'])
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: mostBytes },
    (_, body, done) => done(null, new URLSearchParams(body as string)),
  )
  app.addContentTypeParser('*', (_, payload, done) => {
    payload.resume()
    done(
      new Refusal(
        wrong('请用 application/x-www-form-urlencoded 提交，有照片的用 multipart/form-data。'),
      ) as Error,
    )
  })
  // What is public here carries no cookie, and pages of other sites may read it.
  app.addHook('onRequest', async (_, reply) => {
    reply.headers({ 'access-control-allow-origin': '*', 'cache-control': 'no-store' })
  })
  app.setErrorHandler((error, request, reply) => {
    const { status, errors } = readRefusal(error)
    if (status >= 500) request.log.error({ err: error }, 'open311 request failed')
    return send(reply, formatOf(request), 'errors', errors, status)
  })
  const anonymousLimit = app.createRateLimit({
    max: anonymousPerMinute,
    timeWindow: '1 minute',
    keyGenerator: (request) => `open311 ${request.ip}`,
  })
  const limits = new Map<string, ReturnType<typeof app.createRateLimit>>()
  const limitOf = ({ id, perMinute }: Open311Key) => {
    const name = `${id} ${perMinute}`
    const known = limits.get(name)
    if (known) return known
    const limit = app.createRateLimit({ max: perMinute, timeWindow: '1 minute', keyGenerator: () => name })
    limits.set(name, limit)
    return limit
  }
  const refuseFlood = async (request: FastifyRequest, reply: FastifyReply, key: Open311Key | undefined) => {
    const held = await (key ? limitOf(key) : anonymousLimit)(request)
    if (held.isAllowed || !held.isExceeded) return
    reply.header('retry-after', String(held.ttlInSeconds))
    throw Object.assign(new Error('rate limit'), { statusCode: 429 })
  }
  const count = (key: Open311Key | undefined, kind: 'reads' | 'writes' | 'refused') =>
    key && countUse(repositoryFor(office, residentActor(office.district)), key.id, kind)

  const handle = (method: 'GET' | 'POST') => async (request: FastifyRequest, reply: FastifyReply) => {
    // Whoever guesses keys is held back like whoever has none.
    const found = (given: URLSearchParams) =>
      keyOf(office, given).catch(async (error: unknown) => {
        await refuseFlood(request, reply, undefined)
        throw error
      })
    const { parameters, photos } = await readSent(request, found)
    let key: Open311Key | undefined
    try {
      key = await found(parameters)
      await refuseFlood(request, reply, key)
      const { root, value, status } = await answerRequest(office, {
        method,
        path: pathOf(request),
        parameters,
        photos,
        key,
        origin: originOf(request),
        idempotencyKey: [request.headers['idempotency-key']].flat()[0],
      })
      await count(key, method === 'GET' ? 'reads' : 'writes')
      return send(reply, formatOf(request), root, value, status)
    } catch (error) {
      await count(key, 'refused')
      throw error
    }
  }
  const hidden = { schema: { hide: true } }
  app.get(`${prefix}*`, hidden, handle('GET'))
  app.post(`${prefix}*`, hidden, handle('POST'))
  for (const format of ['xml', 'json'] as const)
    app.get(`/open311/discovery.${format}`, hidden, (request, reply) =>
      send(reply, format, 'discovery', discovery(office, originOf(request))),
    )
}

/** Open311 GeoReport v2 at `/open311/v2`, with the updates that FixMyStreet fetches and sends. */
export const open311: ServerInterface = { actions: [sendOpen311Request, sendOpen311Update], mount }
