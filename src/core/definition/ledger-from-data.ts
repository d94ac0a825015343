import { z } from 'zod'
import { checkRule } from '../expression/index.ts'
import { nearest } from '../nearest.ts'
import { type Parsed, parsed, refused } from '../parsed.ts'
import { consentKeys } from './consent.ts'
import { fieldTypeFromSpec } from './field-type-from-spec.ts'
import { firstIssue } from './first-issue.ts'
import { defineLedger, type FieldInput, type LedgerDefinition, type RecordDefinition } from './record.ts'
import { ruleVariables } from './rule-variables.ts'

const name = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]{0,39}$/, '应以小写字母开头，只用字母和数字，最多40个')
  // Values are plain objects: a key such as `constructor` would find what every object has.
  .refine((text) => !(text in Object.prototype), '是系统保留的，请换一个')

const title = z.string().trim().min(1, '不能为空').max(40, '最多40个字')

const fieldData = z.strictObject({
  key: name,
  title,
  type: z.looseObject({ type: z.string() }),
  required: z.boolean().optional(),
  sensitive: z.enum(['identity', 'contact', 'health', 'finance']).optional(),
  element: z.string().optional(),
  unit: z.string().max(10).optional(),
  listed: z.boolean().optional(),
  synonyms: z.array(z.string()).optional(),
})

const ledgerData = z.strictObject({
  name,
  title,
  unit: z.string().min(1).max(10),
  description: z.string().max(500).optional(),
  /** Name of the record that entries are about. */
  of: z.string().optional(),
  /** Why it may be held; a duty by law where absent. With consent each entry says when and how it was given. */
  basis: z.strictObject({ kind: z.enum(['duty', 'consent']), rule: z.string().trim().max(200) }).optional(),
  once: z.boolean().optional(),
  entry: z.strictObject({ rule: z.string(), message: z.string().min(1) }).optional(),
  expected: z.strictObject({ rule: z.string(), reason: z.string().min(1).max(200) }).optional(),
  exits: z
    .array(
      z.strictObject({
        rule: z.string(),
        reason: z.string().min(1).max(200),
        cause: z.enum(['reclassified', 'expired']),
      }),
    )
    .max(20)
    .optional(),
  follows: z
    .array(
      z.strictObject({ rule: z.string(), field: z.string(), value: z.unknown(), reason: z.string().min(1) }),
    )
    .max(20)
    .optional(),
  upkeep: z
    .strictObject({ keeper: z.string().min(1).max(20), everyDays: z.int().min(1).max(3660) })
    .optional(),
  retired: z.string().optional(),
  fields: z.array(fieldData).min(1, '至少要有一个字段').max(200, '最多200个字段'),
})

/** A ledger as data: what an office that defines its own writes down and the database keeps. */
export type LedgerData = z.infer<typeof ledgerData>

/** Names that lists and filters use beside the fields of a ledger. */
const reserved =
  'id area district version subject validFrom validTo recordedAt asOf sort cursor limit q confirmedOn dueOn confirmedInTime'
    .split(' ')
    .concat(consentKeys)

const readFields = (data: LedgerData, subject?: RecordDefinition): Parsed<Record<string, FieldInput>> => {
  const taken = new Set([...reserved, ...(subject ? [subject.name] : [])])
  const fields: Record<string, FieldInput> = {}
  for (const { key, type: spec, ...rest } of data.fields) {
    const place = `字段“${rest.title}”（${key}）`
    if (Object.hasOwn(fields, key)) return refused(`${place}的名称与前面的字段重复，请换一个。`)
    if (taken.has(key)) return refused(`${place}的名称“${key}”是系统保留的，请换一个。`)
    const type = fieldTypeFromSpec(spec)
    if (!type.ok) return refused(`${place}：${type.message}`)
    fields[key] = { ...rest, type: type.value }
  }
  return parsed(fields)
}

/** Where a fault in a ledger's data lies, the field by its title where it has one. */
const describe = (error: z.ZodError, data: unknown): string => {
  const [kind, index, ...rest] = error.issues[0]!.path
  if (kind !== 'fields' || typeof index !== 'number') return firstIssue(error)
  const field = (data as { fields: { title?: unknown }[] }).fields[index]
  const called = typeof field?.title === 'string' ? `“${field.title}”` : ''
  const part = rest.length > 0 ? `的 ${rest.join('.')}` : ''
  return `第 ${index + 1} 个字段${called}${part}：${error.issues[0]!.message}`
}

/** What is wrong with the first rule that cannot be read, if any. */
const faultyRule = (ledger: LedgerDefinition): string | undefined => {
  const variables = ruleVariables(ledger)
  // Who is not yet in it has no fields of it.
  const ofSubject = Object.fromEntries(
    Object.entries(variables).filter(([path]) => ledger.of && path.startsWith(`${ledger.of.name}.`)),
  )
  const strange = ledger.follows.find(({ field }) => !Object.hasOwn(ledger.fields, field))
  if (strange) return `台账的联动规则不对：没有名为“${strange.field}”的字段。`
  const rules = [
    ...(ledger.entry ? [['准入', ledger.entry.rule, variables] as const] : []),
    ...(ledger.expected ? [['应进', ledger.expected.rule, ofSubject] as const] : []),
    ...ledger.exits.map(({ rule }) => ['应出', rule, variables] as const),
    ...ledger.follows.map(({ rule }) => ['联动', rule, { ...variables, 'household.size': 'int' }] as const),
  ]
  for (const [kind, rule, known] of rules) {
    const checked = checkRule(rule, known)
    if (!checked.ok) return `台账的${kind}规则不对：${checked.message}`
  }
  return undefined
}

/** The ledger that data describes; `records` are those that a ledger may be about. */
export const ledgerFromData = (
  data: unknown,
  records: readonly RecordDefinition[] = [],
): Parsed<LedgerDefinition> => {
  const checked = ledgerData.safeParse(data, { error: z.locales.zhCN().localeError })
  if (!checked.success) return refused(`台账定义不对：${describe(checked.error, data)}。`)
  const { of, basis, entry, expected, exits, follows, upkeep, retired, ...rest } = checked.data
  const subject = records.find((record) => record.name === of)
  if (of !== undefined && !subject) {
    const near = nearest(
      of,
      records.map((record) => record.name),
    )
    return refused(`没有名为“${of}”的登记项${near.length > 0 ? `，最接近的是 ${near.join('、')}` : ''}。`)
  }
  const fields = readFields(checked.data, subject)
  if (!fields.ok) return fields
  const ledger = defineLedger({
    ...rest,
    fields: fields.value,
    ...(subject ? { of: subject } : {}),
    ...(basis ? { basis } : {}),
    ...(entry ? { entry } : {}),
    ...(expected ? { expected } : {}),
    ...(exits ? { exits } : {}),
    ...(follows ? { follows } : {}),
    ...(upkeep ? { upkeep } : {}),
    ...(retired ? { retired } : {}),
  })
  const fault = faultyRule(ledger)
  return fault ? refused(fault) : parsed(ledger)
}
