import { z } from 'zod'
import { nearest } from '../nearest.ts'
import { type Parsed, parsed, refused } from '../parsed.ts'
import { address } from './address.ts'
import { areaPath } from './area-path.ts'
import { code } from './code.ts'
import { codeListFromData } from './code-list-from-data.ts'
import { creditCode } from './credit-code.ts'
import { date } from './date.ts'
import { decimal } from './decimal.ts'
import type { FieldType, FieldTypeSpec } from './field-type.ts'
import { firstIssue } from './first-issue.ts'
import { flag } from './flag.ts'
import { idNumber } from './id-number.ts'
import { integer } from './integer.ts'
import { longText } from './long-text.ts'
import { money } from './money.ts'
import { month } from './month.ts'
import { phone } from './phone.ts'
import { reference } from './reference.ts'
import { text } from './text.ts'
import { year } from './year.ts'

// biome-ignore lint/suspicious/noExplicitAny: a type of any values
type AnyFieldType = FieldType<any>

const limits = { min: z.number().optional(), max: z.number().optional(), unit: z.string().max(10).optional() }

const list = z.unknown().transform((data, context) => {
  const answer = codeListFromData(data)
  if (answer.ok) return answer.value
  context.addIssue({ code: 'custom', message: answer.message.replace(/。$/, '') })
  return z.NEVER
})

/** For each type by name: the options that its spec may have, turned into the type. */
const builders: Readonly<Record<string, z.ZodType<AnyFieldType>>> = {
  text: z.object({ max: z.int().min(1).max(1000).optional() }).transform(({ max }) => text({ max })),
  longText: z
    .object({ max: z.int().min(1).max(100_000).optional() })
    .transform(({ max }) => longText({ max })),
  idNumber: z.object({}).transform(() => idNumber),
  phone: z.object({}).transform(() => phone),
  creditCode: z.object({}).transform(() => creditCode),
  date: z.object({}).transform(() => date),
  month: z.object({}).transform(() => month),
  year: z.object({}).transform(() => year),
  integer: z.object(limits).transform((options) => integer(options)),
  decimal: z
    .object({ ...limits, decimals: z.int().min(0).max(6).optional() })
    .transform((options) => decimal(options)),
  money: z.object({}).transform(() => money),
  flag: z.object({}).transform(() => flag),
  code: z.object({ list }).transform((options) => code(options.list)),
  address: z.object({}).transform(() => address),
  areaPath: z.object({}).transform(() => areaPath),
  reference: z.object({ record: z.string().min(1) }).transform(({ record }) => reference(record)),
}

/** The names of all field types. */
export const fieldTypeNames: readonly string[] = Object.keys(builders)

/** The field type that a spec describes: `fieldTypeFromSpec(type.spec)` is a type like `type`. */
export const fieldTypeFromSpec = (spec: FieldTypeSpec): Parsed<AnyFieldType> => {
  const builder = Object.hasOwn(builders, spec.type) ? builders[spec.type] : undefined
  if (!builder) {
    const near = nearest(spec.type, fieldTypeNames)
    return refused(
      `没有“${spec.type}”这种字段类型，${near.length > 0 ? `最接近的是 ${near.join('、')}` : `可用的有 ${fieldTypeNames.join('、')}`}。`,
    )
  }
  const built = builder.safeParse(spec, { error: z.locales.zhCN().localeError })
  if (built.success) return parsed(built.data)
  return refused(`字段类型 ${spec.type} 的设置不对：${firstIssue(built.error)}。`)
}
