import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Command, Option } from 'commander'
import { type Parsed, refused } from '../../core/parsed.ts'
import {
  type CheckResult,
  checkLine,
  checkPage,
  checkReport,
  findingTitles,
  type ReportInput,
  severityTitles,
} from '../../documents/check/index.ts'

type Format = 'text' | 'json' | 'html'

interface Checked {
  file: string
  result: CheckResult
}

/** .doc of Word 97–2003 is read by a library for Node, loaded only where one is met. */
const readWord97 = async (file: string): Promise<Parsed<ReportInput>> => {
  try {
    const { default: WordExtractor } = await import('word-extractor')
    const document = await new WordExtractor().extract(file)
    const parts = [document.getBody(), document.getFootnotes(), document.getHeaders()]
    return { ok: true, value: { text: parts.filter(Boolean).join('\n') } }
  } catch {
    return refused('旧版 .doc 文件读不出来，可能已损坏或设有密码。请用 Word 或 WPS 另存为 .docx 后再试。')
  }
}

const word97 = [0xd0, 0xcf, 0x11, 0xe0]

const checkFile = async (file: string, previous: string | undefined): Promise<Parsed<CheckResult>> => {
  let bytes: Uint8Array
  try {
    bytes = await readFile(file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return refused(code === 'ENOENT' ? '没有这个文件，请检查文件名和路径。' : `文件打不开（${code}）。`)
  }
  const old = word97.every((b, i) => bytes[i] === b) && /\.doc$/i.test(file)
  const input: Parsed<ReportInput> = old
    ? await readWord97(file)
    : { ok: true, value: { name: basename(file), bytes } }
  return input.ok ? checkReport(input.value, previous === undefined ? {} : { previous }) : input
}

const lineOf = (text: string, offset: number): number => {
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return line
}

const asText = ({ file, result }: Checked): string => {
  const { text, quantities, relations, findings } = result
  const head = `${file}：${text.length} 字，数量 ${quantities.length} 处，可核对关系 ${relations.length} 处，问题 ${findings.length} 处`
  const lines = findings.map((f) => {
    const around = text.slice(Math.max(0, f.start - 12), f.end + 12).replace(/\s+/g, ' ')
    return `  第 ${lineOf(text, f.start)} 行 [${severityTitles[f.severity]}·${findingTitles[f.kind]}] ${f.message}\n      …${around}…`
  })
  return [head, ...lines].join('\n')
}

/** Registers `youju check`. Exit code 0: no errors found, 1: some, 2: a file that could not be used. */
export const checkCommand = (program: Command): void => {
  program
    .command('check')
    .summary('核对报告里的数字')
    .description(
      '找出报告（.docx、.doc、.txt）里的数量，核对能互相印证的数字，指出矛盾、空缺和乱码。不需要数据库。',
    )
    .argument('<file...>', '要核对的文件')
    .addOption(new Option('--format <format>', '输出格式').choices(['text', 'json', 'html']).default('text'))
    .option('--previous <file>', '上一年的报告，用来发现照抄的段落')
    .addHelpText('after', '\n退出码：0 没有发现错误；1 发现错误；2 文件无法使用。')
    .action(async (files: string[], options: { format: Format; previous?: string }) => {
      const earlier =
        options.previous === undefined ? undefined : await checkFile(options.previous, undefined)
      if (earlier && !earlier.ok) {
        process.stderr.write(`${options.previous}：${earlier.message}\n`)
        process.exitCode = 2
        return
      }
      const checked: Checked[] = []
      let unusable = false
      for (const file of files) {
        const result = await checkFile(file, earlier?.value.text)
        if (!result.ok) {
          process.stderr.write(`${file}：${result.message}\n`)
          unusable = true
          continue
        }
        checked.push({ file, result: result.value })
        if (options.format === 'json')
          process.stdout.write(`${JSON.stringify(checkLine(file, result.value))}\n`)
        if (options.format === 'text') process.stdout.write(`${asText({ file, result: result.value })}\n`)
      }
      if (options.format === 'html' && checked.length > 0)
        process.stdout.write(checkPage(checked.map(({ file, result }) => ({ name: basename(file), result }))))
      const errors = checked.some(({ result }) => result.findings.some((f) => f.severity === 'error'))
      process.exitCode = unusable ? 2 : errors ? 1 : 0
    })
}
