import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { makeCipher } from './cipher.ts'
import { followKeyRing, openKeyRing, saveKeyRing, withNewKey } from './key-ring.ts'

const folder = mkdtempSync(join(tmpdir(), 'youju-keys-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('makes a file at first that only its owner reads, and reads it again', async () => {
  const path = join(folder, 'deep', 'keys.json')
  const ring = await openKeyRing(path, 'sm4-cbc-sm3')
  expect(ring.keys.get(1)?.algorithm).toBe('sm4-cbc-sm3')
  expect(statSync(path).mode & 0o077).toBe(0)
  expect(await openKeyRing(path)).toEqual(ring)
})

it('reads files of earlier versions', async () => {
  const path = join(folder, 'old.json')
  const key = randomBytes(32)
  const file = { current: 1, keys: { '1': key.toString('base64') }, lookup: key.toString('base64') }
  writeFileSync(path, JSON.stringify(file))
  const ring = await openKeyRing(path)
  expect(ring.keys.get(1)).toEqual({ algorithm: 'aes-256-gcm', bytes: key, made: null })
})

it('follows the file: what another process sealed with a new key opens at once', async () => {
  const path = join(folder, 'keys.json')
  const here = makeCipher(await followKeyRing(path))
  await saveKeyRing(path, withNewKey(await openKeyRing(path), 'sm4-cbc-sm3'))
  const there = makeCipher(await openKeyRing(path))
  expect(here.decrypt(there.encrypt('值', 'p'), 'p')).toBe('值')
  expect(here.current()).toBe(2)
})

it('refuses a damaged file with a sentence, and never puts half a file in the place of one', async () => {
  const path = join(folder, 'damaged.json')
  await openKeyRing(path)
  writeFileSync(path, readFileSync(path, 'utf8').slice(0, -20))
  await expect(openKeyRing(path)).rejects.toThrow('请从备份恢复')
})
