import type { Definition, Field } from '../../../core/definition/index.ts'
import {
  type LongTable,
  roomFor,
  type TableColumn,
  type TableFormat,
  type TableValue,
  writeRows,
} from '../../../documents/xlsx/index.ts'
import { Problem } from '../../contract/problem.ts'
import { exportRecords as contract } from '../../contract/records.ts'
import type { Right } from '../../contract/right.ts'
import { defineAction } from '../action/define-action.ts'
import { refuseUnmasked } from '../action/refuse-managed.ts'
import type { JobHandler } from '../jobs/job-queue.ts'
import { type Office, repositoryFor } from '../office.ts'
import { areasWithin } from '../permission/actor.ts'
import { getDefinition } from '../repository/get-definition.ts'
import { checkSort, countRows, type ListQuery, streamRows } from '../repository/list.ts'
import type { Repository } from '../repository/repository.ts'
import { toValues, type Values } from '../repository/row.ts'
import { inScope } from '../repository/scope.ts'
import { wordOf } from '../repository/view.ts'
import { tokenHeader, writeRowToken } from './row-token.ts'

interface Order {
  definition: string
  area?: string
  asOf?: string
  filter: Record<string, string>
  q?: string
  sort?: string
  fields?: string[]
  unmasked: boolean
  numbered?: boolean
  purpose: string
}

/** What may be read is narrowed to where it may be exported too, and to where it may be seen unmasked. */
const queryOf = (repository: Repository, order: Order): ListQuery => ({
  area: order.area,
  asOf: order.asOf,
  filters: order.filter,
  q: order.q,
  sort: order.sort,
  limit: 2000,
  where: (['data.export', ...(order.unmasked ? ['field.reveal'] : [])] as Right[]).map((right) => ({
    condition: inScope(repository, right, order.area),
    ofSubject: false,
  })),
})

/** Whether a list can show it: a field, one of the subject's, or what every record has. */
const isColumn = (definition: Definition, key: string): boolean => {
  const of = definition.kind === 'ledger' ? definition.of : undefined
  const subjectKey = of && key.startsWith(`${of.name}.`) ? key.slice(of.name.length + 1) : undefined
  return (
    ['area', 'age', 'validFrom', 'since'].includes(subjectKey ?? key) ||
    (subjectKey === undefined ? definition.fields[key] : of?.fields[subjectKey]) !== undefined
  )
}

const refuseUnknownFields = (definition: Definition, fields: readonly string[]): void => {
  const places = fields
    .filter((key) => !isColumn(definition, key))
    .map((key) => ({ field: 'fields', message: `${definition.title}没有「${key}」这一项。` }))
  if (places.length > 0) throw new Problem('field.invalid', places[0]!.message, { places })
}

/** Checks the order, writes down its purpose and leaves the making to a job. */
export const exportRecords = defineAction(contract, async (repository, order, office) => {
  const definition = getDefinition(repository, order.definition)
  const areas = areasWithin(repository.actor, 'data.export', order.area)
  if (areas.length === 0) throw new Problem('right.missing', '您的岗位不能导出这个区域的数据。')
  if (order.unmasked && areasWithin(repository.actor, 'field.reveal', order.area).length === 0)
    throw new Problem('right.missing', '您的岗位不能导出脱敏信息原文。')
  if (order.unmasked) refuseUnmasked(definition)
  refuseUnknownFields(definition, order.fields ?? [])
  const query = queryOf(repository, order as Order)
  checkSort(repository, definition, query)
  const rows = await countRows(repository, definition, query)
  const room = roomFor(frameOf(repository, definition, order as Order, 0))
  if (rows > room)
    throw new Problem('request.invalid', `共 ${rows} 行，一张工作表最多放 ${room} 行。请按社区分开导出。`)
  const job = await office.jobs.send(repository, {
    kind: 'exportRecords',
    title: `导出${definition.title}（${rows} 行）`,
    input: order,
  })
  return {
    answer: { job },
    audit: {
      definition: order.definition,
      area: areas[0],
      purpose: order.purpose,
      detail: {
        rows,
        unmasked: order.unmasked,
        filter: order.filter,
        asOf: order.asOf ?? repository.today,
        // Whoever asks later who took their data needs all of the areas, not only the first.
        areas,
      },
    },
  }
})

const formats: Partial<Record<Field['type']['control']['kind'], TableFormat>> = {
  date: 'date',
  longText: 'longText',
}

interface ExportColumn {
  readonly table: TableColumn
  read(values: Values, subject: Values): TableValue
}

const fieldColumn = (field: Field, ofSubject: boolean, unmasked: boolean): ExportColumn => {
  const isNumber = field.type.control.kind === 'number'
  const format: TableFormat = isNumber
    ? field.type.column === 'integer'
      ? 'integer'
      : 'decimal'
    : (formats[field.type.control.kind] ?? 'text')
  const clear = !field.sensitive || unmasked
  return {
    table: {
      header: field.unit ? `${field.title}(${field.unit})` : field.title,
      format: clear ? format : 'text',
    },
    read(values, subject) {
      const value = (ofSubject ? subject : values)[field.key]
      if (value === null || value === undefined) return null
      if (!clear) return wordOf(field, value)
      if (isNumber || field.type.control.kind === 'date') return value as TableValue
      return wordOf(field, value, true)
    },
  }
}

const subjectFields = ['name', 'idNumber', 'sex', 'birthDate', 'mobile']

const columnsFor = (definition: Definition, order: Order): ExportColumn[] => {
  const wanted = (field: Field) => (order.fields ? order.fields.includes(field.key) : !field.kept)
  const own = Object.values(definition.fields).filter(
    (field) => wanted(field) && field.type.control.kind !== 'reference',
  )
  const of = definition.kind === 'ledger' ? definition.of : undefined
  const subject = of ? subjectFields.flatMap((key) => (of.fields[key] ? [of.fields[key]] : [])) : []
  return [
    ...subject.map((field) => fieldColumn(field, true, order.unmasked)),
    ...own.map((field) => fieldColumn(field, false, order.unmasked)),
  ]
}

/** The table around the rows: what it is, of where and when, who took it and what for. */
const frameOf = (
  repository: Repository,
  definition: Definition,
  order: Order,
  count: number,
): Omit<LongTable, 'rows'> => {
  const day = order.asOf ?? repository.today
  const scope = areasWithin(repository.actor, 'data.export', order.area).map((area) =>
    repository.areas.nameOf(area),
  )
  return {
    count,
    sheet: definition.title,
    title: definition.title,
    subtitles: [`范围：${scope.join('、')}  截止日期：${day}  共 ${count} ${definition.unit}`],
    columns: [
      { header: '序号', format: 'integer' },
      ...columnsFor(definition, order).map((column) => column.table),
      { header: '所属区域', format: 'text' },
      ...(order.numbered ? [{ header: tokenHeader, format: 'text' as const, width: 12 }] : []),
    ],
    notes: [
      `由 ${repository.actor.name} 于 ${repository.today} 导出，用途：${order.purpose}。请妥善保管，用后删除。`,
    ],
    provenance: [
      ['登记项', definition.title],
      ['范围', scope.join('、')],
      ['截止日期', day],
      ['筛选', JSON.stringify(order.filter)],
      ['导出人', repository.actor.name],
      ['用途', order.purpose],
    ],
  }
}

/** The lines of the table, some at a time; tells how many there have been. */
async function* linesOf(
  repository: Repository,
  definition: Definition,
  order: Order,
  tell: (done: number) => Promise<void>,
): AsyncGenerator<TableValue[][]> {
  const of = definition.kind === 'ledger' ? definition.of : undefined
  const columns = columnsFor(definition, order)
  let done = 0
  for await (const rows of streamRows(repository, definition, queryOf(repository, order))) {
    yield rows.map(({ row, subject }) => {
      const values = toValues(repository.cipher, definition, row)
      const ofSubject = subject && of ? toValues(repository.cipher, of, subject) : {}
      done++
      return [
        done,
        ...columns.map((column) => column.read(values, ofSubject)),
        repository.areas.nameOf(row.area),
        ...(order.numbered ? [writeRowToken(repository.cipher, definition.name, row.id, row.version)] : []),
      ]
    })
    await tell(done)
  }
}

/** Days for which an exported file can be fetched. */
const exportKeptDays = 30

/** Makes the spreadsheet, row by row, from what its owner may see when it runs, as it stands at one instant. */
export const exportJob =
  (office: Office): JobHandler =>
  ({ input }, outside: Repository, report) => {
    const order = input as unknown as Order
    const definition = getDefinition(outside, order.definition)
    return office.connection.db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (db) => {
        const repository = repositoryFor(office, outside.actor, { db })
        const count = await countRows(repository, definition, queryOf(repository, order))
        const rows = linesOf(repository, definition, order, (done) => report({ done, total: count }))
        const file = await office.files.putPieces(outside, {
          name: `${definition.title}-${order.asOf ?? repository.today}.xlsx`,
          type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
          pieces: writeRows({ ...frameOf(repository, definition, order, count), rows }),
          purpose: 'export',
          keptDays: exportKeptDays,
        })
        return { message: `已导出 ${count} 行，文件保留 ${exportKeptDays} 天`, file: file.id }
      })
  }
