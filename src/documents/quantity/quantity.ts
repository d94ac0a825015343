export type QuantityKind = 'count' | 'measure' | 'money' | 'percent' | 'ratio' | 'duration' | 'age' | 'points'

export type Hedge = 'exact' | 'about' | 'over' | 'at-least' | 'under' | 'at-most' | 'range'

/** A statement of how many or how much. Offsets are UTF-16 positions. */
export interface Quantity {
  /** The number core: digits with separators and multiplier, or the Chinese numeral; no hedge, no unit. */
  start: number
  end: number
  text: string
  /** Multiplier applied; a percentage as 61.9; of a ratio 6:4 the 6. */
  low: number
  /** As `low`; of a range its upper bound, of a ratio 6:4 the 4. */
  high: number
  /** As written, without multiplier and noun; '' where the noun follows the number directly. */
  unit: string
  kind: QuantityKind
  hedge: Hedge
  /** The noun phrase that says what is counted; inherited in lists. */
  subject: string
  /** Half a unit of the last digit printed: 4.6万 → 500, 120 → 0. What rounding may hide. */
  slack: number
  /** Where the unit and what clings to it end (以上, 左右 not included). */
  unitEnd: number
}

export interface DateMention {
  start: number
  end: number
  text: string
  kind: 'date' | 'period' | 'time'
  year?: number
  month?: number
  day?: number
  /** Of a period: its last year, month or day where the text prints one. */
  until?: { year?: number; month?: number; day?: number }
}

export interface Ordinal {
  start: number
  end: number
  text: string
  value: number
}
