import { Problem } from '../../contract/problem.ts'

/** No input nests so deep; what does would overflow whatever walks through it. */
const deepest = 100

/** NUL, and half of a character: PostgreSQL stores neither, and the second would become another sign in silence. */
const isBroken = (text: string): boolean => text.includes('\0') || !text.isWellFormed()

/**
 * The path to the first text or name in JSON that cannot be stored as it is; undefined where all can. Throws
 * `request.unreadable` for JSON that is nested too deep to be an input.
 */
export const findBrokenText = (value: unknown, depth = 0): readonly string[] | undefined => {
  if (typeof value === 'string') return isBroken(value) ? [] : undefined
  if (typeof value !== 'object' || value === null) return undefined
  if (depth === deepest)
    throw new Problem('request.unreadable', `请求读不懂：内容一层套一层，超过 ${deepest} 层。`)
  for (const [key, each] of Object.entries(value)) {
    if (isBroken(key)) return []
    const found = findBrokenText(each, depth + 1)
    if (found) return [key, ...found]
  }
  return undefined
}
