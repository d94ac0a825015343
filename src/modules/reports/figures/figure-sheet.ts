import type { OfficialSpan } from '../../../documents/official/index.ts'
import type { Aspect, Measured } from './measured.ts'
import { toldText } from './told-text.ts'

/** A figure as it stands in a report. */
export interface PlacedFigure {
  readonly id: string
  readonly aspect: Aspect
  readonly measured: Measured
  /** What stands in the document. */
  readonly text: string
}

/**
 * The figures from which a report is laid out. What is taken from it is a figure of the report; the same taken
 * twice is one figure in two places.
 */
export interface FigureSheet {
  /** The area that the report is about. */
  readonly area: string
  /** The number itself, to decide what to say. */
  value(metric: string, area?: string): number | null
  lastYear(metric: string, area?: string): number | null
  /** The number as a marked span: `1191`. */
  number(metric: string, area?: string): OfficialSpan
  /** The number of a year before. */
  numberLastYear(metric: string, area?: string): OfficialSpan
  /** How it changed in a year: `增长3.2%`, `持平`, `上年同期无数据`. */
  change(metric: string, area?: string): OfficialSpan
  /** All that were taken, in the order of their first place. */
  readonly placed: readonly PlacedFigure[]
}

const keyOf = (metric: string, area: string, yearBefore = false) => `${metric} ${area} ${yearBefore}`

/** Lays measured numbers out to be taken. Taking one that was not measured throws: the template forgot to ask. */
export const makeSheet = (area: string, all: readonly Measured[], newId: () => string): FigureSheet => {
  const byKey = new Map(all.map((each) => [keyOf(each.metric, each.area, each.yearBefore), each]))
  const placed = new Map<string, PlacedFigure>()
  const find = (key: string): Measured => {
    const measured = byKey.get(key)
    if (!measured) throw new Error(`not measured: ${key}`)
    return measured
  }
  const take = (aspect: Aspect, key: string): OfficialSpan => {
    const known = placed.get(`${aspect} ${key}`)
    const measured = find(key)
    const figure = known ?? { id: newId(), aspect, measured, text: toldText(aspect, measured) }
    if (!known) placed.set(`${aspect} ${key}`, figure)
    return { text: figure.text, figure: figure.id }
  }
  return {
    area,
    value: (metric, at = area) => find(keyOf(metric, at)).value,
    lastYear: (metric, at = area) => find(keyOf(metric, at)).lastYear,
    number: (metric, at = area) => take('value', keyOf(metric, at)),
    numberLastYear: (metric, at = area) => take('value', keyOf(metric, at, true)),
    change: (metric, at = area) => take('change', keyOf(metric, at)),
    get placed() {
      return [...placed.values()]
    },
  }
}
