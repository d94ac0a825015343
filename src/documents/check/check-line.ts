import type { Quantity } from '../quantity/index.ts'
import type { CheckResult } from './check-report.ts'
import type { Relation } from './relation.ts'

/** Fractions are told to four decimals: 1/3 as 0.3333. */
const told = (value: number, quantity: Quantity): number =>
  quantity.kind === 'ratio' ? Number(value.toFixed(4)) : value

const quantityLine = (quantity: Quantity) => ({
  start: quantity.start,
  end: quantity.end,
  text: quantity.text,
  low: told(quantity.low, quantity),
  high: told(quantity.high, quantity),
  unit: quantity.unit,
  kind: quantity.kind,
  hedge: quantity.hedge,
  subject: quantity.subject,
})

const resultRole: Partial<Record<Relation['kind'], string>> = {
  sum: 'whole',
  share: 'percent',
  change: 'change',
  difference: 'difference',
  product: 'total',
  average: 'average',
  ratio: 'ratio',
  repeat: 'value',
}

const relationLine = (relation: Relation) => ({
  kind: relation.kind === 'share' ? 'percent' : relation.kind,
  holds: relation.holds,
  [resultRole[relation.kind]!]: relation.result.start,
  ...Object.fromEntries(
    Object.entries(relation.terms).map(([role, terms]) => [
      role,
      Array.isArray(terms) ? terms.map((t) => t.start) : terms.start,
    ]),
  ),
})

/** The result for one file as `youju check --format json` prints it, one line a file. */
export const checkLine = (file: string, result: CheckResult) => ({
  file,
  characters: result.text.length,
  quantities: result.quantities.map(quantityLine),
  dates: result.dates,
  ordinals: result.ordinals,
  relations: result.relations.map(relationLine),
  findings: result.findings.map(({ kind, severity, start, end, message, related }) => ({
    kind,
    severity,
    start,
    end,
    message,
    related: related.map((span) => ({ start: span.start, end: span.end })),
  })),
})
