import type { Tone } from '../../../platform/web/feedback/status-tag.tsx'
import { type State, states } from '../life/states.ts'

export const stateTitle = (state: string): string => states[state as State] ?? state

const tones: Partial<Record<State, Tone>> = { opened: 'look', closed: 'good' }
export const stateTone = (state: string): Tone => tones[state as State] ?? 'plain'
