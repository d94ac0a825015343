import type { LedgerData } from '../../../../core/definition/index.ts'
import { type Choice, choicesOf, type FieldDraft } from './field-draft.ts'

/** A ledger as it is being put together. */
export interface LedgerDraft {
  /** Absent for a new one. */
  readonly name?: string
  readonly title: string
  readonly unit: string
  readonly description: string
  /** Record that entries are about, or '' for things that stand for themselves. */
  readonly of: string
  /** Days after which an entry is to be confirmed; null: never. */
  readonly everyDays: number | null
  readonly keeper: string
  /** Whether entries are held by consent, and the law or document that is the basis. */
  readonly consent: boolean
  readonly rule: string
  readonly fields: readonly FieldDraft[]
  /** What the editor does not touch, such as rules. */
  readonly rest: Partial<LedgerData>
}

export const emptyLedger: LedgerDraft = {
  title: '',
  unit: '条',
  description: '',
  of: 'person',
  everyDays: null,
  keeper: '社区社工',
  consent: false,
  rule: '',
  fields: [],
  rest: {},
}

/** The draft of a ledger that stands; with entries, types and choices that are in use stay. */
export const draftOf = (data: LedgerData, used: boolean): LedgerDraft => {
  const { name, title, unit, description = '', of = '', upkeep, basis, fields, ...rest } = data
  return {
    name,
    title,
    unit,
    description,
    of,
    everyDays: upkeep?.everyDays ?? null,
    keeper: upkeep?.keeper ?? emptyLedger.keeper,
    consent: basis?.kind === 'consent',
    rule: basis?.rule ?? '',
    rest,
    fields: fields.map(({ key, type, title: called, ...field }, id) => ({
      id,
      key,
      title: called,
      spec: type as FieldDraft['spec'],
      required: field.required ?? false,
      listed: field.listed ?? true,
      settled: used,
      ...(field.element ? { element: field.element } : {}),
      ...(field.sensitive ? { sensitive: field.sensitive } : {}),
      ...(field.unit ? { unit: field.unit } : {}),
      ...(field.synonyms ? { synonyms: field.synonyms } : {}),
    })),
  }
}

/** Names a list of one's own; entries hold only codes, so that it need not be told apart from others. */
const ownList = (items: readonly Choice[], title: string) => ({
  name: 'ownList',
  title: title || '选项',
  items,
})

/** The draft as data, as the server takes it. `keyed` gives fields without a key one, for a preview. */
export const dataOf = (draft: LedgerDraft, keyed = false): Record<string, unknown> => ({
  ...draft.rest,
  ...(draft.name ? { name: draft.name } : keyed ? { name: 'preview' } : {}),
  title: draft.title.trim(),
  unit: draft.unit.trim(),
  description: draft.description.trim(),
  ...(draft.of ? { of: draft.of } : {}),
  ...(draft.consent || draft.rule.trim()
    ? { basis: { kind: draft.consent ? 'consent' : 'duty', rule: draft.rule.trim() } }
    : {}),
  ...(draft.everyDays ? { upkeep: { keeper: draft.keeper, everyDays: draft.everyDays } } : {}),
  fields: draft.fields.map((field) => {
    const { id, settled: _, spec, key, title, ...rest } = field
    const choices = choicesOf(field)
    return {
      ...(key ? { key } : keyed ? { key: `field${id}` } : {}),
      ...rest,
      title: title.trim(),
      type: choices ? { ...spec, list: ownList(choices, title.trim()) } : spec,
    }
  }),
})
