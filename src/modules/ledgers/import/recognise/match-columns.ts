import { type ColumnMatch, type HeaderContext, matchHeaders } from '../../../../documents/form/index.ts'
import type { Target } from './target.ts'

/** What a column was found to stand for. */
export interface Recognised {
  readonly key: string | null
  readonly status: ColumnMatch['status']
  readonly candidates: readonly string[]
}

/** People of whom a form asks beside its subject: what follows them is theirs, however it is called. */
const others = /^(guardian|familyContact|household|visit|matter)\.|^area\.gridStaff/

const toRecognised = (match: ColumnMatch, keys: ReadonlySet<string>): Recognised => {
  const candidates = match.candidates.filter((key) => keys.has(key))
  if (match.status === 'manual' || match.status === 'not-held')
    return { key: null, status: match.status, candidates: [] }
  if (match.status === 'mapped' && candidates.length > 0 && match.part === undefined)
    return { key: match.key, status: 'mapped', candidates }
  return { key: null, status: candidates.length > 0 ? 'ambiguous' : 'unknown', candidates }
}

/** A telephone without a mobile beside it may be taken for the mobile (`person.phone` in the data dictionary). */
const takePhoneForMobile = (matches: readonly ColumnMatch[]): readonly ColumnMatch[] => {
  if (matches.some(({ key }) => key === 'person.mobile')) return matches
  const phone = matches.findIndex(({ key, status }) => key === 'person.phone' && status === 'mapped')
  return matches.map((match, index) =>
    index === phone ? { ...match, key: 'person.mobile', candidates: ['person.mobile'] } : match,
  )
}

/** Finds for each header which of the targets it stands for; headers of several rows are joined by `/`. */
export const matchColumns = (
  headers: readonly string[],
  targets: readonly Target[],
  context: HeaderContext,
): Recognised[] => {
  const keys = new Set(targets.map(({ key }) => key))
  const plain = matchHeaders(headers, [], { ...context, certainOnly: true })
  // Those of other people must not be taken for the subject's first 身份证号 or 联系电话.
  const hidden = plain.map(({ status, key }) => status === 'mapped' && others.test(key ?? ''))
  const matches = matchHeaders(
    headers.map((header, index) => (hidden[index] ? '' : header)),
    targets,
    context,
  )
  return takePhoneForMobile(matches).map((match, index) =>
    hidden[index] ? { key: null, status: 'unknown', candidates: [] } : toRecognised(match, keys),
  )
}
