import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'

/** Keys lie outside the database. The newest encrypts; older ones still decrypt, so that keys can be rotated. */
export interface KeyRing {
  readonly current: number
  /** 32 bytes each, by number (1 to 255). */
  readonly keys: ReadonlyMap<number, Buffer>
  /** Key of the lookup hashes; it stays when the others rotate. */
  readonly lookup: Buffer
}

const keyFile = z.object({
  current: z.number().int().min(1).max(255),
  keys: z.record(z.string(), z.base64()),
  lookup: z.base64(),
})

const makeKeyFile = (): z.infer<typeof keyFile> => ({
  current: 1,
  keys: { '1': randomBytes(32).toString('base64') },
  lookup: randomBytes(32).toString('base64'),
})

/** Reads the key file, or makes it at first. Throws with a sentence where the file is damaged. */
export const openKeyRing = async (path: string): Promise<KeyRing> => {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, JSON.stringify(makeKeyFile(), null, 2), { mode: 0o600, flag: 'wx' })
    return openKeyRing(path)
  }
  try {
    const { current, keys, lookup } = keyFile.parse(JSON.parse(text))
    return {
      current,
      keys: new Map(
        Object.entries(keys).map(([number, key]) => [Number(number), Buffer.from(key, 'base64')]),
      ),
      lookup: Buffer.from(lookup, 'base64'),
    }
  } catch (error) {
    throw new Error(`密钥文件 ${path} 不完整，请从备份恢复；没有它，加密的信息无法读出。`, { cause: error })
  }
}
