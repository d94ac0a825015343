import type { z } from 'zod'
import { Problem } from '../../../platform/contract/problem.ts'
import type { AreaTree } from '../../../platform/server/permission/area-tree.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { refuseForeignArea } from '../../../platform/server/repository/scope.ts'
import type { previewForm } from '../contract.ts'
import { openSheet, textOf } from '../filling/sheet-filler.ts'
import { fillStatistics } from '../statistics/fill-statistics.ts'
import { countFormRows, listFormRows } from '../storage/form-rows.ts'
import { getRequest } from '../storage/request-row.ts'

/** Rows that a preview shows. */
const shownRows = 20

/** How a sheet would be filled, masked as in every list. Throws `form.rows_invalid` where no rows are chosen. */
export const previewSheet = async (
  repository: Repository,
  areas: AreaTree,
  id: string,
  asked: z.output<typeof previewForm.query>,
) => {
  const request = await getRequest(repository, id)
  refuseForeignArea(repository, 'data.export', asked.area)
  const sheet = request.plan.sheets.find(({ name }) => name === asked.sheet)
  if (!sheet) throw new Problem('form.not_found', `表格里没有工作表“${asked.sheet}”。`)
  const area = asked.area ?? request.area
  const asOf = asked.asOf ?? repository.today
  if (sheet.crossTable) {
    const order = { repository, areas, area, asOf }
    const found = await fillStatistics(order, sheet, sheet.crossTable, request.answers[sheet.name]?.metric)
    const cells = found.map(({ cell, labels, value, figure, reason }) => ({
      place: cell,
      header: labels,
      text: textOf(value),
      figure,
      reason,
    }))
    return { sheet: sheet.name, total: 0, columns: [], rows: [], cells }
  }
  const known = request.answers[sheet.name]
  const { definition, where = '', record } = asked
  const answer = definition
    ? { fields: {}, confirmed: false, ...known, rows: { definition, where, ...(record ? { record } : {}) } }
    : known
  const filling = openSheet({ repository, area, asOf, unmasked: false }, sheet, answer)
  if (!filling)
    throw new Problem('form.rows_invalid', '还没有确定填哪些人或物，请先选择。', {
      places: [{ field: 'rows', message: '请选择' }],
    })
  const { columns, cells, query } = filling
  const counted = await countFormRows(
    query,
    columns.map(({ source }) => source),
  )
  const rows = await listFormRows(query, { limit: shownRows })
  const first = cells.length > 0 ? rows[0] : undefined
  const single = first ? filling.fill('cells', first, 1).texts : []
  return {
    sheet: sheet.name,
    total: counted.total,
    columns: columns.map(({ place }, index) => ({
      place: place.place,
      header: place.header,
      missing: counted.missing[index] ?? null,
    })),
    rows: rows.map((row, index) => ({
      record: row.e.id,
      texts: filling.fill('columns', row, index + 1).texts,
    })),
    cells: cells.map(({ place }, index) => ({
      place: place.place,
      header: place.header,
      text: single[index] ?? '',
      figure: null,
      reason: '',
    })),
  }
}
