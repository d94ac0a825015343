import { type ExpectedField, matchHeaders } from '../../../documents/form/index.ts'
import { columnLetters, type Row, readWorkbook, type Sheet } from '../../../documents/xlsx/index.ts'
import { Problem } from '../../../platform/contract/problem.ts'

/** What the rows of a hotline's spreadsheet say, by the names that such sheets use. */
const fields = [
  {
    key: 'external',
    title: '工单编号',
    synonyms: ['工单号', '诉求编号', '受理编号', '事件编号', '任务编号', '流水号', '派单编号', '编号'],
  },
  {
    key: 'calledAt',
    title: '来电时间',
    synonyms: ['受理时间', '登记时间', '反映时间', '诉求时间', '来电日期', '创建时间', '建单时间'],
  },
  {
    key: 'content',
    title: '诉求内容',
    synonyms: ['反映内容', '来电内容', '工单内容', '问题描述', '主要内容', '事件描述', '诉求描述', '内容'],
  },
  { key: 'title', title: '诉求标题', synonyms: ['工单标题', '标题', '主题', '诉求主题'] },
  {
    key: 'place',
    title: '地址',
    synonyms: ['事发地址', '诉求地址', '事发地点', '诉求地点', '地点', '详细地址', '问题地点', '发生地点'],
  },
  {
    key: 'reporterName',
    title: '来电人',
    synonyms: ['诉求人', '反映人', '市民姓名', '联系人', '来电人姓名', '诉求人姓名', '姓名'],
  },
  {
    key: 'reporterPhone',
    title: '电话',
    synonyms: [
      '来电号码',
      '联系电话',
      '联系方式',
      '手机号码',
      '手机号',
      '来电人电话',
      '回访电话',
      '诉求人电话',
    ],
  },
  {
    key: 'due',
    title: '办理时限',
    synonyms: [
      '截止时间',
      '办结时限',
      '办理期限',
      '要求办结时间',
      '处理时限',
      '到期时间',
      '办结期限',
      '限办时间',
    ],
  },
  { key: 'category', title: '诉求类别', synonyms: ['类别', '事项分类', '问题分类', '问题类别', '诉求分类'] },
  {
    key: 'area',
    title: '所属社区',
    synonyms: ['社区', '承办社区', '所在社区', '承办单位', '责任单位', '所属网格', '村居'],
  },
  {
    key: 'result',
    title: '办理结果',
    synonyms: ['处理结果', '办理情况', '答复内容', '办理意见', '处办结果'],
  },
  { key: 'finishedAt', title: '办结时间', synonyms: ['办结日期', '答复时间', '完成时间', '处理时间'] },
] as const satisfies readonly ExpectedField[]

export type OrderKey = (typeof fields)[number]['key']

export const orderTitle = (key: OrderKey): string => fields.find((field) => field.key === key)!.title

export interface OrderColumn {
  readonly number: number
  readonly letters: string
  readonly header: string
  readonly key: OrderKey | null
}

export interface OrderRow {
  /** As the spreadsheet program counts them. */
  readonly number: number
  /** Texts by column number. */
  readonly texts: ReadonlyMap<number, string>
}

/** A hotline's spreadsheet, understood. */
export interface OrderSheet {
  readonly name: string
  readonly columns: readonly OrderColumn[]
  readonly rows: readonly OrderRow[]
}

/** A header stands near the top. */
const lookedAt = 15

const keys = new Set<string>(fields.map(({ key }) => key))

const readHeader = ({ cells }: Row): OrderColumn[] => {
  const matches = matchHeaders(
    cells.map(({ text }) => text.trim()),
    fields,
  )
  return cells.map(({ column, text }, index) => {
    const { status, key } = matches[index]!
    const known = status === 'mapped' && key !== null && keys.has(key)
    return {
      number: column,
      letters: columnLetters(column),
      header: text.trim(),
      key: known ? (key as OrderKey) : null,
    }
  })
}

const understood = (columns: readonly OrderColumn[]): number =>
  columns.filter(({ key }) => key !== null).length

const readSheet = ({ name, rows }: Sheet): OrderSheet | undefined => {
  const candidates = rows
    .slice(0, lookedAt)
    .map((row) => ({ row, columns: readHeader(row) }))
    .toSorted((a, b) => understood(b.columns) - understood(a.columns))
  const [best] = candidates
  if (!best?.columns.some(({ key }) => key === 'external')) return undefined
  return {
    name,
    columns: best.columns,
    rows: rows
      .filter(({ number }) => number > best.row.number)
      .map(({ number, cells }) => ({
        number,
        texts: new Map(cells.map(({ column, text }) => [column, text.trim()])),
      }))
      .filter(({ texts }) => [...texts.values()].filter(Boolean).length > 1),
  }
}

/** Reads the sheet with the orders. Throws `file.unreadable` where there is none, saying what is looked for. */
export const readOrderSheet = async (bytes: Uint8Array, fileName: string): Promise<OrderSheet> => {
  const workbook = await readWorkbook(bytes, { fileName })
  if (!workbook.ok) throw new Problem('file.unreadable', workbook.message)
  const sheets = workbook.value.sheets
    .filter(({ hidden }) => !hidden)
    .flatMap((sheet) => readSheet(sheet) ?? [])
    .toSorted((a, b) => understood(b.columns) - understood(a.columns))
  if (!sheets[0])
    throw new Problem(
      'file.unreadable',
      '没有找到“工单编号”这一列。请在标题行写明工单编号、诉求内容、来电时间、办理时限等列名，再上传。',
    )
  return sheets[0]
}

/** The text of a row under one of the columns that were understood; empty where there is no such column. */
export const textOf = ({ columns }: OrderSheet, { texts }: OrderRow, key: OrderKey): string => {
  const column = columns.find((each) => each.key === key)
  return (column && texts.get(column.number)) ?? ''
}
