import { Inflate } from 'fflate'
import { type Parsed, parsed, refused } from '../../core/parsed.ts'
import type { ZipEntry } from './directory.ts'

const localSignature = 0x04034b50
/** DEFLATE grows at most 1032-fold, so one push stays below 9 MiB before the cap is looked at. */
const step = 8 * 1024
const feedStep = 64 * 1024

const damaged = (name: string) => refused(`文件已损坏：内部的“${name}”读不出来，请重新获取这个文件。`)
const tooBig = (name: string) =>
  refused(`文件展开后过大（内部的“${name}”超过允许的大小），像是压缩炸弹，未予打开。`)

/** The compressed bytes of an entry, whose place only its local header tells. */
const compressedBytes = (bytes: Uint8Array, entry: ZipEntry): Uint8Array | undefined => {
  if (entry.offset + 30 > bytes.length) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset + entry.offset, 30)
  if (view.getUint32(0, true) !== localSignature) return undefined
  const start = entry.offset + 30 + view.getUint16(26, true) + view.getUint16(28, true)
  const end = start + entry.compressedSize
  return end > bytes.length ? undefined : bytes.subarray(start, end)
}

const join = (chunks: Uint8Array[], length: number): Uint8Array => {
  if (chunks.length === 1) return chunks[0]!
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

/** What `streamEntry` throws; its message is for the person. */
export class ZipRefusal extends Error {}

const refuse = (refusal: Parsed<unknown>): ZipRefusal => new ZipRefusal(refusal.ok ? '' : refusal.message)

/**
 * Inflates one entry in pieces, in little memory, by the platform's own inflater, which works beside this thread.
 * Throws `ZipRefusal` where the entry is damaged or passes `cap` bytes.
 */
export async function* streamEntry(
  bytes: Uint8Array,
  entry: ZipEntry,
  cap: number,
): AsyncGenerator<Uint8Array> {
  if (entry.size > cap) throw refuse(tooBig(entry.name))
  const packed = compressedBytes(bytes, entry)
  if (entry.encrypted || !packed || entry.method !== 8) {
    const whole = inflateEntry(bytes, entry, cap)
    if (!whole.ok) throw refuse(whole)
    yield whole.value
    return
  }
  const inflater = new DecompressionStream('deflate-raw')
  const writer = inflater.writable.getWriter()
  const feed = async () => {
    for (let at = 0; at < packed.length; at += feedStep) await writer.write(packed.slice(at, at + feedStep))
    await writer.close()
  }
  // What is wrong with the bytes, the reading side tells.
  feed().catch(() => undefined)
  const reader = inflater.readable.getReader()
  let length = 0
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw refuse(damaged(entry.name))
      })
      if (done) break
      length += value.length
      if (length > cap) throw refuse(tooBig(entry.name))
      yield value
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
  if (length !== entry.size) throw refuse(damaged(entry.name))
}

/** Inflates one entry and stops as soon as it passes `cap` bytes, whatever size its header claims. */
export const inflateEntry = (bytes: Uint8Array, entry: ZipEntry, cap: number): Parsed<Uint8Array> => {
  if (entry.encrypted) return refused('文件设有打开密码。请在原软件里去掉密码，另存后再试。')
  if (entry.size > cap) return tooBig(entry.name)
  const packed = compressedBytes(bytes, entry)
  if (!packed) return damaged(entry.name)
  if (entry.method === 0) return packed.length > cap ? tooBig(entry.name) : parsed(packed.slice())
  if (entry.method !== 8)
    return refused(`文件内部的“${entry.name}”用了少见的压缩方式，请用 Office 或 WPS 另存后再试。`)
  const chunks: Uint8Array[] = []
  let length = 0
  const stream = new Inflate((chunk) => {
    length += chunk.length
    chunks.push(chunk)
  })
  try {
    for (let at = 0; at < packed.length; at += step) {
      stream.push(packed.subarray(at, at + step), at + step >= packed.length)
      if (length > cap) return tooBig(entry.name)
    }
  } catch {
    return damaged(entry.name)
  }
  return length === entry.size ? parsed(join(chunks, length)) : damaged(entry.name)
}
