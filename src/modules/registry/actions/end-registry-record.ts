import { defineAction } from '../../../platform/server/action/define-action.ts'
import { refuseFuture } from '../../../platform/server/action/refuse-future.ts'
import { recordTouched, type Touched } from '../../../platform/server/repository/command-records.ts'
import { getDefinition } from '../../../platform/server/repository/get-definition.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { changeRecord, endRecord, lockRecord, valuesOf } from '../../../platform/server/repository/write.ts'
import { agreement } from '../definitions/agreement.ts'
import { facility } from '../definitions/facility.ts'
import { organisation } from '../definitions/organisation.ts'
import { endRegistryRecord as contract } from '../record-contract.ts'
import { lockDependents } from '../storage/dependents.ts'

interface End {
  readonly on: string
  readonly cause: 'closed' | 'moved' | 'expired' | 'reclassified' | 'mistaken'
  readonly reason: string
}

const later = (a: string, b: string): string => (a > b ? a : b)

/** What an organisation leaves behind: its agreements end with it, its facilities have no maintainer any more. */
const releaseDependents = async (repository: Repository, id: string, end: End): Promise<Touched[]> => {
  const touched: Touched[] = []
  for (const row of await lockDependents(repository, agreement, 'organisation', id)) {
    await endRecord(repository, agreement, row, { ...end, on: later(end.on, row.valid_from) })
    touched.push({ definition: agreement.name, record: row.id, before: row.version, after: null })
  }
  for (const row of await lockDependents(repository, facility, 'maintainer', id)) {
    const { version } = await changeRecord(repository, facility, row, {
      values: { ...valuesOf(repository, facility, row), maintainer: undefined },
      on: later(end.on, row.valid_from),
      mode: 'change',
      reason: end.reason,
    })
    touched.push({ definition: facility.name, record: row.id, before: row.version, after: version })
  }
  return touched
}

/** Ends an organisation, agreement, facility or relation from a day on, undone as one with what ends with it. */
export const endRegistryRecord = defineAction(contract, async (repository, input) => {
  const definition = getDefinition(repository, input.definition)
  const old = await lockRecord(repository, definition, input.id, input.version)
  refuseFuture(repository, input.on)
  await endRecord(repository, definition, old, input)
  const released = definition === organisation ? await releaseDependents(repository, old.id, input) : []
  if (released.length > 0)
    await recordTouched(repository, [
      { definition: definition.name, record: old.id, before: old.version, after: null },
      ...released,
    ])
  return {
    answer: { id: old.id, version: old.version },
    audit: {
      definition: definition.name,
      subject: old.id,
      area: old.area,
      detail: { cause: input.cause, on: input.on, records: released.length + 1 },
    },
  }
})
