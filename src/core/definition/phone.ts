import { maskPhone, readPhone } from '../identity/index.ts'
import { wholeBetween } from './chance.ts'
import { checkedText } from './checked-text.ts'
import type { FieldType } from './field-type.ts'

/** A telephone number, mobile or landline. */
export const phone: FieldType<string> = {
  name: 'phone',
  column: 'text',
  schema: checkedText(readPhone),
  control: { kind: 'text', maxLength: 20, inputMode: 'tel' },
  role: 'none',
  encryptable: true,
  parse: readPhone,
  format: (value) => value,
  mask: maskPhone,
  // 154 is not given out.
  sample: (chance) => `154${String(wholeBetween(chance, 0, 99_999_999)).padStart(8, '0')}`,
  spec: { type: 'phone' },
}
