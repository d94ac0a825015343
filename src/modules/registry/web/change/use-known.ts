import type { ProblemError } from '../../../../platform/web/api/problem-error.ts'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { getHouseholdPage, getPersonPage } from '../../contract.ts'
import type { Known } from './change-form.ts'

/** Reads those whom a change concerns, as the address names them; undefined while they are read. */
export const useKnown = (asked: {
  person: string | undefined
  other: string | undefined
  household: string | undefined
}): { known: Known | undefined; error: ProblemError | null } => {
  const page = (id: string | undefined) =>
    [{ params: { id: id ?? '' } }, { enabled: id !== undefined }] as const
  const person = useRoute(getPersonPage, ...page(asked.person))
  const other = useRoute(getPersonPage, ...page(asked.other))
  const home = useRoute(getHouseholdPage, ...page(asked.household))
  const error = (person.error ?? other.error ?? home.error) as ProblemError | null
  const waiting =
    (asked.person && !person.data) || (asked.other && !other.data) || (asked.household && !home.data)
  if (error || waiting) return { known: undefined, error }
  return {
    known: {
      person: person.data?.person,
      other: other.data?.person,
      household: home.data?.household ?? person.data?.household ?? undefined,
      members: home.data?.members ?? person.data?.members ?? [],
    },
    error: null,
  }
}
