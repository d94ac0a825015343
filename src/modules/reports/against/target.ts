import type { CountMetric, Definition } from '../../../core/definition/index.ts'

/** What is counted, taken apart: of which ledger, how, and under which conditions (path → codes, ages, flags). */
export interface Target {
  readonly of: Definition
  /** `count`, `sum:field` or `distinct:field`. */
  readonly measure: string
  readonly flow: CountMetric['flow']
  readonly conditions: Readonly<Record<string, string>>
}

/** Ages from and to, both included: `60-`, `0-14`, `16-59`. */
export const ageRange = (min: number | undefined, max: number | undefined): string =>
  `${min ?? 0}-${max ?? ''}`

const readAtom = (atom: string, into: Record<string, string>): void => {
  const is = /^(\S+) == "(.*)"$/.exec(atom)
  const among = /^(\S+) in \[(.*)\]$/.exec(atom)
  const flag = /^(\S+) == true$/.exec(atom)
  const bound = /^(\S*\bage) (>=|<=|<|>) (\d+)$/.exec(atom)
  if (is) into[is[1]!] = is[2]!
  else if (among)
    into[among[1]!] = [...among[2]!.matchAll(/"([^"]*)"/g)]
      .map(([, code]) => code)
      .sort()
      .join('|')
  else if (flag) into[flag[1]!] = 'true'
  else if (bound) {
    const [, path, operator, text] = bound
    const [min, max] = (into[path!] ?? '0-').split('-')
    const n = Number(text)
    into[path!] =
      operator === '>=' || operator === '>'
        ? ageRange(operator === '>' ? n + 1 : n, max ? Number(max) : undefined)
        : ageRange(Number(min), operator === '<' ? n - 1 : n)
  } else into[atom] = 'met'
}

/** Takes a metric's rule apart. A part of it that is not understood stands for itself. */
export const targetOf = (metric: CountMetric): Target => {
  const conditions: Record<string, string> = {}
  for (const atom of metric.where?.split(' && ') ?? []) readAtom(atom.trim(), conditions)
  const { of, flow, sum, distinct } = metric
  return { of, flow, conditions, measure: sum ? `sum:${sum}` : distinct ? `distinct:${distinct}` : 'count' }
}

/** Whether every condition of one is met by the other. */
export const impliedBy = (one: Target, other: Target): boolean =>
  Object.entries(one.conditions).every(([path, value]) => other.conditions[path] === value)
