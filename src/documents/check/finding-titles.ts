import type { FindingKind, Severity } from './finding.ts'

/** What a finding is called for people. */
export const findingTitles: Record<FindingKind, string> = {
  'sum-mismatch': '分项与总数不符',
  'share-mismatch': '占比不符',
  'change-mismatch': '增减不符',
  'product-mismatch': '乘积不符',
  'average-mismatch': '平均数不符',
  'ratio-mismatch': '比例不符',
  'repeat-conflict': '前后不一致',
  'impossible-date': '日期不存在',
  'date-contradiction': '日期矛盾',
  placeholder: '空缺未填',
  'garbled-text': '乱码',
  'broken-off': '语句中断',
  'duplicate-passage': '段落重复',
  'number-style': '数字用法',
  structure: '层次序号',
}

export const severityTitles: Record<Severity, string> = { error: '错误', warning: '请核对', note: '提示' }
