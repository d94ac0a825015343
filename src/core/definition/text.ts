import { z } from 'zod'
import { maskText } from '../identity/index.ts'
import { type Parsed, parsed, refused } from '../parsed.ts'
import { oneOf } from './chance.ts'
import type { FieldType } from './field-type.ts'

/** Without invisible characters and line breaks; full-width punctuation stays, since prose needs it. */
const tidy = (text: string): string =>
  text
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** Reads a text of at most `max` characters. */
export const readText = (text: string, max: number): Parsed<string> => {
  const tidied = tidy(text)
  if (tidied.length === 0) return refused('内容是空白，请填写文字。')
  return tidied.length <= max ? parsed(tidied) : refused(`最多 ${max} 个字，现在有 ${tidied.length} 个字。`)
}

/** A line of text of at most `max` characters, 100 unless told. */
export const text = ({ max = 100 }: { max?: number } = {}): FieldType<string> => ({
  name: 'text',
  column: 'text',
  schema: z.string('应为文字。').min(1, '不能为空白。').max(max, `最多 ${max} 个字。`),
  control: { kind: 'text', maxLength: max },
  role: 'none',
  encryptable: true,
  parse: (written) => readText(written, max),
  format: (value) => value,
  mask: maskText,
  sample: (chance) => oneOf(chance, ['一', '二', '三', '四', '五']).slice(0, max),
  spec: { type: 'text', max },
})
