import type { z } from 'zod'
import type { Right } from '../../contract/right.ts'
import { getMe } from '../../contract/session.ts'
import { useRoute } from '../api/use-route.ts'

export type Me = z.infer<typeof getMe.answer>

/** Who is signed in. Only pages inside the frame use this: there it is known. */
export const useMe = (): Me => {
  const { data } = useRoute(getMe)
  if (!data) throw new Error('useMe outside the frame')
  return data
}

/** Whether the signed-in person has a right anywhere, or one of several. */
export const useMay = (): ((right: Right | 'signedIn' | readonly Right[]) => boolean) => {
  const { rights } = useMe()
  return (right) => [right].flat().some((one) => one === 'signedIn' || rights.includes(one))
}
