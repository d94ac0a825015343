/** NUL, and half of a character: PostgreSQL stores neither, and the second would become another sign in silence. */
const isBroken = (text: string): boolean => text.includes('\0') || !text.isWellFormed()

/** The path to the first text or name in JSON that cannot be stored as it is; undefined where all can. */
export const findBrokenText = (
  value: unknown,
  path: readonly string[] = [],
): readonly string[] | undefined => {
  if (typeof value === 'string') return isBroken(value) ? path : undefined
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return undefined
  for (const [key, each] of Object.entries(value)) {
    const found = isBroken(key) ? path : findBrokenText(each, [...path, key])
    if (found) return found
  }
  return undefined
}
