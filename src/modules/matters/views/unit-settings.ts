import { areasWith, may } from '../../../platform/server/permission/actor.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import type { RuleView, UnitView } from '../contract-units.ts'
import { nameBodies } from '../storage/bodies.ts'
import { listDispatchRules } from '../storage/dispatch-rules.ts'
import { listOwnUnits, listPossibleMembers } from '../storage/units.ts'

/** What the page about sections and rules of dispatch is made of. */
export const readUnitSettings = async (repository: Repository) => {
  const units = await listOwnUnits(repository)
  const rules = await listDispatchRules(repository)
  const names = await nameBodies(
    repository,
    rules.map(({ body }) => body),
  )
  const areaName = (area: string) => repository.areas.nameOf(area)
  return {
    units: units.map(
      (unit): UnitView => ({
        ...unit,
        areaName: areaName(unit.area),
        mayChange: may(repository.actor, 'staff.manage', unit.area),
      }),
    ),
    staff: await listPossibleMembers(repository),
    rules: rules.map(
      ({ category, area, body }): RuleView => ({
        category,
        area,
        areaName: areaName(area),
        body: { body, title: names.get(body) ?? '' },
        mayChange: may(repository.actor, 'matter.dispatch', area),
      }),
    ),
    mayDefine: areasWith(repository.actor, 'staff.manage').length > 0,
    maySetRules: areasWith(repository.actor, 'matter.dispatch').length > 0,
  }
}
