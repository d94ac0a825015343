import { z } from 'zod'
import { maskText } from '../identity/index.ts'
import { parsed, refused } from '../parsed.ts'
import { oneOf } from './chance.ts'
import type { FieldType } from './field-type.ts'

/** Spaces at line ends and invisible characters go, line breaks stay. */
const tidy = (written: string): string =>
  written
    .replace(/\r\n?/g, '\n')
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .replace(/[^\S\n]+\n/g, '\n')
    .trim()

/** Paragraphs of at most `max` characters, 2,000 unless told. */
export const longText = ({ max = 2000 }: { max?: number } = {}): FieldType<string> => ({
  name: 'longText',
  column: 'text',
  schema: z.string('应为文字。').min(1, '不能为空白。').max(max, `最多 ${max} 个字。`),
  control: { kind: 'longText', maxLength: max },
  role: 'none',
  encryptable: true,
  parse: (written) => {
    const tidied = tidy(written)
    if (tidied.length === 0) return refused('内容是空白，请填写文字。')
    return tidied.length <= max ? parsed(tidied) : refused(`最多 ${max} 个字，现在有 ${tidied.length} 个字。`)
  },
  format: (value) => value,
  mask: maskText,
  sample: (chance) => oneOf(chance, ['情况正常。', '已上门了解。\n后续跟进。', '需要帮助。']).slice(0, max),
  spec: { type: 'longText', max },
})
