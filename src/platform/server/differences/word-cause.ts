import type { CountMetric } from '../../../core/definition/index.ts'

interface Wording {
  readonly title: string
  readonly kind: 'change' | 'correction'
  /** Where it stands in the list: corrections first, then what came, then what went. */
  readonly order: number
}

const change = (order: number, title: string): Wording => ({ title, kind: 'change', order })
const correction = (order: number, title: string): Wording => ({ title, kind: 'correction', order })

/** Causes by code; `+` grows the number, `-` makes it smaller. Ends carry the cause with which a record was ended. */
const wordings: Readonly<Record<string, Wording>> = {
  'late+': correction(1, '事后补记的新增'),
  'lateEnd-': correction(2, '事后补记的减少'),
  'corrected+': correction(3, '更正后增加'),
  'corrected-': correction(4, '更正后减少'),
  'ended.mistaken-': correction(5, '登记有误，移出'),
  'born+': change(10, '出生'),
  'entered+': change(11, '新登记'),
  'within+': change(12, '从辖区其他地方迁入'),
  'aged+': change(13, '到了年龄或日期'),
  'reclassified+': change(14, '情况变化，转入'),
  'revalued+': change(15, '数值增加'),
  'ended.died-': change(20, '死亡'),
  'ended.moved-': change(21, '迁出'),
  'ended.reclassified-': change(22, '不再符合，移出'),
  'ended.expired-': change(23, '到期，移出'),
  'ended.closed-': change(24, '办结、注销、终止或撤除'),
  'within-': change(25, '迁到辖区其他地方'),
  'aged-': change(26, '过了年龄或日期'),
  'reclassified-': change(27, '情况变化，转出'),
  'revalued-': change(28, '数值减少'),
}

const specific: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  person: { 'entered+': '迁入和新登记' },
  ledger: { 'entered+': '新进台账', 'ended.moved-': '迁走，移出台账', 'ended.died-': '死亡，移出台账' },
}

/** A cause in words for what the metric counts. An end with a cause of its own that is not listed is told as such. */
export const wordCause = (metric: CountMetric, code: string): Wording => {
  const known = wordings[code] ?? change(30, code.endsWith('+') ? '其他原因增加' : '其他原因减少')
  const title = specific[metric.of.kind === 'ledger' ? 'ledger' : metric.of.name]?.[code]
  return title ? { ...known, title } : known
}
