import { type Fault, wrong } from './refusal.ts'
import type { Attribute, Service } from './services.ts'
import { readInstant } from './w3c-date.ts'

const longest = 500

/** `attribute[code]`, `attribute[code][]` and `attribute[code][0]`: the answers by code, in order. */
const answersOf = (form: URLSearchParams): ReadonlyMap<string, string[]> => {
  const answers = new Map<string, string[]>()
  for (const [name, value] of form) {
    const code = /^attribute\[([^\]]{1,60})\](?:\[\d{0,3}\])?$/.exec(name)?.[1]
    if (code === undefined || value.trim() === '') continue
    answers.set(code, [...(answers.get(code) ?? []), value.trim()])
  }
  return answers
}

/** One answer to a client's own attribute, such as the id that it gave the report. */
export const answerTo = (form: URLSearchParams, code: string): string | undefined =>
  answersOf(form).get(code)?.[0]

const readOne = (attribute: Attribute, given: readonly string[], zone: string): string | Fault => {
  const { code, datatype, title, values } = attribute
  const name = `attribute[${code}]`
  if (given.length > 1 && datatype !== 'multivaluelist') return wrong(`${name}（${title}）只能填一项。`)
  const [first] = given as [string]
  if (given.some((value) => value.length > longest)) return wrong(`${name}（${title}）最多 ${longest} 个字。`)
  if (datatype === 'number')
    return /^-?\d{1,12}(\.\d{1,6})?$/.test(first) ? first : wrong(`${name}（${title}）应是数字。`)
  if (datatype === 'datetime')
    return readInstant(first, zone) ? first : wrong(`${name}（${title}）应写作 2026-11-30T09:00:00+08:00。`)
  if (datatype === 'string' || datatype === 'text') return first
  const names = given.map((key) => values.find(([each]) => each === key)?.[1])
  if (names.includes(undefined))
    return wrong(`${name}（${title}）只能是 ${values.map(([key]) => key).join('、')}。`)
  return [...new Set(names)].join('、')
}

/** The answers to what a service asks, as lines for people; what it does not ask is left out. */
export const readAttributes = (
  form: URLSearchParams,
  service: Service,
  zone: string,
): { lines: string[]; faults: Fault[] } => {
  const answers = answersOf(form)
  const lines: string[] = []
  const faults: Fault[] = []
  for (const attribute of service.attributes) {
    const given = answers.get(attribute.code)
    if (!given) {
      if (attribute.required) faults.push(wrong(`缺少 attribute[${attribute.code}]（${attribute.title}）。`))
      continue
    }
    const read = readOne(attribute, given, zone)
    if (typeof read === 'string') lines.push(`${attribute.title}：${read}`)
    else faults.push(read)
  }
  return { lines, faults }
}
