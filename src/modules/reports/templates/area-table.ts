import type { OfficialBlock, OfficialSpan } from '../../../documents/official/index.ts'
import type { FigureSheet } from '../figures/figure-sheet.ts'
import { paragraph, say } from './phrase.ts'
import type { ReportSubject } from './template.ts'

export interface Column {
  readonly title: string
  readonly metric: string
}

export const tableRow = (cells: readonly OfficialSpan[][]): OfficialBlock => ({
  kind: 'tableRow',
  spans: [],
  cells: cells.map((cell) => [...cell]),
})

/**
 * A table of people by the areas one level below, the area itself last. Records that stand in the area but in none of those
 * below are told of, so that nobody wonders why the rows fall short of the last. Nothing where there is none below.
 */
export const areaTable = (
  sheet: FigureSheet,
  { below, belowTitle }: ReportSubject,
  columns: readonly Column[],
): OfficialBlock[] => {
  if (below.length === 0) return []
  const row = (name: string, area: string) =>
    tableRow([say`${name}`, ...columns.map(({ metric }) => [sheet.number(metric, area)])])
  const unplaced = columns.filter(({ metric }) => {
    const parts = below.reduce((sum, { path }) => sum + (sheet.value(metric, path) ?? 0), 0)
    return parts < (sheet.value(metric) ?? 0)
  })
  const words = unplaced.map(({ title }) => `“${title}”`).join('、')
  return [
    paragraph(`各${belowTitle}主要数据见下表（单位：人）。`),
    tableRow([say`${belowTitle}`, ...columns.map(({ title }) => say`${title}`)]),
    ...below.map(({ path, name }) => row(name, path)),
    row('合计', sheet.area),
    ...(unplaced.length === 0
      ? []
      : [
          paragraph(
            `注：${words}一栏有尚未划入${belowTitle}的记录，各行相加小于合计，请在台账中补上所属${belowTitle}。`,
          ),
        ]),
  ]
}
