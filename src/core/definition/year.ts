import { z } from 'zod'
import { readYear } from '../time/index.ts'
import { wholeBetween } from './chance.ts'
import type { FieldType } from './field-type.ts'

/** A calendar year. */
export const year: FieldType<number> = {
  name: 'year',
  column: 'integer',
  schema: z
    .number('应为年份。')
    .int('应为年份。')
    .min(1850, '年份不应早于 1850。')
    .max(2199, '年份不应晚于 2199。'),
  control: { kind: 'date', precision: 'year' },
  role: 'dimension',
  encryptable: false,
  parse: readYear,
  format: String,
  mask: () => '****',
  sample: (chance) => wholeBetween(chance, 1950, 2025),
  spec: { type: 'year' },
}
