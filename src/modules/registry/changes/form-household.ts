import { randomBytes } from 'node:crypto'
import { Problem } from '../../../platform/contract/problem.ts'
import { findRow, notFound } from '../../../platform/server/repository/find.ts'
import { dwelling, household } from '../definition.ts'
import { type Draft, enter, type Staged } from './draft.ts'

export interface NewHome {
  readonly number?: string | undefined
  readonly dwelling?: string | undefined
  readonly area?: string | undefined
}

const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** A number for a household that has none in a booklet yet: the day and four characters. */
const makeNumber = (on: string): string =>
  `${on.replaceAll('-', '')}-${[...randomBytes(4)].map((byte) => alphabet[byte % 32]).join('')}`

/** Where a household lives: the dwelling's area decides, so that the two never differ. */
export const placeHome = async (
  draft: Draft,
  { dwelling: id, area }: NewHome,
): Promise<{ dwelling?: string; area: string | undefined }> => {
  if (!id) return { area }
  const found = await findRow(draft.repository, dwelling, id)
  if (!found || found.row.ended) throw notFound(dwelling)
  return { dwelling: id, area: found.row.area }
}

/** A household that is formed with the change. Throws `field.invalid` where nobody said where it lives. */
export const formHousehold = async (draft: Draft, home: NewHome, from?: Staged): Promise<Staged> => {
  const place = await placeHome(draft, home)
  const area = place.area ?? from?.area
  if (!area || draft.repository.areas.nameOf(area) === area)
    throw new Problem('field.invalid', '请选择新住户住在哪里：一套房屋，或一个网格。', {
      places: [{ field: 'area', message: '请选择' }],
    })
  const stays = !home.dwelling && (!home.area || home.area === from?.area)
  return enter(draft, household, {
    area,
    values: {
      number: home.number || makeNumber(draft.on),
      dwelling: place.dwelling ?? (stays ? from?.values.dwelling : undefined),
      head: null,
    },
  })
}
