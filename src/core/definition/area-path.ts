import { codeOfPath, readAreaCode } from '../area/index.ts'
import { maskText } from '../identity/index.ts'
import { wholeBetween } from './chance.ts'
import { checkedText } from './checked-text.ts'
import type { FieldType } from './field-type.ts'

/** An area, kept as its path and written as its code; who has the tree of areas writes the name instead. */
export const areaPath: FieldType<string> = {
  name: 'areaPath',
  column: 'text',
  schema: checkedText(readAreaCode),
  control: { kind: 'area' },
  role: 'dimension',
  encryptable: false,
  parse: readAreaCode,
  format: codeOfPath,
  mask: maskText,
  sample: (chance) => `990101001${String(wholeBetween(chance, 1, 99)).padStart(3, '0')}`,
  spec: { type: 'areaPath' },
}
