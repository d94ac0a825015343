import { z } from 'zod'
import { maskText } from '../identity/index.ts'
import { parsed, refused } from '../parsed.ts'
import { compactText } from '../plain-text.ts'
import { wholeBetween } from './chance.ts'
import type { FieldType } from './field-type.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** The id of another record, a UUID. */
export const reference = (record: string): FieldType<string> => ({
  name: 'reference',
  column: 'uuid',
  schema: z.string('应为记录的编号。').regex(uuid, '应为记录的编号。'),
  control: { kind: 'reference', record },
  role: 'none',
  encryptable: false,
  parse: (text) => {
    const written = compactText(text).toLowerCase()
    return uuid.test(written) ? parsed(written) : refused(`“${written}”不是记录的编号，请从列表中选择。`)
  },
  format: (value) => value,
  mask: maskText,
  sample: (chance) => {
    const digits = Array.from({ length: 32 }, () => wholeBetween(chance, 0, 15).toString(16)).join('')
    return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5')
  },
  spec: { type: 'reference', record },
})
