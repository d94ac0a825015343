import { addDays, type PlainDate, readDate } from '../time/index.ts'
import { wholeBetween } from './chance.ts'
import { checkedText } from './checked-text.ts'
import type { FieldType } from './field-type.ts'

/** A calendar date, `YYYY-MM-DD`. Never encrypted, since ages and time limits are found by it. */
export const date: FieldType<PlainDate> = {
  name: 'date',
  column: 'date',
  schema: checkedText(readDate),
  control: { kind: 'date', precision: 'day' },
  role: 'none',
  encryptable: false,
  parse: readDate,
  format: (value) => value,
  mask: () => '****-**-**',
  sample: (chance) => addDays('2005-01-01', wholeBetween(chance, 0, 7600)),
  spec: { type: 'date' },
}
