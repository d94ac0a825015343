import type { NewVersion } from '../../storage/write-versions.ts'
import type { Fault } from './fault.ts'

/** What a row comes to: what is wrong with it, or what would be written. */
export type Outcome =
  | { readonly kind: 'faulty'; readonly faults: readonly Fault[] }
  | {
      readonly kind: 'add' | 'change' | 'same'
      readonly newPerson: boolean
      readonly person?: NewVersion | undefined
      readonly entry?: NewVersion | undefined
    }

export const faulty = (...faults: Fault[]): Outcome => ({ kind: 'faulty', faults })
