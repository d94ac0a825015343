/**
 * A figure on its way through a template stands between these: OPEN id MIDDLE text CLOSE. They are Unicode
 * noncharacters, set aside for internal use; the private use area is not free, since rare characters of
 * personal names lie there (GBK user-defined characters begin at U+E000).
 */
export const OPEN = '\uFDD0'
export const MIDDLE = '\uFDD1'
export const CLOSE = '\uFDD2'

/** Text that `markFigures` turns into a marked figure. */
export const figureText = (id: string, text: string): string =>
  `${OPEN}${withoutSentinels(id)}${MIDDLE}${withoutSentinels(text)}${CLOSE}`

/** Data from outside must not carry sentinels in. */
const withoutSentinels = (text: string): string => text.replace(/[\uFDD0-\uFDD2]/g, '')

/** Sentinels taken away, the figures' texts left: for places where no mark can stand. */
export const unmarkedText = (text: string): string =>
  withoutSentinels(text.replace(/\uFDD0[^\uFDD0-\uFDD2]*\uFDD1/g, ''))
