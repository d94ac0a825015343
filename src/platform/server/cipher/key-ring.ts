import { randomBytes } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { mkdir, open, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import { type Algorithm, algorithms, refuseUnknown } from './seal.ts'

/** A key and how it seals. */
export interface Key {
  readonly algorithm: Algorithm
  /** 32 of them. */
  readonly bytes: Buffer
  /** The day it was made, `YYYY-MM-DD`; null for keys of earlier versions, which did not note it. */
  readonly made: string | null
}

/** Keys lie outside the database. The current one seals; older ones still open, so that keys can be rotated. */
export interface KeyRing {
  readonly current: number
  /** By number, 1 to 255. */
  readonly keys: ReadonlyMap<number, Key>
  /** Key of the lookup hashes; it stays when the others rotate. */
  readonly lookup: Buffer
}

/** The keys as they are; `now` asks even where they were read a moment ago. */
export type KeySource = (ask?: { now: boolean }) => KeyRing

const keyBytes = z.base64().transform((text) => Buffer.from(text, 'base64'))
const keyFile = z.object({
  current: z.number().int().min(1).max(255),
  keys: z.record(
    z.string().regex(/^\d{1,3}$/),
    z.union([
      // As earlier versions wrote it.
      keyBytes.transform((bytes): Key => ({ algorithm: 'aes-256-gcm', bytes, made: null })),
      z
        .object({ algorithm: z.enum(algorithms), key: keyBytes, made: z.string().nullable() })
        .transform(({ algorithm, key, made }): Key => ({ algorithm, bytes: key, made })),
    ]),
  ),
  lookup: keyBytes,
})

const freshKey = (algorithm: Algorithm): Key => {
  refuseUnknown(algorithm)
  return { algorithm, bytes: randomBytes(32), made: new Date().toISOString().slice(0, 10) }
}

/** Keys of a new house. */
export const freshKeyRing = (algorithm: Algorithm = 'aes-256-gcm'): KeyRing => ({
  current: 1,
  keys: new Map([[1, freshKey(algorithm)]]),
  lookup: randomBytes(32),
})

/** The ring with a new current key. Throws where all 255 numbers are used. */
export const withNewKey = (ring: KeyRing, algorithm: Algorithm): KeyRing => {
  const current = Math.max(...ring.keys.keys()) + 1
  if (current > 255)
    throw new Error('密钥编号已用到 255，不能再换。请先用 youju keys retire 停用不再需要的。')
  return { ...ring, current, keys: new Map([...ring.keys, [current, freshKey(algorithm)]]) }
}

const toText = ({ current, keys, lookup }: KeyRing): string =>
  JSON.stringify(
    {
      current,
      keys: Object.fromEntries(
        [...keys].map(([number, { algorithm, bytes, made }]) => [
          number,
          { algorithm, key: bytes.toString('base64'), made },
        ]),
      ),
      lookup: lookup.toString('base64'),
    },
    null,
    2,
  )

const fromText = (text: string, path: string): KeyRing => {
  try {
    const { current, keys, lookup } = keyFile.parse(JSON.parse(text))
    const byNumber = new Map(Object.entries(keys).map(([number, key]) => [Number(number), key]))
    if (!byNumber.has(current)) throw new Error(`the current key ${current} is missing`)
    return { current, keys: byNumber, lookup }
  } catch (error) {
    throw new Error(`密钥文件 ${path} 不完整，请从备份恢复；没有它，加密的信息无法读出。`, { cause: error })
  }
}

/** Puts keys in the place of others: whoever reads finds the one file or the other, never half of one. */
export const saveKeyRing = async (path: string, ring: KeyRing): Promise<void> => {
  const beside = `${path}.new`
  const file = await open(beside, 'w', 0o600)
  try {
    await file.writeFile(toText(ring))
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(beside, path)
}

/** Reads the key file, or makes it at first. Throws with a sentence where the file is damaged. */
export const openKeyRing = async (path: string, algorithm: Algorithm = 'aes-256-gcm'): Promise<KeyRing> => {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text !== undefined) return fromText(text, path)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, toText(freshKeyRing(algorithm)), { mode: 0o600, flag: 'wx' })
  return openKeyRing(path)
}

/** Milliseconds after which the file is looked at again. */
const lookAgainAfter = 1000

/** Tells one state of a file from another. */
const stampOf = (path: string): string | undefined => {
  const found = statSync(path, { throwIfNoEntry: false })
  return found && `${found.ino}.${found.mtimeMs}.${found.size}`
}

/** The keys of a file as it is now: a house that runs turns to a new key within a second of its being written. */
export const followKeyRing = async (path: string, algorithm?: Algorithm): Promise<KeySource> => {
  let ring = await openKeyRing(path, algorithm)
  let written = stampOf(path)
  let looked = Date.now()
  return (ask) => {
    if (!ask?.now && Date.now() - looked < lookAgainAfter) return ring
    looked = Date.now()
    const stamp = stampOf(path)
    // Away for a moment, such as while an operator copies it back, it stays as it was.
    if (stamp === undefined || (stamp === written && !ask?.now)) return ring
    ring = fromText(readFileSync(path, 'utf8'), path)
    written = stamp
    return ring
  }
}
