import { columnLetters, type Row, type TableValue, writeTable } from '../../../documents/xlsx/index.ts'
import { Problem } from '../../../platform/contract/problem.ts'
import { recordAudit } from '../../../platform/server/audit/record-audit.ts'
import type { Download } from '../../../platform/server/http/module.ts'
import { areasWith } from '../../../platform/server/permission/actor.ts'
import type { Fault } from './check/fault.ts'
import { getBatch } from './get-batch.ts'
import { openRowFile, rowsOf } from './open-row-file.ts'
import { openFaults, openPreview } from './sealed-preview.ts'

const wordFault = ({ column, row, header, message, suggestion }: Fault): string => {
  const place = column ? `${column}${row} ${header}` : header
  return `${place}：${message}${suggestion ? `建议：${suggestion}` : ''}`
}

const byRow = (faults: readonly Fault[]): Map<number, Fault[]> => {
  const rows = new Map<number, Fault[]>()
  for (const fault of faults) {
    const same = rows.get(fault.row)
    if (same) same.push(fault)
    else rows.set(fault.row, [fault])
  }
  return rows
}

const lineOf = (row: Row, columns: readonly number[], faults: readonly Fault[]): TableValue[] => {
  const texts = new Map(row.cells.map(({ column, text }) => [column, text]))
  return [...columns.map((column) => texts.get(column) ?? null), faults.map(wordFault).join('\n')]
}

/** The faulty rows as the file has them, with the reasons in a last column: put right, they can be imported again. */
export const downloadFaults: Download = {
  path: '/api/imports/:id/faults',
  title: '下载有误的行',
  async run(repository, params, office) {
    if (areasWith(repository.actor, 'data.import').length === 0)
      throw new Problem('right.missing', '您的岗位不能导入数据。')
    const id = params.id ?? ''
    if (!/^[0-9a-f-]{36}$/.test(id)) throw new Problem('import.not_found', '没有找到这次导入。')
    const batch = await getBatch(repository, id)
    const { layout } = openPreview(repository, batch)
    const faults = byRow(await openFaults(repository, id))
    if (!layout || faults.size === 0) throw new Problem('import.wrong_state', '这次导入没有有误的行。')
    const rows: Row[] = []
    for await (const some of rowsOf(await openRowFile(office, repository, batch), layout))
      rows.push(...some.filter(({ number }) => faults.has(number)))
    const headers = new Map(layout.columns.map(({ number, header }) => [number, header]))
    const columns = [
      ...new Set([...headers.keys(), ...rows.flatMap(({ cells }) => cells.map(({ column }) => column))]),
    ].sort((one, other) => one - other)
    await recordAudit(repository, {
      action: 'downloadFaults',
      definition: batch.ledger ?? undefined,
      detail: { import: id, rows: rows.length },
    })
    return {
      name: `${batch.file_name.replace(/\.\w+$/, '')}-有误的行.xlsx`,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: await writeTable({
        sheet: layout.sheet,
        columns: [
          ...columns.map((column) => ({
            header: headers.get(column) ?? `${columnLetters(column)} 列`,
            format: 'text' as const,
          })),
          { header: '错误原因', format: 'longText' as const },
        ],
        rows: rows.map((row) => lineOf(row, columns, faults.get(row.number)!)),
      }),
    }
  },
}
