import { join, resolve } from 'node:path'
import { type Algorithm, algorithms } from '../../platform/server/cipher/seal.ts'
import type { SingleSignOnSettings } from '../../platform/server/identity/single-sign-on.ts'

/** What a house is started with. */
export interface Settings {
  /** Database files, keys, uploaded files. */
  readonly data: string
  readonly host: string
  readonly port: number
  /** A PostgreSQL of one's own (15 or later); the embedded one where absent. */
  readonly databaseUrl: string | undefined
  /** Addresses under which the page is reached through a proxy, such as `https://youju.example.gov.cn`. */
  readonly origins: readonly string[]
  /** Behind a TLS proxy: cookies for https only, and its headers are believed. */
  readonly secure: boolean
  readonly keyFile: string
  /** How the first key of a new house seals; later ones are chosen by `youju keys rotate`. */
  readonly algorithm: Algorithm
  /** The office's own sign-in service, where `YOUJU_OIDC_ISSUER` names one. */
  readonly singleSignOn: SingleSignOnSettings | undefined
  /** Hosts in the office's own network that may be sent messages, such as a 政务微信 of its own. */
  readonly privateHosts: readonly string[]
}

const readPort = (text: string | undefined): number => {
  const port = Number(text ?? 8080)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`PORT 应为 0 到 65535 的整数，现在是「${text}」。`)
  return port
}

/** The algorithm of that name; `sm4` and `aes` for short. Throws with a sentence where there is none. */
export const readAlgorithm = (text: string): Algorithm => {
  const found = algorithms.find(
    (name) => name === text.toLowerCase() || name.startsWith(`${text.toLowerCase()}-`),
  )
  if (!found) throw new Error(`没有加密算法「${text}」，可以用 ${algorithms.join('、')}。`)
  return found
}

const readSingleSignOn = (env: NodeJS.ProcessEnv, origin: string | undefined) => {
  const issuer = env.YOUJU_OIDC_ISSUER
  if (!issuer) return undefined
  const { YOUJU_OIDC_CLIENT_ID: clientId, YOUJU_OIDC_CLIENT_SECRET: clientSecret } = env
  if (!URL.canParse(issuer) || !/^https?:/.test(issuer))
    throw new Error(`YOUJU_OIDC_ISSUER 应为统一身份认证的网址，现在是「${issuer}」。`)
  if (!clientId || !clientSecret)
    throw new Error('用统一身份认证登录，还要设置 YOUJU_OIDC_CLIENT_ID 和 YOUJU_OIDC_CLIENT_SECRET。')
  if (!origin) throw new Error('用统一身份认证登录，还要用 YOUJU_ORIGINS 写明本系统的网址，认证后由它返回。')
  return {
    issuer,
    clientId,
    clientSecret,
    title: env.YOUJU_OIDC_TITLE || '统一身份认证',
    claim: env.YOUJU_OIDC_CLAIM || 'preferred_username',
    origin: new URL(origin).origin,
  }
}

/** Reads the settings from the environment. Throws with a sentence where one cannot be. */
export const readSettings = (env: NodeJS.ProcessEnv): Settings => {
  const data = resolve(env.YOUJU_DATA || './data')
  const list = (text = '') =>
    text
      .split(',')
      .map((each) => each.trim())
      .filter(Boolean)
  const origins = list(env.YOUJU_ORIGINS)
  return {
    data,
    host: env.HOST || '127.0.0.1',
    port: readPort(env.PORT || undefined),
    databaseUrl: env.DATABASE_URL || undefined,
    origins,
    secure: origins.some((origin) => origin.startsWith('https://')),
    algorithm: readAlgorithm(env.YOUJU_CIPHER || 'aes-256-gcm'),
    singleSignOn: readSingleSignOn(env, origins[0]),
    privateHosts: list(env.YOUJU_PRIVATE_HOSTS).map((host) => host.toLowerCase()),
    keyFile: resolve(env.YOUJU_KEYS || join(data, 'keys.json')),
  }
}
