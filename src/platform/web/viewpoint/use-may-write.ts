import type { Right } from '../../contract/right.ts'
import { useMay } from '../session/use-me.ts'
import { useViewpoint } from './use-viewpoint.ts'

/** Whether the signed-in person may change something now: has the right, and looks at today. */
export const useMayWrite = (right: Right): boolean => {
  const { past } = useViewpoint()
  return useMay()(right) && !past
}
