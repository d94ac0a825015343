import type { ProblemDetails } from '../../contract/problem.ts'

interface SplitProblem {
  /** Field key → what is wrong there. */
  atFields: Readonly<Record<string, string>>
  /** What no field can show; null where the fields say it all. */
  elsewhere: ProblemDetails | null
}

const withoutTitle = (message: string, title: string): string =>
  message.startsWith(`${title}：`) ? message.slice(title.length + 1) : message

/** Parts a problem into what stands at the fields of a form (key → title) and what is said above it. */
export const splitProblem = (
  problem: ProblemDetails | null,
  fields: ReadonlyMap<string, string>,
): SplitProblem => {
  const places = problem?.places ?? []
  const here = places.filter((place) => place.field !== undefined && fields.has(place.field))
  const others = places.filter((place) => !here.includes(place))
  const atFields = here.map((place) => [place.field!, withoutTitle(place.message, fields.get(place.field!)!)])
  const saidAll = here.length > 0 && others.length === 0
  return {
    atFields: Object.fromEntries(atFields),
    elsewhere: problem && !saidAll ? { ...problem, places: others } : null,
  }
}
