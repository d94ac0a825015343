import type { ReactNode } from 'react'
import './status-tag.css'

/** How a state stands: as usual, well, to be looked at, wrong. The words say it; the tone only helps the eye. */
export type Tone = 'plain' | 'good' | 'look' | 'bad'

/** A state in a word. */
export const StatusTag = ({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) => (
  <span className={`status-tag ${tone}`}>{children}</span>
)
