import { areaMetrics } from '../modules/areas/index.ts'
import { formMetrics, formRequest } from '../modules/forms/index.ts'
import { builtInLedgers, ledgerMetrics } from '../modules/ledgers/index.ts'
import { matter, matterMetrics } from '../modules/matters/index.ts'
import { registryMetrics, registryRecords } from '../modules/registry/index.ts'
import type { Catalogue } from '../platform/server/repository/repository.ts'

const byName = <Named extends { name: string }>(list: readonly Named[]) =>
  new Map(list.map((each) => [each.name, each]))

/** Everything that the modules define, brought together. */
export const catalogue: Catalogue = {
  records: byName([...registryRecords, matter]),
  ledgers: byName([...builtInLedgers, formRequest]),
  metrics: byName([...registryMetrics, ...areaMetrics, ...ledgerMetrics, ...matterMetrics, ...formMetrics]),
}
