import { kinship, titleOf } from '../../../core/code/index.ts'
import { findRow, notFound } from '../../../platform/server/repository/find.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { household, person } from '../definition.ts'
import { listStays, type Stay } from '../storage/household-stays.ts'
import { listChangesOf } from '../storage/list-changes.ts'

const wordLeaving = ({ to, ended }: Stay): string => {
  if (to === null) return ''
  if (ended === 'died') return '去世'
  if (ended === 'mistaken') return '重复登记，已合并'
  return ended === null ? '转到另一户' : '迁出'
}

/** The changes of a person or household, and a household's members through time. Throws `record.not_found`. */
export const readChanges = async (
  repository: Repository,
  { definition, id }: { definition: 'person' | 'household'; id: string },
  asOf: string | undefined,
  titles: ReadonlyMap<string, string>,
) => {
  const of = definition === 'person' ? person : household
  if (!(await findRow(repository, of, id, { asOf }))) throw notFound(of)
  const changes = await listChangesOf(repository, id, asOf)
  const stays = definition === 'household' ? await listStays(repository, id, asOf) : []
  return {
    changes: changes.map(({ id: change, kind, title, on, reason, by, undone }) => ({
      id: change,
      kindTitle: titles.get(kind) ?? kind,
      title,
      on,
      reason,
      by,
      undone,
    })),
    stays: stays.map((stay) => ({
      person: stay.person,
      name: stay.name,
      relation: stay.relation ? (titleOf(kinship, stay.relation) ?? '') : '',
      from: stay.from,
      to: stay.to !== null && asOf !== undefined && stay.to > asOf ? null : stay.to,
      left: stay.to !== null && asOf !== undefined && stay.to > asOf ? '' : wordLeaving(stay),
    })),
  }
}
