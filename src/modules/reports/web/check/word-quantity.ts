import type { Hedge, Quantity } from '../../../../documents/quantity/index.ts'
import { wordNumber } from '../../../../platform/web/wording/word-number.ts'

const hedges: Readonly<Record<Hedge, string>> = {
  exact: '',
  about: '约 ',
  over: '多于 ',
  'at-least': '至少 ',
  under: '少于 ',
  'at-most': '至多 ',
  range: '',
}

/** How a quantity was read: `残疾人:412 人`. */
export const wordQuantity = ({ subject, low, high, unit, hedge }: Quantity): string => {
  const value = low === high ? wordNumber(low) : `${wordNumber(low)}～${wordNumber(high)}`
  return `${subject === '' ? '' : `${subject}:`}${hedges[hedge]}${value}${unit && ` ${unit}`}`
}
