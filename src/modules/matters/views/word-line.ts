import type { Repository } from '../../../platform/server/repository/repository.ts'
import type { MatterLine } from '../contract.ts'
import type { Body } from '../life/facts.ts'
import { nameBodies } from '../storage/bodies.ts'
import type { LineRow } from '../storage/list-matters.ts'

/** Rows of a list in the words of people. */
export const wordLines = async (repository: Repository, rows: readonly LineRow[]): Promise<MatterLine[]> => {
  const names = await nameBodies(
    repository,
    rows.flatMap(({ owner, pending }) => (pending ? [owner, pending] : [owner])),
  )
  const view = (body: Body) => ({ body, title: names.get(body) ?? '' })
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    title: row.title,
    category: row.category,
    state: row.state,
    area: row.area,
    areaName: repository.areas.nameOf(row.area),
    place: row.place ?? '',
    longitude: row.longitude === null ? null : Number(row.longitude),
    latitude: row.latitude === null ? null : Number(row.latitude),
    owner: view(row.owner),
    pending: row.pending ? view(row.pending) : null,
    receivedAt: row.received_at,
    dueAt: row.due_at ? new Date(row.due_at).toISOString() : null,
    overdue: row.overdue ?? false,
    reports: row.reports ?? 1,
  }))
}
