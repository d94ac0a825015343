import type { Cipher } from '../cipher/cipher.ts'

/** The column in which an exported row carries its identity. */
export const tokenHeader = '编号（带回时用，请勿改动）'

const sign = (cipher: Cipher, definition: string, id: string, version: number): string =>
  cipher.lookup(`${definition}:${id}:${version}`, 'rowToken').toString('hex').slice(0, 16)

/** A row's identity and the version that was handed out, signed with the office's key. */
export const writeRowToken = (cipher: Cipher, definition: string, id: string, version: number): string =>
  `${id}.${version}.${sign(cipher, definition, id, version)}`

const shape = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(\d{1,9})\.([0-9a-f]{16})$/

/** What a token says; undefined where it was not ours, was altered, or belongs to another ledger. */
export const readRowToken = (
  cipher: Cipher,
  definition: string,
  token: string,
): { id: string; version: number } | undefined => {
  const [, id, version, signature] = shape.exec(token.trim()) ?? []
  if (!id || sign(cipher, definition, id, Number(version)) !== signature) return undefined
  return { id, version: Number(version) }
}
