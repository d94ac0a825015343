import type { CountMetric, Field, MetricDefinition } from '../../../core/definition/index.ts'
import type { ReadLine } from './read-line.ts'

/** What one cell counts, or why that cannot be told; a guess is none. */
export type Resolved =
  | { readonly known: true; readonly metric: string; readonly area?: string; readonly day?: ReadLine['day'] }
  | { readonly known: false; readonly reason: string }

const unknown = (reason: string): Resolved => ({ known: false, reason })

const fieldOf = ({ of }: CountMetric, path: string): Field | undefined => {
  const subject = of.kind === 'ledger' ? of.of : undefined
  return subject && path.startsWith(`${subject.name}.`)
    ? subject.fields[path.slice(subject.name.length + 1)]
    : of.fields[path]
}

/** Titles of dimensions, which only group the labels below them: 残疾类别, 性别. */
const isDimension = (metric: CountMetric, label: string): boolean =>
  metric.by.some((path) => {
    const field = fieldOf(metric, path)
    return field !== undefined && [field.title, ...(field.synonyms ?? [])].includes(label)
  })

/** Each label as a code of exactly one dimension. */
const narrow = (metric: CountMetric, labels: readonly string[]): Map<string, string> | string => {
  const codes = new Map<string, string>()
  for (const label of labels) {
    if (isDimension(metric, label)) continue
    const found = metric.by.flatMap((path) => {
      const field = fieldOf(metric, path)
      const read = field?.type.column === 'text' ? field.type.parse(label) : undefined
      return read?.ok ? [[path, String(read.value)] as const] : []
    })
    if (found.length === 0) return `指标“${metric.title}”不能按“${label}”分开数`
    if (found.length > 1) return `“${label}”可能是几种分组里的一种，分不清是哪一种`
    const [path, code] = found[0]!
    if (codes.has(path) && codes.get(path) !== code) return `“${label}”和同一格的另一个名目互相矛盾`
    codes.set(path, code)
  }
  return codes
}

/** Finds the metric, its segment and the area that a row and a column ask for together. */
export const resolveCell = (
  row: ReadLine,
  column: ReadLine,
  base: MetricDefinition | undefined,
): Resolved => {
  if (row.metric && column.metric && row.metric !== column.metric)
    return unknown(`行“${row.metric.title}”和列“${column.metric.title}”是两个指标`)
  const metric = row.metric ?? column.metric ?? base
  const values = [...row.values, ...column.values]
  if (!metric)
    return unknown(values.length > 0 ? `指标目录里没有“${values.join('、')}”` : '看不出要数什么，请指定指标')
  if (row.area && column.area) return unknown('行和列都是区域')
  if (metric.kind === 'ratio' && values.length > 0) return unknown(`“${metric.title}”是比率，不能再分组`)
  const codes = metric.kind === 'count' ? narrow(metric, values) : new Map<string, string>()
  if (typeof codes === 'string') return unknown(codes)
  const area = row.area ?? column.area
  const day = row.day ?? column.day
  return {
    known: true,
    metric: [metric.name, ...[...codes].sort().map(([path, code]) => `${path}=${code}`)].join(';'),
    ...(area ? { area: area.path } : {}),
    ...(day ? { day } : {}),
  }
}
