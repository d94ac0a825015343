import {
  type CountMetric,
  defineMetric,
  type LedgerDefinition,
  ledgerFromData,
  type MetricDefinition,
} from '../../core/definition/index.ts'
import type { Database } from '../../platform/server/database/connect.ts'
import type { Catalogue } from '../../platform/server/repository/repository.ts'
import { readOwnLedgers } from './storage/own-ledgers.ts'
import { upkeepMetrics } from './upkeep-metrics.ts'

/** What every ledger is counted by, those of an office's own too. */
const totalOf = (ledger: LedgerDefinition): CountMetric =>
  defineMetric({
    name: `${ledger.name}.total`,
    title: `${ledger.title}总数`,
    unit: ledger.unit,
    count: ledger,
    description: `当日在${ledger.title}中的数量。`,
    by: Object.values(ledger.fields)
      .filter((field) => field.type.role === 'dimension' && !field.encrypted)
      .map((field) => field.key),
  })

/** Adds a ledger of the office's own to what the house knows. */
export const admitLedger = (catalogue: Catalogue, ledger: LedgerDefinition): void => {
  const total = totalOf(ledger)
  ;(catalogue.ledgers as Map<string, LedgerDefinition>).set(ledger.name, ledger)
  for (const metric of [total, ...upkeepMetrics(total)])
    (catalogue.metrics as Map<string, MetricDefinition>).set(metric.name, metric)
}

/** The built-in catalogue and, beside it, the ledgers that the office has defined itself. */
export const withOwnLedgers = async (
  db: Database,
  district: string,
  builtIn: Catalogue,
): Promise<Catalogue> => {
  const catalogue: Catalogue = {
    records: builtIn.records,
    ledgers: new Map(builtIn.ledgers),
    metrics: new Map(builtIn.metrics),
  }
  for (const data of await readOwnLedgers(db, district)) {
    const ledger = ledgerFromData(data, [...builtIn.records.values()])
    // What the house brings itself is not to be hidden behind a ledger of the same name.
    const taken =
      ledger.ok && (builtIn.records.has(ledger.value.name) || builtIn.ledgers.has(ledger.value.name))
    if (ledger.ok && !taken) admitLedger(catalogue, ledger.value)
  }
  return catalogue
}
