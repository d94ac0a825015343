import { z } from 'zod'
import { maskText } from '../identity/index.ts'
import { wholeBetween } from './chance.ts'
import type { FieldType } from './field-type.ts'
import { readNumber } from './read-number.ts'

// Databases keep integers in 32 bits.
const largestInteger = 2_147_483_647

/** A whole number; not negative unless `min` says so. */
export const integer = (options: { min?: number; max?: number; unit?: string } = {}): FieldType<number> => {
  const { min = 0, max = largestInteger, unit } = options
  const unitPart = unit === undefined ? {} : { unit }
  return {
    name: 'integer',
    column: 'integer',
    schema: z
      .number('应为整数。')
      .int('应为整数。')
      .min(min, `不应小于 ${min}。`)
      .max(max, `不应大于 ${max}。`),
    control: { kind: 'number', decimals: 0, min, max, ...unitPart },
    role: 'measure',
    encryptable: false,
    parse: (text) => readNumber(text, { decimals: 0, min, max, ...unitPart }),
    format: String,
    mask: maskText,
    sample: (chance) => wholeBetween(chance, min, Math.min(max, min + 20)),
    spec: { type: 'integer', min, max, ...unitPart },
  }
}
