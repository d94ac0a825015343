import type { FieldTypeSpec, Sensitivity } from '../../../../core/definition/index.ts'
import type { Element } from '../../../../core/dictionary/index.ts'
import { specOfElement } from './spec-of-element.ts'

export interface Choice {
  readonly code: string
  readonly title: string
}

/** A field as it is being put together. */
export interface FieldDraft {
  /** Tells rows apart on the page. */
  readonly id: number
  /** Absent until the ledger is saved: the server makes one. */
  readonly key?: string
  readonly element?: string
  readonly title: string
  readonly spec: FieldTypeSpec
  readonly required: boolean
  readonly listed: boolean
  readonly sensitive?: Sensitivity
  readonly unit?: string
  readonly synonyms?: readonly string[]
  /** Type and choices are settled: they come from the dictionary, or there are entries. */
  readonly settled: boolean
}

/** The kinds of field that one can add without the dictionary. */
export const fieldKinds = [
  { value: 'text', label: '一行文字' },
  { value: 'longText', label: '多行文字' },
  { value: 'code', label: '从选项中选' },
  { value: 'flag', label: '是或否' },
  { value: 'date', label: '日期' },
  { value: 'integer', label: '整数' },
  { value: 'decimal', label: '小数' },
  { value: 'money', label: '金额（元）' },
  { value: 'phone', label: '电话' },
  { value: 'address', label: '地址' },
  { value: 'month', label: '年月' },
  { value: 'year', label: '年份' },
  { value: 'creditCode', label: '统一社会信用代码' },
  { value: 'idNumber', label: '公民身份号码' },
]

export const sensitivities: readonly { value: Sensitivity | ''; label: string }[] = [
  { value: '', label: '不敏感' },
  { value: 'identity', label: '身份信息' },
  { value: 'contact', label: '联系方式' },
  { value: 'health', label: '健康信息' },
  { value: 'finance', label: '经济信息' },
]

/** A field of one's own, or of the dictionary. */
export const newField = (id: number, element?: Element): FieldDraft => ({
  id,
  title: element?.title ?? '',
  spec: element ? specOfElement(element) : { type: 'text' },
  required: false,
  listed: true,
  settled: element !== undefined,
  ...(element
    ? {
        element: element.key,
        ...(element.sensitive ? { sensitive: element.sensitive } : {}),
        ...(element.unit ? { unit: element.unit } : {}),
      }
    : {}),
})

/** The choices of a code field that are the office's own; undefined where a list of the house is used. */
export const choicesOf = ({ spec }: FieldDraft): readonly Choice[] | undefined =>
  typeof spec.list === 'object' ? ((spec.list as { items?: Choice[] } | null)?.items ?? []) : undefined

/**
 * Choices from text, one a line. A choice that stood keeps its code, since entries hold it; a new one gets the next.
 */
export const readChoices = (text: string, standing: readonly Choice[]): Choice[] => {
  const titles = [...new Set(text.split('\n').map((line) => line.trim()))].filter(Boolean)
  let next = Math.max(0, ...standing.map(({ code }) => Number(code) || 0))
  return titles.map((title) => {
    const kept = standing.find((choice) => choice.title === title)
    if (kept) return kept
    next += 1
    return { code: String(next), title }
  })
}
