import { z } from 'zod'
import { maskText } from '../identity/index.ts'
import { type Parsed, parsed } from '../parsed.ts'
import { compactText } from '../plain-text.ts'
import { wholeBetween } from './chance.ts'
import type { FieldType } from './field-type.ts'
import { largest, readNumber, roundTo } from './read-number.ts'

const limits = { decimals: 2, min: 0, max: largest }

/** 1,234.5, ¥1234.5, 1234.5元, 1.5万, 1.5万元. */
const read = (text: string): Parsed<number> => {
  const written = compactText(text)
    .replace(/^(¥|¥|RMB|人民币)/i, '')
    .replace(/元\/?[月年]?$/, '')
  if (!written.endsWith('万')) return readNumber(written, limits)
  const tenThousands = readNumber(written.slice(0, -1), { ...limits, decimals: 6 })
  return tenThousands.ok ? parsed(roundTo(tenThousands.value * 10_000, 2)) : tenThousands
}

/** An amount in yuan, to the cent. */
export const money: FieldType<number> = {
  name: 'money',
  column: 'numeric',
  schema: z
    .number('应为金额。')
    .min(limits.min, '金额不应小于 0。')
    .max(limits.max, '金额太大，请核对单位。')
    .refine((value) => roundTo(value, 2) === value, '金额最多到分。'),
  control: { kind: 'number', decimals: 2, min: 0, unit: '元' },
  role: 'measure',
  encryptable: false,
  parse: read,
  format: (value) => value.toFixed(2).replace(/\B(?=(\d{3})+(?!\d))/g, ','),
  mask: maskText,
  sample: (chance) => wholeBetween(chance, 100, 500_000) / 100,
  spec: { type: 'money' },
}
