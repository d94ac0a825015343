import { areasWithin } from '../../../platform/server/permission/actor.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { countGaps } from '../storage/gap-rows.ts'
import { listWaitingRequests, type RequestRow } from '../storage/request-row.ts'
import { askedSheets } from './asked-fields.ts'

const add = <Key>(sums: Map<Key, number>, key: Key, count: number) =>
  sums.set(key, (sums.get(key) ?? 0) + count)

const gapsOf = async (repository: Repository, request: RequestRow, area: string | undefined) => {
  const fields = new Map<string, { key: string; title: string; records: number; unit: string }>()
  const areas = new Map<string, number>()
  let records = 0
  for (const { query, sources } of askedSheets(repository, request, area))
    for (const count of await countGaps(query, sources)) {
      records += count.records
      add(areas, count.area, count.records)
      sources.forEach(({ key, held }, index) => {
        const one = fields.get(key) ?? { key, title: held.field.title, records: 0, unit: query.base.unit }
        fields.set(key, { ...one, records: one.records + count.fields[index]! })
      })
    }
  return {
    request: request.id,
    title: request.title,
    askedBy: request.asked_by,
    deadline: request.deadline,
    records,
    fields: [...fields.values()]
      .filter((field) => field.records > 0)
      .sort((one, other) => other.records - one.records)
      .map(({ unit, ...field }) => ({ ...field, text: `这 ${field.records} ${unit}缺${field.title}` })),
    areas: [...areas].map(([path, count]) => ({
      area: path,
      areaName: repository.areas.nameOf(path),
      records: count,
    })),
  }
}

/** What the ledgers lack for forms that wait, as far as the actor may complete it. */
export const readGaps = async (repository: Repository, area: string | undefined) => {
  const areas = areasWithin(repository.actor, 'ledger.write', area)
  const gaps = []
  for (const request of await listWaitingRequests(repository, areas)) {
    const gap = await gapsOf(repository, request, area)
    if (gap.records > 0) gaps.push(gap)
  }
  return gaps
}
