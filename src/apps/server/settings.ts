import { join, resolve } from 'node:path'
import { type Algorithm, algorithms } from '../../platform/server/cipher/seal.ts'

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

/** Reads the settings from the environment. Throws with a sentence where one cannot be. */
export const readSettings = (env: NodeJS.ProcessEnv): Settings => {
  const data = resolve(env.YOUJU_DATA || './data')
  const origins = (env.YOUJU_ORIGINS ?? '')
    .split(',')
    .map((origin) => origin.trim())
    .filter(Boolean)
  return {
    data,
    host: env.HOST || '127.0.0.1',
    port: readPort(env.PORT || undefined),
    databaseUrl: env.DATABASE_URL || undefined,
    origins,
    secure: origins.some((origin) => origin.startsWith('https://')),
    algorithm: readAlgorithm(env.YOUJU_CIPHER || 'aes-256-gcm'),
    keyFile: resolve(env.YOUJU_KEYS || join(data, 'keys.json')),
  }
}
