import { disabilityKind, disabilityLevel } from '../../../../core/code/index.ts'
import type { OfficialBlock } from '../../../../documents/official/index.ts'
import type { FigureSheet } from '../../figures/figure-sheet.ts'
import { tableRow } from '../area-table.ts'
import { paragraph, say } from '../phrase.ts'

const total = 'disability.total'
const ofKind = (kind: string) => `${total};kind=${kind}`
const ofLevel = (level: string) => `${total};level=${level}`
const ofBoth = (kind: string, level: string) => `${ofKind(kind)};level=${level}`

const kinds = disabilityKind.items
const levels = disabilityLevel.items

export const kindTableMetrics = [
  total,
  ...kinds.flatMap(({ code }) => [ofKind(code), ...levels.map((level) => ofBoth(code, level.code))]),
  ...levels.map(({ code }) => ofLevel(code)),
]

/** Kinds down, levels across, totals at the edges. Nothing where nobody is in the ledger. */
export const kindTable = (sheet: FigureSheet): OfficialBlock[] => {
  if (sheet.value(total) === 0) return []
  const row = (name: string, metrics: readonly string[]) =>
    tableRow([say`${name}`, ...metrics.map((metric) => [sheet.number(metric)])])
  return [
    paragraph('按残疾类别和等级分列如下表（单位：人）。'),
    tableRow([say`类别`, ...levels.map(({ title }) => say`${title}`), say`合计`]),
    ...kinds.map(({ code, title }) =>
      row(title, [...levels.map((level) => ofBoth(code, level.code)), ofKind(code)]),
    ),
    row('合计', [...levels.map(({ code }) => ofLevel(code)), total]),
  ]
}
