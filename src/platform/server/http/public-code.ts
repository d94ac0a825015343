import { randomBytes } from 'node:crypto'

/** Letters and digits that cannot be taken for one another, on paper or over the phone. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** What a resident follows something with, together with the tail of their number. */
export const newCode = (): string =>
  Array.from(randomBytes(8), (byte) => alphabet[byte % alphabet.length]).join('')

/** As it was written down from paper: small letters, blanks and hyphens do not matter. */
export const plainCode = (text: string): string => text.toUpperCase().replace(/[^0-9A-Z]/g, '')
