import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type Command, Option } from 'commander'
import { type Parsed, parsed, refused } from '../../core/parsed.ts'
import { isPlainDate } from '../../core/time/index.ts'
import { checkReport } from '../../documents/check/index.ts'
import { type AgainstWords, asComments, asJson, asPage, asText, type Checked } from './check-output.ts'

interface Options {
  format: 'text' | 'json' | 'html' | 'docx'
  previous?: string
  against?: string
  asOf?: string
  out?: string
}

const checkFile = async (file: string, previous: string | undefined): Promise<Parsed<Checked>> => {
  let bytes: Uint8Array
  try {
    bytes = await readFile(file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return refused(code === 'ENOENT' ? '没有这个文件，请检查文件名和路径。' : `文件打不开（${code}）。`)
  }
  const result = checkReport({ name: basename(file), bytes }, previous === undefined ? {} : { previous })
  return result.ok ? parsed({ file, bytes, result: result.value }) : result
}

/** A copy with comments for each file; what is no .docx becomes one. Answers where they lie. */
const writeCopies = async (checked: readonly Checked[], folder: string, words?: AgainstWords) => {
  const { addComments, plainDocx } = await import('../../documents/docx-comments/index.ts')
  await mkdir(folder, { recursive: true })
  for (const one of checked) {
    const { bytes, result, file } = one
    const docx = bytes[0] === 0x50 && bytes[1] === 0x4b ? bytes : plainDocx(result.text.replace(/\n$/, ''))
    const author = { name: '有据核对', initials: '核', at: `${new Date().toISOString().slice(0, 19)}Z` }
    const copy = addComments(docx, asComments(one, words), author)
    if (!copy.ok) throw new Error(`${file}：${copy.message}`)
    const path = join(folder, `${basename(file).replace(/\.[^.]+$/, '')}（批注）.docx`)
    await writeFile(path, copy.value)
    process.stdout.write(`${path}\n`)
  }
}

const print = async (checked: readonly Checked[], { format, out }: Options, words?: AgainstWords) => {
  if (format === 'docx') return writeCopies(checked, out!, words)
  if (format === 'html') {
    if (checked.length > 0) process.stdout.write(asPage(checked, words))
    return
  }
  for (const one of checked) process.stdout.write(format === 'json' ? asJson(one) : asText(one, words))
}

const refuseOptions = ({ format, against, asOf, out }: Options): string | undefined => {
  if (format === 'docx' && !out) return '写成 Word 批注要用 --out 说明放在哪个文件夹。'
  if (asOf !== undefined && against === undefined) return '--as-of 要和 --against 一起用。'
  if (asOf !== undefined && !isPlainDate(asOf))
    return `--as-of 应为存在的日期，写作 2026-06-30，不是“${asOf}”。`
  return undefined
}

/** Registers `youju check`. Exit code 0: no errors found, 1: some, 2: a file or option that could not be used. */
export const checkCommand = (program: Command): void => {
  program
    .command('check')
    .summary('核对报告里的数字')
    .description(
      '找出报告（.docx、.doc、.txt）里的数量，核对能互相印证的数字，指出矛盾、空缺和乱码。不需要数据库；加上 --against 时再与台账对照。',
    )
    .argument('<file...>', '要核对的文件')
    .addOption(
      new Option('--format <format>', '输出格式').choices(['text', 'json', 'html', 'docx']).default('text'),
    )
    .option('--previous <file>', '上一年的报告，用来发现照抄的段落')
    .option('--against <区域>', '与这个区域（名称或代码）的台账对照，需要数据库')
    .option('--as-of <日期>', '报告说的是截至哪一天，写作 2026-06-30；不写就是今天')
    .option('--out <文件夹>', '带批注的副本放在这里（--format docx）')
    .addHelpText('after', '\n退出码：0 没有发现错误；1 发现错误，或有数与台账不同；2 文件或选项无法使用。')
    .action(async (files: string[], options: Options) => {
      const refusal = refuseOptions(options)
      if (refusal !== undefined) {
        process.stderr.write(`${refusal}\n`)
        process.exitCode = 2
        return
      }
      const earlier =
        options.previous === undefined ? undefined : await checkFile(options.previous, undefined)
      if (earlier && !earlier.ok) {
        process.stderr.write(`${options.previous}：${earlier.message}\n`)
        process.exitCode = 2
        return
      }
      // As each file is read, where nothing has to wait for the others.
      const atOnce = options.against === undefined && /text|json/.test(options.format)
      let unusable = false
      let checked: Checked[] = []
      for (const file of files) {
        const one = await checkFile(file, earlier?.value.result.text)
        if (one.ok) {
          checked.push(one.value)
          if (atOnce) await print([one.value], options)
        } else {
          process.stderr.write(`${file}：${one.message}\n`)
          unusable = true
        }
      }
      let words: AgainstWords | undefined
      if (options.against !== undefined) {
        const { comparedWords, compareChecked } = await import('./check-against.ts')
        const against = { area: options.against, asOf: options.asOf }
        const answers = await compareChecked(
          checked.map(({ result }) => result),
          against,
        )
        checked = checked.map((one, at) => ({ ...one, compared: answers[at]! }))
        words = comparedWords
      }
      if (!atOnce) await print(checked, options, words)
      const wrong = checked.some(
        ({ result, compared }) =>
          result.findings.some((f) => f.severity === 'error') ||
          compared?.some(({ verdict }) => verdict === 'differs'),
      )
      process.exitCode = unusable ? 2 : wrong ? 1 : 0
    })
}
