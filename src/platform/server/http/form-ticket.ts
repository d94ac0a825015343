import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Cipher } from '../cipher/cipher.ts'

/** Nobody writes what troubles them faster; programs do. */
const shortest = 3_000
const longest = 24 * 3_600_000

const sign = (cipher: Cipher, text: string): Buffer => cipher.lookup(text, 'publicForm')

/** Without script somebody looks their words through before they send them again. */
const lookingThrough = 5_000

/**
 * What a form carries so that it is known to be ours, when it was shown, and whether it comes a second time: nonce,
 * milliseconds since 1970 and a signature by the office's key, apart by dots.
 */
export const issueTicket = (
  cipher: Cipher,
  at: Date = new Date(),
  nonce: string = randomBytes(9).toString('base64url'),
): string => {
  const text = `${nonce}.${at.getTime().toString(36)}`
  return `${text}.${sign(cipher, text).toString('base64url')}`
}

/** What a ticket of ours says; undefined for one that is made up or a day old. */
export const readTicket = (
  cipher: Cipher,
  ticket: string,
  now: Date = new Date(),
): { nonce: string; early: boolean; at: number } | undefined => {
  const [nonce = '', at = '', signature = ''] = ticket.slice(0, 200).split('.')
  const expected = sign(cipher, `${nonce}.${at}`)
  const given = Buffer.from(signature, 'base64url')
  const shown = Number.parseInt(at, 36)
  const age = now.getTime() - shown
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
  return age >= 0 && age < longest ? { nonce, early: age < shortest, at: shown } : undefined
}

/**
 * Whether a form was shown a second time, to be looked through, and that was a while ago: `again` is a ticket of the
 * same nonce that was issued then.
 */
export const isLookedThrough = (
  cipher: Cipher,
  ticket: { readonly nonce: string; readonly at: number },
  again: string,
  now: Date = new Date(),
): boolean => {
  const shown = readTicket(cipher, again, now)
  return (
    shown !== undefined &&
    shown.nonce === ticket.nonce &&
    shown.at > ticket.at &&
    now.getTime() - shown.at >= lookingThrough
  )
}
