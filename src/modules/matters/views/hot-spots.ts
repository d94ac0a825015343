import type { z } from 'zod'
import { addDays } from '../../../core/time/index.ts'
import { may } from '../../../platform/server/permission/actor.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import type { LastingNote } from '../contract.ts'
import type { getHotSpots } from '../contract-hot-spots.ts'
import { nameBodies } from '../storage/bodies.ts'
import { findDismissed, findHotSpots, findLastingTasks, nameOfSpot } from '../storage/hot-spots.ts'

/** As many of the matters as one looks through; the count says how many there are. */
const mostSources = 50

export const noteLasting = ({ due_on: dueOn, ...task }: Omit<LastingNote, 'dueOn'> & { due_on: string }) => ({
  ...task,
  dueOn,
})

/** Where the same keeps coming from one place, what is dealt with for good, and what was left as it is. */
export const readHotSpots = async (
  repository: Repository,
  { query: { days, ...query } }: { query: z.output<typeof getHotSpots.query> },
): Promise<z.input<typeof getHotSpots.answer>> => {
  const from = addDays(repository.today, 1 - days)
  const areaName = (area: string) => repository.areas.nameOf(area)
  const mayDecide = (area: string) => may(repository.actor, 'matter.dispatch', area)
  const spots = await findHotSpots(repository, { ...query, from })
  const tasks = await findLastingTasks(repository, query)
  const dismissed = await findDismissed(repository, { ...query, from })
  const names = await nameBodies(
    repository,
    tasks.map(({ owner }) => owner),
  )
  return {
    from,
    spots: spots.map(({ first_on, last_on, place, matters, ...spot }) => ({
      ...spot,
      areaName: areaName(spot.area),
      place: nameOfSpot(spot.spot, place),
      firstOn: first_on,
      lastOn: last_on,
      matters: matters.slice(0, mostSources),
      mayDecide: mayDecide(spot.area),
    })),
    tasks: tasks.map(({ owner, due_on, count_since, overdue, spot: _, ...task }) => ({
      ...task,
      areaName: areaName(task.area),
      dueOn: due_on,
      overdue: overdue ?? false,
      ownerTitle: names.get(owner) ?? '',
      countSince: count_since,
    })),
    dismissed: dismissed.map(({ decided_on, actor_name, spot: _, area, ...spot }) => ({
      ...spot,
      areaName: areaName(area),
      on: decided_on,
      by: actor_name,
      mayDecide: mayDecide(area),
    })),
  }
}
