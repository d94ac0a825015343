import { type Parsed, parsed, refused } from '../../core/parsed.ts'

/** Text without a mark whose every other byte is zero is UTF-16 written by Windows. */
const looksLikeUtf16 = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined => {
  const sample = bytes.subarray(0, 2048)
  let even = 0
  let odd = 0
  for (let i = 0; i + 1 < sample.length; i += 2) {
    if (sample[i] === 0) even++
    if (sample[i + 1] === 0) odd++
  }
  const enough = sample.length / 16
  if (odd > enough && even < odd / 8) return 'utf-16le'
  return even > enough && odd < even / 8 ? 'utf-16be' : undefined
}

const markedEncoding = (bytes: Uint8Array): string | undefined => {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return looksLikeUtf16(bytes)
}

const decodes = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/**
 * UTF-8 with some bytes spoilt (cut off in the middle of a character, half a surrogate pair): most of what
 * is no ASCII still reads as Chinese, which bytes of another encoding never do.
 */
const damagedUtf8 = (bytes: Uint8Array): string | undefined => {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const spoilt = text.split('\ufffd').length - 1
  const chinese = text.replace(/[^\u4e00-\u9fff]/g, '').length
  return chinese > spoilt ? text : undefined
}

/**
 * Decodes a text file: UTF-8 or UTF-16 by their marks, then UTF-8 where nearly every byte fits, else
 * GB18030. The mark of a UTF-8 file stays in the text, so that offsets are those of the file.
 */
export const readText = (bytes: Uint8Array): Parsed<string> => {
  const marked = markedEncoding(bytes)
  if (marked) return parsed(new TextDecoder(marked, { ignoreBOM: marked === 'utf-8' }).decode(bytes))
  const utf8 = decodes(bytes, 'utf-8')
  if (utf8 !== undefined && !utf8.includes('\u0000')) return parsed(utf8)
  if (bytes.subarray(0, 4096).includes(0))
    return refused('这不是文本文件（含有二进制内容）。请提供 .docx、.txt 文件，或直接粘贴文字。')
  return parsed(damagedUtf8(bytes) ?? new TextDecoder('gb18030').decode(bytes))
}
