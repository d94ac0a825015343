import type { CountMetric, Field, MetricDefinition } from '../../../core/definition/index.ts'

/** The field behind a dimension such as `kind` or `person.sex`. */
const fieldOf = ({ of }: CountMetric, path: string): Field | undefined => {
  const subject = of.kind === 'ledger' ? of.of : undefined
  return subject && path.startsWith(`${subject.name}.`)
    ? subject.fields[path.slice(subject.name.length + 1)]
    : of.fields[path]
}

const narrow = (metric: CountMetric, path: string, code: string): CountMetric | undefined => {
  const field = metric.by.includes(path) ? fieldOf(metric, path) : undefined
  if (field?.type.column !== 'text' || !field.type.schema.safeParse(code).success) return undefined
  const condition = `${path} == ${JSON.stringify(code)}`
  const word = field.type.format(code)
  return {
    ...metric,
    name: `${metric.name};${path}=${code}`,
    title: `${metric.title}（${word}）`,
    description: `${metric.description}其中${field.title}为${word}。`,
    synonyms: [],
    where: metric.where ? `(${metric.where}) && ${condition}` : condition,
    by: metric.by.filter((other) => other !== path),
  }
}

/**
 * A metric by name, or a segment of one: `disability.total;kind=4;level=1` counts only those codes of its own
 * dimensions. Written as path parameters are (RFC 3986, 3.3). Undefined where there is none.
 */
export const findMetric = (
  metrics: ReadonlyMap<string, MetricDefinition>,
  name: string,
): MetricDefinition | undefined => {
  const [head, ...parts] = name.split(';')
  return parts.reduce<MetricDefinition | undefined>((metric, part) => {
    const at = part.indexOf('=')
    if (metric?.kind !== 'count' || at < 1) return undefined
    return narrow(metric, part.slice(0, at), part.slice(at + 1))
  }, metrics.get(head!))
}
