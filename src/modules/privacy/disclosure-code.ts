import { randomInt } from 'node:crypto'

/** Letters and digits that cannot be taken for one another on paper. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const length = 10

/** Days for which a code opens the page. */
export const disclosureDays = 7

/** Ten characters, in two groups: about 5 × 10¹⁴ codes. */
export const newDisclosureCode = (): string => {
  const code = Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('')
  return `${code.slice(0, length / 2)} ${code.slice(length / 2)}`
}
