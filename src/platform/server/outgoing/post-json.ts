import { lookup as resolve } from 'node:dns'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isPrivateAddress } from './private-address.ts'

/** How long another server may take in all, in milliseconds. */
const patience = 10_000
const mostAnswer = 64 * 1024

/** Why something could not be sent: a sentence for people, without the address. */
export class NotSent extends Error {}

const refusePrivate = () =>
  new NotSent('地址在内网或本机，没有发送。确需使用的，请信息中心把主机名加到 YOUJU_PRIVATE_HOSTS。')

/** Looks a name up and answers public addresses only, so that what was checked is what is connected to. */
const publicLookup: LookupFunction = (name, options, done) =>
  resolve(name, { ...options, all: true }, (error, found) => {
    if (error) return done(error, [])
    if (found.some(({ address }) => isPrivateAddress(address))) return done(refusePrivate(), [])
    if (options.all) return done(null, found)
    return done(null, found[0]!.address, found[0]!.family)
  })

const wordFailure = (error: unknown): NotSent => {
  if (error instanceof NotSent) return error
  const { code, name } = error as NodeJS.ErrnoException
  if (name === 'TimeoutError' || name === 'AbortError') return new NotSent('对方 10 秒内没有应答。')
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return new NotSent('找不到对方的主机名。')
  if (code === 'ECONNREFUSED') return new NotSent('对方拒绝连接。')
  if (code?.startsWith('ERR_TLS') || code?.includes('CERT')) return new NotSent('对方的证书不可信。')
  return new NotSent(`没有连上对方（${code ?? '未知原因'}）。`)
}

export interface Sent {
  readonly status: number
  readonly body: string
}

/**
 * Posts JSON to an address that somebody configured. Follows no redirection, waits ten seconds at most, and goes to
 * no private address unless its host is one of `privateHosts`. Throws {@link NotSent} where there is no answer.
 */
export const postJson = (
  address: string,
  body: string,
  { headers = {}, privateHosts }: { headers?: Record<string, string>; privateHosts: readonly string[] },
): Promise<Sent> =>
  new Promise<Sent>((done, fail) => {
    const url = URL.parse(address)
    if (!url || !/^https?:$/.test(url.protocol)) throw new NotSent('地址应以 http:// 或 https:// 开头。')
    const host = url.hostname.replace(/^\[|\]$/g, '')
    const trusted = privateHosts.includes(host.toLowerCase())
    if (!trusted && isIP(host) && isPrivateAddress(host)) throw refusePrivate()
    const send = url.protocol === 'https:' ? requestHttps : requestHttp
    const request = send(
      url,
      {
        method: 'POST',
        agent: false,
        signal: AbortSignal.timeout(patience),
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'content-length': String(Buffer.byteLength(body)),
          'user-agent': 'Youju',
          ...headers,
        },
        ...(trusted ? {} : { lookup: publicLookup }),
      },
      (answer) => {
        const pieces: Buffer[] = []
        let size = 0
        answer.on('data', (piece: Buffer) => {
          size += piece.length
          if (size <= mostAnswer) pieces.push(piece)
        })
        answer.on('end', () =>
          done({ status: answer.statusCode ?? 0, body: Buffer.concat(pieces).toString('utf8') }),
        )
        answer.on('error', fail)
      },
    )
    request.on('error', fail)
    request.end(body)
  }).catch((error: unknown) => {
    throw wordFailure(error)
  })
