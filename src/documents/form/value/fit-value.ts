import type { ElementValue, FitContext, FittedValue, ValueStyle } from './element-value.ts'
import { fitted } from './element-value.ts'
import { fitAddress } from './fit-address.ts'
import { fitCode } from './fit-code.ts'
import { fitDate } from './fit-date.ts'
import { fitFlag } from './fit-flag.ts'
import { fitNumber } from './fit-number.ts'
import { fitText } from './fit-text.ts'

/**
 * Puts a value of the ledgers in a form's own terms: the wording of its drop-down, codes or titles as its samples
 * show them, its date style, its unit, one part of an address. Nothing known is an empty cell. What the form has
 * no place for does not fit, with the reason; a value is never bent until it does.
 */
export const fitValue = (value: ElementValue | null, style: ValueStyle, context: FitContext): FittedValue => {
  if (value === null) return fitted(null)
  switch (value.kind) {
    case 'text':
      return fitText(value.text, style)
    case 'number':
      return fitNumber(value.number, value.unit, style)
    case 'flag':
      return fitFlag(value.flag, style)
    case 'date':
      return fitDate(value.date, style, context.filledOn)
    case 'code':
      return fitCode(value.items, style, context)
    case 'address':
      return fitAddress(value, style)
  }
}
