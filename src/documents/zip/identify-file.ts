const zipStart = [0x50, 0x4b]
const oleStart = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

const startsWith = (bytes: Uint8Array, start: number[]): boolean => start.every((b, i) => bytes[i] === b)

/** Whether an OLE directory (UTF-16LE) names such a stream; its sectors lie anywhere in the file. */
const namesStream = (bytes: Uint8Array, name: string): boolean => {
  const wanted = [...name].flatMap((c) => [c.charCodeAt(0), 0])
  for (let at = bytes.indexOf(wanted[0]!); at >= 0; at = bytes.indexOf(wanted[0]!, at + 1))
    if (wanted.every((b, i) => bytes[at + i] === b)) return true
  return false
}

export type FileIdentity =
  | 'zip'
  | 'encrypted-office'
  | 'word-97'
  | 'excel-97'
  | 'ole'
  | 'pdf'
  | 'rtf'
  | 'empty'
  | 'other'

/** What a file is by its content, whatever its name says. */
export const identifyFile = (bytes: Uint8Array): FileIdentity => {
  if (bytes.length === 0) return 'empty'
  if (startsWith(bytes, zipStart)) return 'zip'
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return 'pdf'
  if (startsWith(bytes, [0x7b, 0x5c, 0x72, 0x74, 0x66])) return 'rtf'
  if (!startsWith(bytes, oleStart)) return 'other'
  if (namesStream(bytes, 'EncryptedPackage')) return 'encrypted-office'
  if (namesStream(bytes, 'WordDocument')) return 'word-97'
  if (namesStream(bytes, 'Workbook') || namesStream(bytes, 'Book')) return 'excel-97'
  return 'ole'
}
