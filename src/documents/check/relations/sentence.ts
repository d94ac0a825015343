import type { Quantity } from '../../quantity/index.ts'
import { dateAt, type Passage, quantityAt } from '../passage.ts'

/** A quantity in its sentence. */
export interface Item {
  quantity: Quantity
  /** Index in the skeleton of the passage. */
  index: number
  /** The words since the figure before, or since the sentence began. */
  before: string
  /** The words up to the next figure or the end of the sentence. */
  after: string
  /** The last year named before it in the sentence. */
  year: number | undefined
}

export interface Sentence {
  from: number
  to: number
  items: Item[]
}

const stop = /[。!?\n]/
/** A sentence of a table of contents or a list without stops is cut here, so that time stays linear. */
const longest = 400

/** Of the passage at hand only: a long report would keep the words of all its sentences twice. */
let known: { passage: Passage; sentences: Sentence[] } | undefined

/** The sentences of a passage that hold figures. */
export const sentencesOf = (passage: Passage): Sentence[] => {
  if (known?.passage !== passage) known = { passage, sentences: readSentences(passage) }
  return known.sentences
}

const readSentences = (passage: Passage): Sentence[] => {
  const { skeleton } = passage
  const sentences: Sentence[] = []
  for (let from = 0; from < skeleton.length; ) {
    let to = from
    while (to < skeleton.length && to - from < longest && !stop.test(skeleton[to]!)) to++
    const items: Item[] = []
    let words = ''
    let year: number | undefined
    for (let i = from; i < to; i++) {
      year = dateAt(passage, i)?.year ?? year
      const quantity = quantityAt(passage, i)
      if (quantity) {
        const last = items.at(-1)
        if (last) last.after = words
        items.push({ quantity, index: i, before: words, after: '', year })
        words = ''
      } else words += skeleton[i]
    }
    const last = items.at(-1)
    if (last) last.after = words
    if (items.length > 0) sentences.push({ from, to, items })
    from = to + 1
  }
  return sentences
}
