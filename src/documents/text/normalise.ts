import type { NormalText } from './normal-text.ts'
import { simplifiedCharacters } from './simplified-characters.ts'

const tonedVowels = 'āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ'
const longestGloss = 8

const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff

/** Length of a pinyin gloss such as `(qū)` at `at`, 0 if there is none: such text comes from learners' pages. */
const glossLength = (text: string, at: number): number => {
  if (at === 0 || !isHan(text.charCodeAt(at - 1))) return 0
  let toned = false
  for (let i = at + 1; i < text.length && i <= at + longestGloss; i++) {
    const c = text.charCodeAt(i)
    if (c === 0x29) return i > at + 1 && (toned || neutral.has(text.slice(at + 1, i))) ? i + 1 - at : 0
    if (tonedVowels.includes(text[i]!)) toned = true
    else if (!(c >= 0x61 && c <= 0x7a) && c !== 0xfc) return 0
  }
  return 0
}
const neutral = new Set(['de', 'le', 'me', 'ma', 'ne', 'ba', 'men', 'zi'])

/** The half-width or plain form of one UTF-16 unit, itself where there is none. */
const plainUnit = (code: number): number => {
  if (code >= 0xff10 && code <= 0xff19) return code - 0xfee0
  if ((code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a)) return code - 0xfee0
  switch (code) {
    case 0xff05: // ％
    case 0xff08: // （
    case 0xff09: // ）
    case 0xff1a: // ：
    case 0xff0b: // ＋
    case 0xff0d: // －
    case 0xff0f: // ／
    case 0xff0a: // ＊
    case 0xff1b: // ；
    case 0xff1f: // ？
    case 0xff01: // ！
    case 0xff0e: // ．
    case 0xff3b: // ［
    case 0xff3d: // ］
    case 0xff3f: // ＿
      return code - 0xfee0
    case 0xff0c: // ，
      return 0x2c
    case 0x2236: // ∶
      return 0x3a
    case 0xfe6a: // ﹪
      return 0x25
    case 0xff5e: // ～
    case 0x301c:
      return 0x7e
    case 0x3000:
    case 0xa0:
    case 0x09:
    case 0x2002:
    case 0x2003:
    case 0x2009:
      return 0x20
    case 0x0d:
    case 0x2028:
    case 0x0b:
      return 0x0a
    case 0x25cb: // ○ written for 〇
      return 0x3007
    default:
      // Private use is kept for marks of our own.
      return code >= 0xe000 && code <= 0xf8ff ? 0x20 : code
  }
}

/**
 * Brings prose from anywhere to one form: simplified characters, half-width digits and punctuation,
 * no pinyin glosses, no invisible characters. Every character keeps its place in the given text.
 */
export const normalise = (given: string): NormalText => {
  const simplified = simplifiedCharacters()
  const units = new Uint16Array(given.length)
  const origins = new Uint32Array(given.length + 1)
  let length = 0
  for (let i = 0; i < given.length; i++) {
    const code = given.charCodeAt(i)
    if (code === 0x28 || code === 0xff08) {
      const gloss = code === 0x28 ? glossLength(given, i) : 0
      if (gloss > 0) {
        i += gloss - 1
        continue
      }
    }
    if (code === 0x200b || code === 0xfeff || code === 0xad || code === 0x200d) continue
    let plain = code
    if (isHan(code) || (code >= 0x3400 && code < 0x4e00)) {
      const other = simplified.get(given[i]!)
      if (other !== undefined) plain = other.charCodeAt(0)
    } else if (code > 0x7e || code < 0x20) plain = plainUnit(code)
    units[length] = plain
    origins[length] = i
    length++
  }
  origins[length] = given.length
  return { text: decodeUnits(units, length), origin: (index) => origins[Math.min(index, length)]! }
}

const decodeUnits = (units: Uint16Array, length: number): string =>
  new TextDecoder('utf-16le', { ignoreBOM: true }).decode(units.subarray(0, length))
