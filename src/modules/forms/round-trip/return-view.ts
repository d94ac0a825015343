import type { Field } from '../../../core/definition/index.ts'
import { isoInstant } from '../../../platform/server/repository/instant.ts'
import { findDefinition, type Repository } from '../../../platform/server/repository/repository.ts'
import type { Difference, DifferenceKind } from '../contract-returns.ts'
import { getRequest } from '../storage/request-row.ts'
import { getReturn, openDifferences, type ReturnRow } from '../storage/return-row.ts'
import { isDecidable, type StoredDifference } from './stored-difference.ts'

const hide = (field: Field | undefined, text: string): string => {
  if (text === '' || !field?.sensitive || text.includes('*')) return text
  const read = field.type.parse(text)
  return read.ok ? field.type.mask(read.value) : `${text.slice(0, 1)}${'*'.repeat(Math.min(text.length, 6))}`
}

const viewDifference = (repository: Repository, row: ReturnRow, one: StoredDifference): Difference => {
  const definition =
    one.definition === null ? undefined : findDefinition(repository.catalogue, one.definition)
  const field = one.field === null ? undefined : definition?.fields[one.field]
  const decision = row.decisions[one.id] ?? 'open'
  return {
    ...one,
    sent: hide(field, one.sent),
    held: hide(field, one.held),
    came: hide(field, one.came),
    decision,
    decidable: decision === 'open' && isDecidable(one),
  }
}

/** A form that came back with its differences, those still to be decided first. */
export const viewReturn = async (
  repository: Repository,
  id: string,
  asked: { kind?: DifferenceKind | undefined; from: number; limit: number },
) => {
  const row = await getReturn(repository, id)
  const request = await getRequest(repository, row.request, { right: 'data.import' })
  const stored = (await openDifferences(repository, id)) as StoredDifference[]
  const all = stored.filter(({ kind }) => asked.kind === undefined || kind === asked.kind)
  const rank = (one: StoredDifference) => (isDecidable(one) && !row.decisions[one.id] ? 0 : 1)
  const ordered = all.toSorted((one, other) => rank(one) - rank(other))
  return {
    id: row.id,
    request: row.request,
    title: request.title,
    fileName: row.file_name,
    state: row.state,
    message: row.message,
    counts: row.counts,
    total: all.length,
    differences: ordered
      .slice(asked.from, asked.from + asked.limit)
      .map((one) => viewDifference(repository, row, one)),
    createdAt: isoInstant(row.created_at),
    by: row.created_by_name,
  }
}
