/** What is wrong with a rule, and where; thrown while a rule is read and caught by `checkRule`. */
export class RuleError extends Error {
  readonly start: number

  constructor(message: string, start: number) {
    super(message)
    this.start = start
  }
}

/** The place of an offset as people count: from 1, in characters, with the line where there are several. */
export const placeIn = (source: string, offset: number): string => {
  const before = source.slice(0, offset).split('\n')
  const character = `第 ${[...before.at(-1)!].length + 1} 个字符`
  return source.includes('\n') ? `第 ${before.length} 行${character}` : character
}
