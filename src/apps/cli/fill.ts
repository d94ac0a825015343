import { readFile } from 'node:fs/promises'
import { type Command, Option } from 'commander'
import { type Parsed, parsed, refused } from '../../core/parsed.ts'
import { type Match, type SheetPlan, understandForm } from '../../documents/form/index.ts'
import { readWorkbook } from '../../documents/xlsx/index.ts'

/** Registers `youju fill`. Exit code 0: every form was read, 2: a file that could not be used. */
export const fillCommand = (program: Command): void => {
  program
    .command('fill')
    .summary('看懂一份空白表格')
    .description(
      '找出空白表格(.xlsx、.xls、.csv)的表头，说明每一列要填什么、哪些不填、为什么。不需要数据库。',
    )
    .argument('<file...>', '空白表格')
    .requiredOption('--plan', '只列出对表格的理解，不填写')
    .addOption(new Option('--format <format>', '输出格式').choices(['text', 'json']).default('text'))
    .addHelpText('after', '\n退出码：0 全部读出；2 有文件无法使用。')
    .action(async (files: string[], { format }: { format: 'text' | 'json' }) => {
      for (const file of files) {
        const plan = await planOf(file)
        if (!plan.ok) {
          process.stderr.write(`${file}:${plan.message}\n`)
          process.exitCode = 2
        } else
          process.stdout.write(format === 'json' ? `${JSON.stringify(plan.value)}\n` : asText(plan.value))
      }
    })
}

interface Plan {
  readonly file: string
  readonly sheets: readonly ReturnType<typeof asJson>[]
}

const planOf = async (file: string): Promise<Parsed<Plan>> => {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => error.code ?? '')
  if (typeof bytes === 'string')
    return refused(bytes === 'ENOENT' ? '没有这个文件，请检查文件名和路径。' : `文件打不开（${bytes}）。`)
  const workbook = await readWorkbook(bytes, { fileName: file })
  if (!workbook.ok) return workbook
  return parsed({ file, sheets: understandForm(workbook.value, { fileName: file }).sheets.map(asJson) })
}

const found = ({ key, status, confidence, candidates, part, reason }: Match) => ({
  key,
  status,
  confidence,
  candidates,
  ...(part === undefined ? {} : { part }),
  ...(reason === undefined ? {} : { reason }),
})

const asJson = (sheet: SheetPlan) => ({
  name: sheet.name,
  shape: sheet.shape,
  title: sheet.title,
  headerRows: sheet.headerRows,
  dataRows: sheet.dataRows,
  columns: sheet.columns.map((column) => ({
    column: column.column,
    header: column.header,
    ...found(column),
  })),
  ...(sheet.cells.length === 0
    ? {}
    : {
        cells: sheet.cells.map((cell) => ({
          label: cell.label,
          value: cell.value,
          header: cell.header,
          ...found(cell),
        })),
      }),
  rowSet: sheet.rowSet,
})

const statuses: Readonly<Record<Match['status'], string>> = {
  mapped: '可填',
  ambiguous: '待确认',
  unknown: '不认识',
  'not-held': '不收集',
  manual: '人工填写',
}

const asText = ({ file, sheets }: Plan): string => {
  const lines = [file]
  for (const sheet of sheets) {
    const where = sheet.headerRows
      ? `表头第 ${sheet.headerRows.join('–')} 行`
      : sheet.cells
        ? '竖式表'
        : '没有找到表头'
    lines.push(`  工作表“${sheet.name}” ${sheet.title} ${where}`)
    for (const column of sheet.columns) lines.push(row(column.column, column))
    for (const cell of sheet.cells ?? []) lines.push(row(`${cell.label}→${cell.value}`, cell))
  }
  return `${lines.join('\n')}\n`
}

const row = (place: string, one: Match & { header: string }): string =>
  `    ${place.padEnd(8)} ${statuses[one.status]}  ${one.header}  ${one.key ?? one.reason ?? (one.candidates.length > 0 ? `可能是 ${one.candidates.join('、')}` : '')}`
