const piece = 1 << 18

/** Decodes piece by piece; throws where the bytes are not of that encoding. */
function* decodeAs(bytes: Uint8Array, encoding: string): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  for (let at = 0; at < bytes.length; at += piece)
    yield decoder.decode(bytes.subarray(at, at + piece), { stream: true })
  yield decoder.decode()
}

const suits = (bytes: Uint8Array, encoding: string): boolean => {
  try {
    for (const _ of decodeAs(bytes, encoding));
    return true
  } catch {
    return false
  }
}

/** UTF-8, UTF-16 with its mark, else GB18030, as Chinese offices save it; null where it is none of them. */
const encodingOf = (bytes: Uint8Array): string | null => {
  const mark = bytes[0]! * 256 + bytes[1]!
  const encodings = mark === 0xfffe ? ['utf-16le'] : mark === 0xfeff ? ['utf-16be'] : ['utf-8', 'gb18030']
  return encodings.find((encoding) => suits(bytes, encoding)) ?? null
}

/** The text of a CSV file in pieces, to be had as often as wanted; null where its encoding is not known. */
export const csvText = (bytes: Uint8Array): (() => Iterable<string>) | null => {
  const encoding = encodingOf(bytes)
  return encoding === null ? null : () => decodeAs(bytes, encoding)
}
