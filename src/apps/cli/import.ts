import { readFile, stat, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Command, Option } from 'commander'
import { isPlainDate } from '../../core/time/index.ts'
import type { HouseAtHand } from './house-at-hand.ts'

interface Options {
  ledger: string
  area: string
  on?: string
  dryRun?: true
  faults?: string
  as?: string
  format: 'text' | 'json'
}

interface Fault {
  sheet: string
  row: number
  column: string
  header: string
  message: string
}

/** What the command needs of an import's view. */
interface View {
  state: string
  message: string
  sheet: string | null
  counts: Record<'rows' | 'add' | 'change' | 'same' | 'newPersons' | 'faulty', number>
  columns: { column: string; header: string; key: string | null }[]
  faults: Fault[]
}

const most = 200 * 1024 * 1024

const readBytes = async (file: string): Promise<Uint8Array> => {
  try {
    if ((await stat(file)).size > most) throw new Error(`${file}：文件超过 200 MB，请按社区分开导入。`)
    return await readFile(file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    throw new Error(
      `${file}：${code === 'ENOENT' ? '没有这个文件，请检查文件名和路径。' : `文件打不开（${code}）。`}`,
    )
  }
}

/** As a person finds the cell: sheet, row, column, header, and what is wrong. */
export const wordPlace = ({ sheet, row, column, header, message }: Fault): string =>
  `工作表“${sheet}”第 ${row} 行${column ? ` ${column} 列` : ''}${header ? `“${header}”` : ''}：${message}`

const asText = (file: string, view: View, isDry: boolean): string => {
  const { rows, add, change, same, newPersons, faulty } = view.counts
  const unknown = view.columns.filter(({ key }) => key === null).map(({ header }) => header)
  return [
    ...view.faults.map(wordPlace),
    ...(faulty > 0 && view.faults.length >= 200 ? ['（只列出前 200 处，全部的可用 --faults 存成表格）'] : []),
    `${file}：共 ${rows} 行，${isDry ? '将' : '已'}新增 ${add} 行、更新 ${change} 行，未变 ${same} 行，新登记居民 ${newPersons} 人，有误 ${faulty} 行${isDry ? '。这是预览，没有写入。' : faulty > 0 ? '（没有导入）。' : '。'}`,
    ...(unknown.length > 0 ? [`没有用到的列：${unknown.join('、')}`] : []),
    ...(view.message ? [view.message] : []),
    '',
  ].join('\n')
}

const importInto = async (house: HouseAtHand, file: string, options: Options): Promise<View> => {
  const { findLedger } = await import('./find-ledger.ts')
  const { showProgress } = await import('./show-progress.ts')
  const { office, repository } = house
  const ledger = findLedger(repository.catalogue, options.ledger)
  const area = house.area(options.area)
  const stored = await office.files.put(repository, {
    name: basename(file),
    type: 'application/octet-stream',
    bytes: await readBytes(file),
    purpose: 'upload',
    keptDays: 7,
  })
  const order = { file: stored.id, ledger: ledger.name, area: area.path }
  const { import: id } = await house.act<{ import: string }>('startImport', order)
  const view = () => house.ask<View>('/api/imports/:id', { id })
  try {
    await house.doJobs(showProgress('已核对'))
  } catch (error) {
    throw new Error(`${file}：${(error as Error).message}`)
  }
  const preview = await view()
  if (options.faults && preview.counts.faulty > 0)
    await writeFile(options.faults, (await house.download('/api/imports/:id/faults', { id })).bytes)
  const { rows, faulty } = preview.counts
  if (options.dryRun || rows === faulty) {
    await house.act('cancelImport', { id })
    if (rows === 0) throw new Error(`${file}：${preview.message || '没有可以导入的行。'}`)
    return preview
  }
  await house.act('confirmImport', { id, on: options.on ?? repository.today })
  await house.doJobs(showProgress('已导入'))
  return { ...(await view()), message: '' }
}

const run = async (file: string, options: Options): Promise<void> => {
  if (options.on !== undefined && !isPlainDate(options.on))
    throw new Error(`--on 应为存在的日期，写作 2026-06-30，不是“${options.on}”。`)
  const { withHouse } = await import('./house-at-hand.ts')
  const view = await withHouse(options.as, (house) => importInto(house, file, options))
  const isDry = options.dryRun ?? false
  const { counts, faults, sheet, message } = view
  process.stdout.write(
    options.format === 'json'
      ? `${JSON.stringify({ file, dryRun: isDry, sheet, counts, faults, message })}\n`
      : asText(file, view, isDry),
  )
  process.exitCode = counts.faulty > 0 ? 1 : 0
}

/** Registers `youju import`. Exit code 0: every row went in, 1: some are at fault, 2: nothing could be done. */
export const importCommand = (program: Command): void => {
  program
    .command('import')
    .summary('把表格导入台账')
    .description(
      '把别人做的表格（.xlsx、.xls、.csv）导入一个台账：认出表头，逐格核对，没有错误的行写入，有误的指出工作表、行、列和原因。',
    )
    .argument('<file>', '表格文件')
    .requiredOption('--ledger <台账>', '导入哪个台账，写名称或代号，如 disability')
    .requiredOption('--area <区域>', '表格是哪个区域的，写代码或名称')
    .option('--on <日期>', '从哪一天起生效，写作 2026-06-30；不写就是今天')
    .option('--dry-run', '只预览，不写入')
    .option('--faults <文件>', '把有误的行另存为表格，改好后可再导入')
    .option('--as <用户名>', '以哪位人员的权限导入；不写就是系统本身')
    .addOption(new Option('--format <format>', '输出格式').choices(['text', 'json']).default('text'))
    .addHelpText(
      'after',
      '\n每次导入都记入操作记录，写明操作系统用户和 --as 的人员。\n退出码：0 每一行都导入（或预览没有错误）；1 有的行有误；2 文件或选项无法使用，没有写入。',
    )
    .action(run)
}
