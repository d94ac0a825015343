import type { DisputeStory } from '../../contract.ts'

/** What the form of each step is given. */
export interface FormProps {
  story: DisputeStory
  close: () => void
}
