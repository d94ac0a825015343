import type { z } from 'zod'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { viewOf } from '../../../platform/server/repository/view.ts'
import type { Viewpoint } from '../../../platform/server/repository/viewpoint.ts'
import { wordReferences } from '../../../platform/server/repository/word-references.ts'
import { personRelation } from '../definitions/person-relation.ts'
import type { relationView } from '../record-contract.ts'
import { listRelations } from '../storage/person-relations.ts'

/** Somebody's guardians, carers and relatives, and whose guardian, carer or relative they are. */
export const readRelations = async (
  repository: Repository,
  person: string,
  viewpoint: Viewpoint,
): Promise<z.input<typeof relationView>[]> => {
  const rows = await listRelations(repository, person, viewpoint)
  const views = rows.map((row) => viewOf(repository, personRelation, row))
  await wordReferences(repository, personRelation, views)
  return rows.map((row, index) => {
    const relation = views[index]!
    const isOwn = row.person === person
    const [id, key] = isOwn ? [row.relative, 'relative'] : [row.person, 'person']
    const name = relation.display[key]
    return { relation, isOwn, other: id !== null && name ? { id, name } : null }
  })
}
