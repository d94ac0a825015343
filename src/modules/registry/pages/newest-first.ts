import type { HistoryStep } from '../../../platform/contract/records.ts'

/** Steps as a page's timeline tells them. */
export const newestFirst = (a: HistoryStep, b: HistoryStep): number =>
  b.on.localeCompare(a.on) || b.recordedAt.localeCompare(a.recordedAt) || b.version - a.version
