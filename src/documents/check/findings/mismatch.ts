import type { Quantity } from '../../quantity/index.ts'
import type { Finding, FindingKind, Span } from '../finding.ts'
import { type Relation, type RelationKind, termsOf } from '../relation.ts'
import type { Reading } from './reading.ts'

const kinds: Record<RelationKind, FindingKind> = {
  sum: 'sum-mismatch',
  share: 'share-mismatch',
  change: 'change-mismatch',
  difference: 'change-mismatch',
  product: 'product-mismatch',
  average: 'average-mismatch',
  ratio: 'ratio-mismatch',
  repeat: 'repeat-conflict',
}

const says: Record<RelationKind, string> = {
  sum: '分项之和与总数不符',
  share: '占比与所列数字不符',
  change: '增减幅度与前后数字不符',
  difference: '增减数量与前后数字不符',
  product: '总数与单项乘积不符',
  average: '平均数与总数不符',
  ratio: '所列数字不成所说的比例',
  repeat: '同一指标前后不一致',
}

const spanOf = (quantity: Quantity): Span => ({ start: quantity.start, end: quantity.end })

/** A wrong part breaks the sum and the ratio alike: the more telling relation speaks. */
const withoutOvershadowed = (broken: Relation[]): Relation[] => {
  const ratios = new Map<Quantity, Relation>()
  for (const relation of broken)
    if (relation.kind === 'ratio') for (const term of termsOf(relation)) ratios.set(term, relation)
  return broken.filter((relation) => {
    if (relation.kind !== 'sum') return true
    const [first, ...others] = termsOf(relation).map((term) => ratios.get(term))
    return first === undefined || others.some((other) => other !== first)
  })
}

/** Relations that do not hold. */
export const findMismatches = ({ relations }: Reading): Finding[] => mismatchesOf(relations)

export const mismatchesOf = (relations: Relation[]): Finding[] => {
  const seen = new Set<string>()
  const told: Quantity[][] = []
  const broken = withoutOvershadowed(relations.filter((relation) => relation.holds === false))
  const findings: Finding[] = []
  for (const relation of broken) {
    const figures = [relation.result, ...termsOf(relation)]
    const key = `${relation.kind}/${relation.result.start}`
    // The same figures need not be told wrong twice, once as a sum and once as a difference.
    if (seen.has(key) || told.some((others) => figures.every((f) => others.includes(f)))) continue
    seen.add(key)
    told.push(figures)
    if (told.length > 40) told.shift()
    findings.push({
      kind: kinds[relation.kind],
      severity: relation.certain ? 'error' : 'warning',
      ...spanOf(relation.result),
      message: messageOf(relation),
      related: termsOf(relation).map(spanOf),
    })
  }
  return findings
}

const messageOf = (relation: Relation): string => `${says[relation.kind]}：${relation.arithmetic}。`
