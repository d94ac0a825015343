import type { z } from 'zod'
import { may } from '../../../platform/server/permission/actor.ts'
import { isoInstant } from '../../../platform/server/repository/instant.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import type { listOpen311Keys } from '../contract-open311.ts'
import { listKeys } from '../storage/open311-keys.ts'

/** The keys of areas of which the reader manages some. */
export const readOpen311Keys = async (
  repository: Repository,
): Promise<z.input<typeof listOpen311Keys.answer>> => {
  const { actor, areas, district } = repository
  const manages = (area: string) => may(actor, 'staff.manage', area)
  const keys = (await listKeys(repository)).filter((key) => key.areas.some(manages))
  return {
    jurisdiction: district,
    keys: keys.map(({ madeAt, revokedAt, lastAt, ...key }) => ({
      ...key,
      areas: key.areas.map((path) => ({ path, name: areas.nameOf(path) })),
      madeAt: isoInstant(madeAt),
      revokedAt: revokedAt && isoInstant(revokedAt),
      lastAt: lastAt && isoInstant(lastAt),
      mayRevoke: key.areas.every(manages),
    })),
  }
}
