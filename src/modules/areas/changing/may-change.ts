import { Problem } from '../../../platform/contract/problem.ts'
import { refuseFuture } from '../../../platform/server/action/refuse-future.ts'
import { may } from '../../../platform/server/permission/actor.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { type AreaRow, heldBefore, lockArea } from '../storage/area-versions.ts'

const unknown = (path: string): Problem =>
  new Problem('area.not_found', `没有代码为 ${path} 的区域，或者它不在您管理的范围内。`)

/** Throws `area.not_found` where the actor may not change an area: foreign ones are not told apart from none. */
export const refuseForeign = (repository: Repository, path: string): void => {
  if (!may(repository.actor, 'area.manage', path)) throw unknown(path)
}

/** The standing version of an area that the actor may change, locked. */
export const getArea = async (repository: Repository, path: string): Promise<AreaRow> => {
  refuseForeign(repository, path)
  const row = await lockArea(repository, path)
  if (!row) throw unknown(path)
  return row
}

/** What shapes the areas below another needs the right over that one. */
export const refuseWithoutParent = (repository: Repository, parent: string | null): void => {
  if (parent !== null && may(repository.actor, 'area.manage', parent)) return
  throw new Problem('right.missing', '调整这一级区域需要上一级的权限，请联系上级调整。')
}

/** Throws where a change is dated after today, or before the area stood. */
export const refuseWrongDay = (repository: Repository, rows: readonly AreaRow[], on: string): void => {
  refuseFuture(repository, on)
  const late = rows.find((row) => !heldBefore(row, on))
  if (late)
    throw new Problem(
      'field.invalid',
      `「${late.name}」从 ${late.valid_from} 起才是现在这样，生效日期要晚于那一天。`,
      {
        places: [{ field: 'on', message: `要晚于 ${late.valid_from}` }],
      },
    )
}
