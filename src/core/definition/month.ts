import { readMonth } from '../time/index.ts'
import { wholeBetween } from './chance.ts'
import { checkedText } from './checked-text.ts'
import type { FieldType } from './field-type.ts'

/** A calendar month, `YYYY-MM`. */
export const month: FieldType<string> = {
  name: 'month',
  column: 'text',
  schema: checkedText(readMonth),
  control: { kind: 'date', precision: 'month' },
  role: 'dimension',
  encryptable: false,
  parse: readMonth,
  format: (value) => value,
  mask: () => '****-**',
  sample: (chance) =>
    `${wholeBetween(chance, 2005, 2025)}-${String(wholeBetween(chance, 1, 12)).padStart(2, '0')}`,
  spec: { type: 'month' },
}
