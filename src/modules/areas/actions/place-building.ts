import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { may } from '../../../platform/server/permission/actor.ts'
import { placeBuilding as contract } from '../contract.ts'
import { savePoint } from '../storage/building-points.ts'
import { listBuildings } from '../storage/count-contents.ts'

/** Says where a building stands, for those who register what lies there. */
export const placeBuilding = defineAction(contract, async (repository, { area, estate, number, ...at }) => {
  if (!may(repository.actor, 'registry.write', area))
    throw new Problem('right.missing', '您的岗位不能在这个区域标出楼栋。')
  const known = (await listBuildings(repository, area)).some(
    (building) => building.estate === estate && building.number === number,
  )
  if (!known)
    throw new Problem('record.not_found', `这里没有登记在「${estate}${number}」的房屋，请先登记房屋。`)
  await savePoint(repository, { area, estate, number, point: [at.longitude, at.latitude] })
  return { answer: { placed: true }, audit: { area, detail: { estate, number } } }
})
