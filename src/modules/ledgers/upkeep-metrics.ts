import {
  type CountMetric,
  defineMetric,
  defineRatio,
  type MetricDefinition,
} from '../../core/definition/index.ts'

/**
 * How well a ledger is kept: how many entries were confirmed in time, and their share. Counted by ledger and area,
 * never by who keeps it: it shows where help is needed and ranks nobody.
 */
export const upkeepMetrics = (total: CountMetric): MetricDefinition[] => {
  const { of } = total
  if (of.kind !== 'ledger' || !of.upkeep) return []
  const within = `${of.upkeep.everyDays} 天内登记、修改或核实过`
  const confirmed = defineMetric({
    name: `${of.name}.confirmedInTime`,
    title: `${of.title}按期核实数`,
    unit: of.unit,
    count: of,
    where: 'confirmedInTime == true',
    description: `当日在${of.title}中、${within}的数量。`,
  })
  const share = defineRatio({
    name: `${of.name}.confirmedShare`,
    title: `${of.title}按期核实率`,
    unit: '%',
    numerator: confirmed,
    denominator: total,
    description: `当日在${of.title}中的，${within}的占百分之几。`,
  })
  return [confirmed, share]
}
