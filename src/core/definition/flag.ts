import { z } from 'zod'
import { maskText } from '../identity/index.ts'
import { parsed, refused } from '../parsed.ts'
import { compactText } from '../plain-text.ts'
import type { FieldType } from './field-type.ts'

const yes = new Set([
  '是',
  '有',
  '√',
  '✓',
  '✔',
  '☑',
  '对',
  '已',
  'y',
  'yes',
  't',
  'true',
  '1',
  '享受',
  '持有',
])
const no = new Set([
  '否',
  '无',
  '没有',
  '不是',
  '×',
  '✗',
  '✘',
  'x',
  '未',
  'n',
  'no',
  'f',
  'false',
  '0',
  '□',
  '☐',
])

/** Yes or no. */
export const flag: FieldType<boolean> = {
  name: 'flag',
  column: 'boolean',
  schema: z.boolean('应为是或否。'),
  control: { kind: 'flag' },
  role: 'dimension',
  encryptable: false,
  parse: (text) => {
    const written = compactText(text).toLowerCase()
    if (yes.has(written)) return parsed(true)
    return no.has(written) ? parsed(false) : refused(`“${written}”看不出是还是否，请填“是”或“否”。`)
  },
  format: (value) => (value ? '是' : '否'),
  mask: maskText,
  sample: (chance) => chance() < 0.5,
  spec: { type: 'flag' },
}
