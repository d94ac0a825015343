import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Command, Option } from 'commander'
import { type Parsed, parsed, refused } from '../../core/parsed.ts'
import { isPlainDate } from '../../core/time/index.ts'
import { type Match, type SheetPlan, understandForm } from '../../documents/form/index.ts'
import { readWorkbook } from '../../documents/xlsx/index.ts'

interface Options {
  plan?: true
  format: 'text' | 'json'
  area?: string
  asOf?: string
  rows?: string
  out?: string
  masked?: true
  purpose: string
}

/** Registers `youju fill`. Exit code 0: every form was read or filled, 2: a file that could not be used. */
export const fillCommand = (program: Command): void => {
  program
    .command('fill')
    .summary('看懂一份空白表格，由台账填好')
    .description(
      '找出空白表格(.xlsx、.xls、.csv)的表头，说明每一列要填什么、哪些不填、为什么(--plan，不需要数据库);或由台账填好(--area、--as-of、--out)。',
    )
    .argument('<file...>', '空白表格')
    .option('--plan', '只列出对表格的理解，不填写')
    .addOption(new Option('--format <format>', '输出格式').choices(['text', 'json']).default('text'))
    .option('--area <区域>', '填哪个区域的，写代码或名称')
    .option('--as-of <日期>', '填哪一天的情况，如 2026-06-30')
    .option('--rows <台账或条件>', '填哪些人或物：台账名(disability)，或条件(CEL，如 "person.age >= 60")')
    .option('--out <文件>', '填好的文件存到哪里')
    .option('--masked', '身份证号、电话等脱敏')
    .option('--purpose <用途>', '用途，记入操作记录', '命令行填表')
    .addHelpText(
      'after',
      '\n填写的内容含个人信息，请妥善保管。每次填写都记入操作记录。\n退出码：0 全部读出或填好；2 有文件无法使用。',
    )
    .action((files: string[], options: Options) =>
      options.plan ? planAll(files, options) : fillOne(files, options),
    )
}

const planAll = async (files: readonly string[], { format }: Options): Promise<void> => {
  for (const file of files) {
    const plan = await planOf(file)
    if (!plan.ok) {
      process.stderr.write(`${file}:${plan.message}\n`)
      process.exitCode = 2
    } else process.stdout.write(format === 'json' ? `${JSON.stringify(plan.value)}\n` : asText(plan.value))
  }
}

const fillOne = async (files: readonly string[], options: Options): Promise<void> => {
  const { area, asOf, out, rows, masked, purpose, format } = options
  if (!area || !asOf || !out)
    throw new Error('填写要写明 --area、--as-of 和 --out;只看懂不填写用 --plan。(用 --help 查看用法)')
  if (files.length > 1) throw new Error('一次填写一份表，请分开运行。')
  if (!isPlainDate(asOf)) throw new Error(`--as-of 应为存在的日期，写作 2026-06-30，不是“${asOf}”。`)
  const file = files[0]!
  if (/\.xlsm$/i.test(file) && !/\.xlsm$/i.test(out))
    throw new Error(`“${basename(file)}”带宏，存成别的扩展名 Excel 打不开。请把 --out 写成 .xlsm 文件。`)
  const bytes = await readBytes(file)
  if (!bytes.ok) throw new Error(`${file}：${bytes.message}`)
  const { fillFromOffice } = await import('./fill-from-office.ts')
  const order = { bytes: bytes.value, fileName: basename(file), area, asOf, rows, unmasked: !masked, purpose }
  const filled = await fillFromOffice(order)
  await writeFile(out, filled.bytes)
  process.stdout.write(
    format === 'json' ? `${JSON.stringify({ file, out, ...filled.told })}\n` : filled.text(out),
  )
}

interface Plan {
  readonly file: string
  readonly sheets: readonly ReturnType<typeof asJson>[]
}

const readBytes = async (file: string): Promise<Parsed<Uint8Array>> => {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => error.code ?? '')
  if (typeof bytes !== 'string') return parsed(bytes)
  return refused(bytes === 'ENOENT' ? '没有这个文件，请检查文件名和路径。' : `文件打不开（${bytes}）。`)
}

const planOf = async (file: string): Promise<Parsed<Plan>> => {
  const bytes = await readBytes(file)
  if (!bytes.ok) return bytes
  const workbook = await readWorkbook(bytes.value, { fileName: file })
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
  ...(sheet.crossTable ? { crossTable: sheet.crossTable } : {}),
  ...(sheet.isProtected ? { isProtected: true } : {}),
  ...(sheet.message === undefined ? {} : { message: sheet.message }),
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
    lines.push(`  工作表“${sheet.name}” ${sheet.title} ${sheet.message ?? whereOf(sheet)}`)
    if (sheet.rowSet.conditions.length > 0)
      lines.push(
        `    范围 ${[...new Set(sheet.rowSet.conditions.map(({ words }) => words))].join('、')}（请核对）`,
      )
    if (sheet.isProtected) lines.push('    工作表设了保护，只能填没有锁定的单元格')
    for (const column of sheet.columns) lines.push(row(column.column, column))
    for (const cell of sheet.cells ?? []) lines.push(row(`${cell.label}→${cell.value}`, cell))
  }
  return `${lines.join('\n')}\n`
}

const whereOf = ({ headerRows, crossTable }: Plan['sheets'][number]): string => {
  if (!headerRows) return '竖式表'
  const header = `表头第 ${[...new Set(headerRows)].join('–')} 行`
  return crossTable
    ? `${header}；统计表，${crossTable.rows.length} 行 × ${crossTable.columns.length} 列`
    : header
}

const row = (place: string, one: Match & { header: string }): string =>
  `    ${place.padEnd(8)} ${statuses[one.status]}  ${one.header}  ${one.key ?? one.reason ?? (one.candidates.length > 0 ? `可能是 ${one.candidates.join('、')}` : '')}`
