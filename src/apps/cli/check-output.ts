import { basename } from 'node:path'
import {
  type CheckResult,
  checkLine,
  checkPage,
  findingComment,
  findingTitles,
  type QuantityRemark,
  severityTitles,
} from '../../documents/check/index.ts'
import type { Compared } from '../../modules/reports/server.ts'

/** A checked file; `compared` where it was held against the ledgers. */
export interface Checked {
  readonly file: string
  readonly bytes: Uint8Array
  readonly result: CheckResult
  readonly compared?: readonly Compared[]
}

const lineOf = (text: string, offset: number): number => {
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return line
}

/** Words of the ledgers' answers, loaded with the database and not before. */
export interface AgainstWords {
  readonly title: (compared: Compared) => string
  readonly say: (compared: Compared) => string
  readonly tone: (compared: Compared) => QuantityRemark['tone']
}

const comparedLines = ({ result, compared }: Checked, words: AgainstWords | undefined): string[] =>
  (compared ?? []).map((one) => {
    const { start, subject, text, unit } = result.quantities[one.number]!
    return `  第 ${lineOf(result.text, start)} 行 [${words!.title(one)}] ${subject} ${text}${unit}：${words!.say(one)}`
  })

/** One file as lines for a person. */
export const asText = (checked: Checked, words?: AgainstWords): string => {
  const { file, result } = checked
  const { text, quantities, relations, findings } = result
  const head = `${file}：${text.length} 字，数量 ${quantities.length} 处，可核对关系 ${relations.length} 处，问题 ${findings.length} 处`
  const lines = findings.map((f) => {
    const around = text.slice(Math.max(0, f.start - 12), f.end + 12).replace(/\s+/g, ' ')
    return `  第 ${lineOf(text, f.start)} 行 [${severityTitles[f.severity]}·${findingTitles[f.kind]}] ${f.message}\n      …${around}…`
  })
  return `${[head, ...lines, ...comparedLines(checked, words)].join('\n')}\n`
}

const told = ({ verdict, message, figure, difference, candidates }: Compared) => ({
  verdict,
  message,
  metric: figure?.metric ?? candidates[0]?.metric ?? null,
  area: figure?.area ?? null,
  from: figure?.from ?? null,
  asOf: figure?.asOf ?? null,
  value: figure?.value ?? null,
  difference,
})

/** One file as a line of JSON; each quantity that was compared has `against`, null for the others. */
export const asJson = ({ file, result, compared }: Checked): string => {
  const line = checkLine(file, result)
  if (!compared) return `${JSON.stringify(line)}\n`
  const byNumber = new Map(compared.map((one) => [one.number, told(one)]))
  const quantities = line.quantities.map((quantity, at) => ({
    ...quantity,
    against: byNumber.get(at) ?? null,
  }))
  return `${JSON.stringify({ ...line, quantities })}\n`
}

/** All files as one page. */
export const asPage = (checked: readonly Checked[], words?: AgainstWords): string =>
  checkPage(
    checked.map(({ file, result, compared }) => ({
      name: basename(file),
      result,
      ...(compared && {
        remarks: compared.map((one) => ({
          quantity: one.number,
          tone: words!.tone(one),
          title: words!.title(one),
          message: words!.say(one),
        })),
      }),
    })),
  )

/** What stands in a copy of the report as Word comments: findings, and numbers that differ from the ledgers. */
export const asComments = ({ result, compared }: Checked, words?: AgainstWords) => [
  ...result.findings.map((finding) => findingComment(finding)),
  ...(compared ?? [])
    .filter(({ verdict }) => verdict === 'differs')
    .map((one) => {
      const { start, end } = result.quantities[one.number]!
      return { start, end, text: `【${words!.title(one)}】${words!.say(one)}` }
    }),
]
