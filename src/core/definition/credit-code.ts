import { makeCreditCode, maskCreditCode, readCreditCode } from '../identity/index.ts'
import { wholeBetween } from './chance.ts'
import { checkedText } from './checked-text.ts'
import type { FieldType } from './field-type.ts'

/** A unified social credit code, GB 32100-2015. */
export const creditCode: FieldType<string> = {
  name: 'creditCode',
  column: 'text',
  schema: checkedText(readCreditCode),
  control: { kind: 'text', maxLength: 18 },
  role: 'none',
  encryptable: true,
  parse: readCreditCode,
  format: (value) => value,
  mask: maskCreditCode,
  sample: (chance) =>
    makeCreditCode(`91990101${String(wholeBetween(chance, 0, 999_999_999)).padStart(9, '0')}`),
  spec: { type: 'creditCode' },
}
