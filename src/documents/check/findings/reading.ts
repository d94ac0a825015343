import type { Paragraph } from '../../docx/index.ts'
import type { FoundQuantities } from '../../quantity/index.ts'
import type { NormalText } from '../../text/index.ts'
import type { Passage } from '../passage.ts'
import type { Relation } from '../relation.ts'

/** All that a rule may look at. Offsets are those of the normalised text. */
export interface Reading {
  normal: NormalText
  /** The text as given: its paragraphs' offsets point into it. */
  given: string
  paragraphs: Paragraph[]
  found: FoundQuantities
  passages: Passage[]
  relations: Relation[]
  previous: string | undefined
}
