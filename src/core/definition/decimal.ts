import { z } from 'zod'
import { maskText } from '../identity/index.ts'
import type { FieldType } from './field-type.ts'
import { largest, readNumber, roundTo } from './read-number.ts'

/** A number with at most so many decimals, 2 unless told; not negative unless `min` says so. */
export const decimal = (
  options: { decimals?: number; min?: number; max?: number; unit?: string } = {},
): FieldType<number> => {
  const { decimals = 2, min = 0, max = largest, unit } = options
  const unitPart = unit === undefined ? {} : { unit }
  return {
    name: 'decimal',
    column: 'numeric',
    schema: z
      .number('应为数字。')
      .min(min, `不应小于 ${min}。`)
      .max(max, `不应大于 ${max}。`)
      .refine((value) => roundTo(value, decimals) === value, `最多有 ${decimals} 位小数。`),
    control: { kind: 'number', decimals, min, max, ...unitPart },
    role: 'measure',
    encryptable: false,
    parse: (text) => readNumber(text, { decimals, min, max, ...unitPart }),
    format: (value) =>
      value
        .toFixed(decimals)
        .replace(/(\.\d*?)0+$/, '$1')
        .replace(/\.$/, ''),
    mask: maskText,
    sample: (chance) => roundTo(min + chance() * (Math.min(max, min + 120) - min), decimals),
    spec: { type: 'decimal', decimals, min, max, ...unitPart },
  }
}
