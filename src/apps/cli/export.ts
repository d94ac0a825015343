import { writeFile } from 'node:fs/promises'
import { type Command, Option } from 'commander'
import { isPlainDate } from '../../core/time/index.ts'

interface Options {
  area: string
  asOf?: string
  out: string
  unmasked?: true
  purpose: string
  as?: string
  format: 'text' | 'json'
}

const run = async (wanted: string, options: Options): Promise<void> => {
  const { asOf, out, purpose, format, unmasked = false } = options
  if (asOf !== undefined && !isPlainDate(asOf))
    throw new Error(`--as-of 应为存在的日期，写作 2026-06-30，不是“${asOf}”。`)
  const { withHouse } = await import('./house-at-hand.ts')
  const { findLedger } = await import('./find-ledger.ts')
  const { showProgress } = await import('./show-progress.ts')
  const told = await withHouse(options.as, async (house) => {
    const { name, title } = findLedger(house.repository.catalogue, wanted)
    const area = house.area(options.area)
    await house.act('exportRecords', {
      definition: name,
      area: area.path,
      ...(asOf === undefined ? {} : { asOf }),
      unmasked,
      purpose,
    })
    const { message, file } = (await house.doJobs(showProgress('已导出')))!
    const { bytes } = await house.office.files.get(house.repository, file!)
    await writeFile(out, bytes)
    const rows = Number(/\d+/.exec(message)?.[0])
    return { ledger: name, title, area: area.path, asOf: asOf ?? house.repository.today, rows, out }
  })
  process.stdout.write(
    format === 'json'
      ? `${JSON.stringify(told)}\n`
      : `${told.title}（${told.asOf}）已导出 ${told.rows} 行，存为 ${out}\n`,
  )
}

/** Registers `youju export`. Exit code 0: the file is there, 2: it is not. */
export const exportCommand = (program: Command): void => {
  program
    .command('export')
    .summary('把台账导出为表格')
    .description('把一个台账或登记表在某个区域、某一天的样子导出为 .xlsx。身份证号、电话等默认脱敏。')
    .argument('<ledger>', '台账的名称或代号，如 disability、person')
    .requiredOption('--area <区域>', '哪个区域的，写代码或名称')
    .requiredOption('--out <文件>', '存到哪里，.xlsx')
    .option('--as-of <日期>', '哪一天的情况，写作 2026-06-30；不写就是今天')
    .option('--unmasked', '不脱敏')
    .option('--purpose <用途>', '用途，记入操作记录', '命令行导出')
    .option('--as <用户名>', '以哪位人员的权限导出；不写就是系统本身')
    .addOption(new Option('--format <format>', '输出格式').choices(['text', 'json']).default('text'))
    .addHelpText(
      'after',
      '\n每次导出都记入操作记录，写明操作系统用户和 --as 的人员。\n退出码：0 已导出；2 选项无法使用，没有导出。',
    )
    .action(run)
}
