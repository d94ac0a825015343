import { z } from 'zod'
import { type CodeList, codeLists, readCode, titleOf } from '../code/index.ts'
import { maskText } from '../identity/index.ts'
import { oneOf } from './chance.ts'
import type { FieldType } from './field-type.ts'

/** A code of a list. A list that does not come with the program is carried along where the type is data. */
export const code = (list: CodeList): FieldType<string> => ({
  name: 'code',
  column: 'text',
  schema: z.enum(
    list.items.map((item) => item.code),
    `应为“${list.title}”中的一个代码。`,
  ),
  control: { kind: 'choice', options: list.items.map((item) => ({ value: item.code, title: item.title })) },
  role: 'dimension',
  encryptable: false,
  parse: (text) => readCode(list, text),
  format: (value) => titleOf(list, value),
  mask: maskText,
  sample: (chance) => oneOf(chance, list.items).code,
  spec: { type: 'code', list: codeLists[list.name] === list ? list.name : list },
})
