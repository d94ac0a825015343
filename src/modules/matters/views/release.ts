import type { Repository } from '../../../platform/server/repository/repository.ts'
import { mayRelease } from '../actions/release-matter.ts'
import { takersOf } from '../life/takers.ts'
import { areaOfBody, findBodies } from '../storage/bodies.ts'
import { getMatter, listSteps } from '../storage/matter.ts'
import { findRelease } from '../storage/releases.ts'

/** What everybody is told of a matter, and whether the reader may change it. Throws `record.not_found`. */
export const readRelease = async (repository: Repository, id: string) => {
  const bodies = await findBodies(repository)
  const { facts } = await getMatter(repository, id, { bodies })
  const ownerArea = await areaOfBody(repository, facts.owner)
  const answers = (await listSteps(repository, id)).filter(({ kind }) => kind === 'answer')
  return {
    text: (await findRelease(repository, id)) ?? null,
    answer: (answers.at(-1)?.detail as { text: string } | undefined)?.text ?? '',
    mayRelease: mayRelease(facts, takersOf({ actor: repository.actor, bodies, ownerArea }, facts)),
  }
}
