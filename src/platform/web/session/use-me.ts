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

/** Whether the signed-in person has a right anywhere. */
export const useMay = (): ((right: Right | 'signedIn') => boolean) => {
  const { rights } = useMe()
  return (right) => right === 'signedIn' || rights.includes(right)
}
