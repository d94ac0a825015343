import { type HeaderContext, HeaderReader, type ReadHeader } from './header-reader.ts'
import { fullHeaderText, readHeaderText } from './header-text.ts'
import { lexicon } from './lexicon.ts'
import { ambiguous, type ColumnMatch, type Match } from './match.ts'
import { findSubject } from './subject.ts'

/** A field that the rows of a sheet may hold. */
export interface ExpectedField {
  readonly key: string
  readonly title: string
  readonly synonyms?: readonly string[]
  /** Dictionary element, where it is not the key itself. */
  readonly element?: string
}

/**
 * Finds what each header of a sheet means. Headers of several rows are joined by `/`, as in 户籍地/省.
 * Fields of the definition at hand come first, by title, synonym and element; the data dictionary comes second,
 * so a column that the definition has no place for is still named by its element.
 */
export const matchHeaders = (
  headers: readonly string[],
  expected: readonly ExpectedField[] = [],
  context: HeaderContext = {},
): ColumnMatch[] => {
  const own = ownWords(expected)
  const byElement = new Map(expected.map((field) => [field.element ?? field.key, field.key]))
  const dictionary = matchPaths(headers.map(splitHeader), context)
  const taken = new Set<string>()
  return headers.map((header, index) => {
    const match = ownMatch(header, own) ?? translate(dictionary[index]!, byElement)
    // Of two columns with one meaning the first counts; the person decides about the second.
    const again =
      match.status === 'mapped' && match.part === undefined && expected.length > 0 && taken.has(match.key!)
    if (match.status === 'mapped') taken.add(match.key!)
    return { index, header, ...(again ? ambiguous([match.key!]) : match) }
  })
}

/** As `matchHeaders`, against the dictionary alone; each header is its cells from the top row down. */
export const matchPaths = (paths: readonly (readonly string[])[], context: HeaderContext = {}): Match[] => {
  const read = paths.map(readPath)
  const subject = findSubject(
    context.title ?? '',
    read.map(({ leaf, parents }) =>
      parents.length > 0 && leaf.words.length < 3 ? parents.join('') + leaf.words : leaf.words,
    ),
  )
  return new HeaderReader(subject, context).read(read)
}

const readPath = (path: readonly string[]): ReadHeader => {
  const cells = path.filter((cell) => cell.trim() !== '')
  const last = cells.at(-1) ?? ''
  return {
    leaf: readHeaderText(last),
    full: fullHeaderText(last),
    parents: cells.slice(0, -1).map((cell) => readHeaderText(cell).words),
  }
}

/** A `/` may join two rows or stand within one header (代表人/业主, 县/区). */
const splitHeader = (header: string): string[] => {
  if (
    !header.includes('/') ||
    lexicon.has(fullHeaderText(header)) ||
    lexicon.has(readHeaderText(header).words)
  )
    return [header]
  // Not within brackets: 是否住宿生(是/否).
  const parts = header.split(/\/(?![^(（]*[)）])/)
  if (parts.length === 1) return [header]
  for (let from = parts.length - 1; from > 0; from--) {
    const leaf = parts.slice(from).join('/')
    if (
      from < parts.length - 1 &&
      (lexicon.has(fullHeaderText(leaf)) || /^[县区镇乡街市州]{1,2}\/[县区镇乡街道市州]{1,2}$/.test(leaf))
    )
      return [parts.slice(0, from).join('/'), leaf]
  }
  return [parts.slice(0, -1).join('/'), parts.at(-1)!]
}

/** What the fields are called; the search for a header asks it for row after row. */
const wordsOf = new WeakMap<readonly ExpectedField[], Map<string, string>>()

const ownWords = (expected: readonly ExpectedField[]): ReadonlyMap<string, string> => {
  const known = wordsOf.get(expected)
  if (known) return known
  const words = new Map<string, string>()
  wordsOf.set(expected, words)
  for (const { key, title, synonyms = [] } of [...expected].reverse())
    for (const phrase of [...synonyms, title]) words.set(fullHeaderText(phrase), key)
  return words
}

const ownMatch = (header: string, own: ReadonlyMap<string, string>): Match | null => {
  const key =
    own.get(fullHeaderText(header)) ??
    own.get(readHeaderText(header).words) ??
    own.get(fullHeaderText(header.replaceAll('/', '')))
  return key === undefined ? null : { key, status: 'mapped', confidence: 1, candidates: [key] }
}

const translate = (match: Match, byElement: ReadonlyMap<string, string>): Match => {
  const candidates = match.candidates.map((key) => byElement.get(key) ?? key)
  return match.key === null ? match : { ...match, key: byElement.get(match.key) ?? match.key, candidates }
}
