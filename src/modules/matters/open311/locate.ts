import { readAreaCode } from '../../../core/area/index.ts'
import type { Office } from '../../../platform/server/office.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { findAreaAt } from '../../areas/server.ts'
import type { SentRequest } from './read-request.ts'
import { forbidden, Refusal, wrong } from './refusal.ts'

type Where = Pick<SentRequest, 'point' | 'address' | 'addressId'>

/** The area that an address names; the longest name wins, and one that several areas have tells nothing. */
const areaNamed = ({ areas, district }: Office, address: string): string | undefined => {
  const named = areas
    .under(district)
    .filter(({ path, name }) => path !== district && address.includes(name))
    .sort((a, b) => b.name.length - a.name.length || b.path.length - a.path.length)
  const [first, second] = named
  return first && first.name !== second?.name ? first.path : undefined
}

const find = async (repository: Repository, office: Office, where: Where): Promise<string | undefined> => {
  if (where.point) {
    const at = await findAreaAt(repository, [where.point.longitude, where.point.latitude])
    if (typeof at === 'object') return at.area
    if (at === 'outside')
      throw new Refusal(wrong(`lat、long 所指的地方不在${office.name}的范围内，请核对位置。`))
  }
  if (where.addressId !== '') {
    const code = readAreaCode(where.addressId)
    const area = code.ok ? office.areas.find(code.value) : undefined
    if (!area) throw new Refusal(wrong('address_id 应是本区街道、社区或网格的代码。'))
    return area.path
  }
  return areaNamed(office, where.address)
}

/**
 * The area of a request, within those of the key: by the map, by code, by a name in the address; where nothing tells,
 * the key's own, if it has one, has to find out. Throws a refusal for a place outside.
 */
export const locate = async (
  repository: Repository,
  office: Office,
  keyAreas: readonly string[],
  where: Where,
): Promise<string> => {
  const found = await find(repository, office, where)
  if (found === undefined) {
    if (keyAreas.length === 1) return keyAreas[0]!
    throw new Refusal(wrong('看不出在哪个社区：请给出 lat 和 long，或在 address_string 里写明社区的名称。'))
  }
  if (!keyAreas.some((area) => found.startsWith(area)))
    throw new Refusal(forbidden(`这个 api_key 不能在${repository.areas.nameOf(found)}提交诉求。`))
  return found
}
