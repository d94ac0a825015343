import { z } from 'zod'
import { maskAddress } from '../identity/index.ts'
import { oneOf, wholeBetween } from './chance.ts'
import type { FieldType } from './field-type.ts'
import { readText } from './text.ts'

const longest = 200

/** A postal address in one line. */
export const address: FieldType<string> = {
  name: 'address',
  column: 'text',
  schema: z.string('应为文字。').min(1, '不能为空白。').max(longest, `最多 ${longest} 个字。`),
  control: { kind: 'text', maxLength: longest },
  role: 'none',
  encryptable: true,
  parse: (written) => readText(written, longest),
  format: (value) => value,
  mask: maskAddress,
  sample: (chance) => {
    const road = oneOf(chance, ['和平路', '建设街', '幸福里', '文化巷'])
    return `${road}${wholeBetween(chance, 1, 200)}号${wholeBetween(chance, 1, 30)}栋${wholeBetween(chance, 101, 1806)}室`
  },
  spec: { type: 'address' },
}
