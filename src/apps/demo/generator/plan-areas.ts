import { type Area, areaOf } from '../../../core/area/index.ts'
import { chineseNumeral, communityName, subdistrictName } from './places.ts'
import { makeRandom, type Random } from './random.ts'

export interface GridPlan extends Area {
  readonly residents: number
}

export interface CommunityPlan extends Area {
  /** Number within the district, from 0. */
  readonly number: number
  /** Name without 社区. */
  readonly shortName: string
  readonly grids: readonly GridPlan[]
}

export interface SubdistrictPlan extends Area {
  readonly number: number
  readonly residents: number
  readonly communities: readonly CommunityPlan[]
}

export interface DistrictPlan {
  readonly district: Area
  readonly subdistricts: readonly SubdistrictPlan[]
}

/** Divides a whole into parts of about the same size, which add up to it. */
const divide = (random: Random, whole: number, parts: number): number[] => {
  const weights = Array.from({ length: parts }, () => 0.85 + 0.3 * random.next())
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let used = 0
  let share = 0
  return weights.map((weight, index) => {
    share += weight
    const upTo = index === parts - 1 ? whole : Math.round((whole * share) / total)
    const part = upTo - used
    used = upTo
    return part
  })
}

const child = (parent: string, index: number) => `${parent}${String(index + 1).padStart(3, '0')}`

/**
 * The areas of a made-up district: subdistricts of at most 60,000 residents, communities of about 5,000, grids of
 * about 500. The district's code begins with 99, which is given to no place.
 */
export const planAreas = (seed: number, residents: number): DistrictPlan => {
  const random = makeRandom(seed, 1)
  const district = { ...areaOf('990101', '示范区'), parent: null }
  const count = Math.max(1, Math.ceil(residents / 60_000), Math.round(residents / 50_000))
  let communityNumber = 0
  const subdistricts = divide(random, residents, count).map((size, number): SubdistrictPlan => {
    const path = child(district.path, number)
    const communityCount = Math.max(1, Math.round(size / 5000))
    const gridCount = Math.max(1, Math.round(size / communityCount / 500))
    const communities = divide(random, size, communityCount).map((communitySize, index): CommunityPlan => {
      const communityPath = child(path, index)
      const shortName = communityName(communityNumber)
      const grids = divide(random, communitySize, gridCount).map(
        (gridSize, gridIndex): GridPlan => ({
          ...areaOf(child(communityPath, gridIndex), `${shortName}第${chineseNumeral(gridIndex + 1)}网格`),
          residents: gridSize,
        }),
      )
      return { ...areaOf(communityPath, `${shortName}社区`), number: communityNumber++, shortName, grids }
    })
    return { ...areaOf(path, subdistrictName(number)), number, residents: size, communities }
  })
  return { district, subdistricts }
}
