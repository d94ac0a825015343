import { type CrossTable, type FillValue, fitValue, type SheetPlan } from '../../../documents/form/index.ts'
import { measure } from '../../../platform/server/figures/evaluate-metric.ts'
import { areasOf, cutoffOf, getMetric } from '../../../platform/server/figures/read-figure.ts'
import type { AreaTree } from '../../../platform/server/permission/area-tree.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { findBaseMetric, readLine } from './read-line.ts'
import { resolveCell } from './resolve-cell.ts'

/** A number with its source. */
export interface CellFigure {
  readonly metric: string
  readonly title: string
  readonly area: string
  readonly asOf: string
  readonly value: number | null
  readonly unit: string
}

/** One cell of a statistical table: its figure, or why there is none. */
export interface StatisticsCell {
  readonly cell: string
  readonly labels: string
  readonly value: FillValue | undefined
  readonly figure: CellFigure | null
  readonly reason: string
}

interface Order {
  readonly repository: Repository
  readonly areas: AreaTree
  readonly area: string
  readonly asOf: string
}

/** Measures each figure once, however many cells ask for it. */
const measurer = ({ repository, area, asOf }: Order) => {
  const known = new Map<string, Promise<CellFigure>>()
  const read = async (name: string, at: string, on: string): Promise<CellFigure> => {
    const metric = getMetric(repository, name)
    areasOf(repository, metric, at)
    const { value } = await measure(repository, metric, cutoffOf(repository, { area: at, asOf: on }))
    return { metric: name, title: metric.title, area: at, asOf: on, value, unit: metric.unit }
  }
  return (name: string, at = area, on = asOf): Promise<CellFigure> => {
    const key = `${name}\n${at}\n${on}`
    const found = known.get(key) ?? read(name, at, on)
    known.set(key, found)
    return found
  }
}

const labelsOf = (table: CrossTable, row: number, column: number): string =>
  [...table.rows[row]!.labels, ...table.columns[column]!.labels].join('、')

/** A total must be what its parts add up to; where it is not, somebody has to look. */
const checkTotals = (table: CrossTable, cells: readonly StatisticsCell[]): StatisticsCell[] => {
  const at = new Map(table.cells.map(({ row, column }, index) => [`${row} ${column}`, cells[index]!]))
  const partsOf = (row: number, column: number): StatisticsCell[][] => [
    (table.rows[row]!.total?.of ?? []).flatMap((part) => at.get(`${part} ${column}`) ?? []),
    (table.columns[column]!.total?.of ?? []).flatMap((part) => at.get(`${row} ${part}`) ?? []),
  ]
  return table.cells.map(({ row, column }, index): StatisticsCell => {
    const cell = cells[index]!
    if (!cell.figure || typeof cell.value !== 'number') return cell
    for (const parts of partsOf(row, column)) {
      if (parts.length === 0 || parts.some(({ value }) => typeof value !== 'number')) continue
      const sum = parts.reduce((total, { value }) => total + (value as number), 0)
      if (Math.abs(sum - cell.value) > 1e-6)
        return {
          ...cell,
          value: undefined,
          reason: `“${cell.labels}”应为 ${cell.value}，各项相加是 ${sum}，有的记录没有写明分组。请核对后填写。`,
        }
    }
    return cell
  })
}

/** The metric that the whole table is about: as a person said, or as its title says. */
export const baseMetricOf = (repository: Repository, sheet: SheetPlan, chosen: string | null | undefined) =>
  chosen ? getMetric(repository, chosen) : findBaseMetric(sheet.title, repository.catalogue.metrics.values())

/** Fills a statistical table from the metric catalogue; what the labels do not tell stays empty and is listed. */
export const fillStatistics = async (
  order: Order,
  sheet: SheetPlan,
  table: CrossTable,
  chosen: string | null | undefined,
): Promise<StatisticsCell[]> => {
  const { repository, areas, area, asOf } = order
  const base = baseMetricOf(repository, sheet, chosen)
  const metrics = [...repository.catalogue.metrics.values()]
  const places = areas.under(area)
  const [rows, columns] = [table.rows, table.columns].map((lines) =>
    lines.map(({ labels }) => readLine(labels, metrics, places)),
  )
  const figureOf = measurer(order)
  const cells: StatisticsCell[] = []
  for (const { cell, row, column, unit, hasFormula } of table.cells) {
    const head = { cell, labels: labelsOf(table, row, column) }
    const resolved = resolveCell(rows![row]!, columns![column]!, base)
    if (hasFormula || !resolved.known) {
      const reason = hasFormula || resolved.known ? '' : `${cell}“${head.labels}”没有填：${resolved.reason}。`
      cells.push({ ...head, value: undefined, figure: null, reason })
      continue
    }
    const figure = await figureOf(resolved.metric, resolved.area, resolved.day?.(asOf))
    const given =
      figure.value === null ? null : ({ kind: 'number', number: figure.value, unit: figure.unit } as const)
    const fitted = fitValue(
      given,
      { key: null, header: '', ...(unit === undefined ? {} : { unit }) },
      { filledOn: asOf },
    )
    cells.push({
      ...head,
      figure,
      value: fitted.fits ? fitted.value : undefined,
      reason: fitted.fits ? '' : `${cell}“${head.labels}”没有填：${fitted.reason}`,
    })
  }
  return checkTotals(table, cells)
}
