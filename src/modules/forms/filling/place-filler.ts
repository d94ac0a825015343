import { type ElementValue, type FillValue, fitValue } from '../../../documents/form/index.ts'
import { readSource } from '../source/read-value.ts'
import type { FillContext, JoinedRow, Source } from '../source/source.ts'
import type { FormPlace } from '../understanding/answers.ts'

/** A place of the form with where its values come from; without a source it stays empty. */
export interface SourcedPlace {
  readonly place: FormPlace
  readonly source: Source | undefined
}

/** Distinct values for which a column remembers how the form words them. */
const mostRemembered = 4096

/** A value that fits alike wherever it stands again, as one word; undefined for what hardly recurs. */
const recurring = (value: ElementValue | null): string | number | boolean | undefined => {
  switch (value?.kind) {
    case 'number':
      return value.number
    case 'flag':
      return value.flag
    case 'date':
      return value.date
    case 'code':
      return value.items.length === 1 ? value.items[0]!.code : undefined
    default:
      return undefined
  }
}

/**
 * Makes the filler of one place, used for every row: finding out how the form words a value costs more than looking
 * it up. `findSource` finds other elements of the same row for cells that take two together.
 */
export const placeFiller = (
  { place, source }: SourcedPlace,
  filledOn: string,
  unmasked: boolean,
  findSource: (key: string) => Source | undefined,
): ((row: JoinedRow, context: FillContext) => FillValue | undefined) => {
  if (!source) return () => undefined
  const remembered = new Map<string | number | boolean, FillValue>()
  // A part such as 智力 within 残疾类别 depends on more than the value.
  const isAlone = place.part === undefined
  return (row, context) => {
    const value = readSource(source, row, context, unmasked)
    if (value === null) return null
    const word = isAlone ? recurring(value) : undefined
    const known = word === undefined ? undefined : remembered.get(word)
    if (known !== undefined) return known
    const findValue = (key: string) => {
      const other = findSource(key)
      return other?.steps.every((step) => step in row) ? readSource(other, row, context, unmasked) : null
    }
    const fitted = fitValue(value, place, { filledOn, findValue })
    const filled = fitted.fits ? fitted.value : null
    if (word !== undefined) {
      if (remembered.size >= mostRemembered) remembered.clear()
      remembered.set(word, filled)
    }
    return filled
  }
}
