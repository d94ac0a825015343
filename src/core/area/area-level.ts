/** A level of the tree of areas, from the province down to the smallest grid. */
export interface AreaLevel {
  readonly name: AreaLevelName
  readonly title: string
  /** Digits of a path down to and including this level. */
  readonly length: number
}

export type AreaLevelName =
  | 'province'
  | 'city'
  | 'county'
  | 'subdistrict'
  | 'community'
  | 'grid'
  | 'gridGroup'
  | 'gridSection'
  | 'building'

/**
 * The levels of GB/T 2260 (2+2+2 digits), GB/T 10114 (3) and the statistical extension (3),
 * and below the community up to four levels of grids of 3 digits each.
 */
export const areaLevels: readonly AreaLevel[] = [
  { name: 'province', title: '省', length: 2 },
  { name: 'city', title: '市', length: 4 },
  { name: 'county', title: '区县', length: 6 },
  { name: 'subdistrict', title: '街道', length: 9 },
  { name: 'community', title: '社区', length: 12 },
  { name: 'grid', title: '网格', length: 15 },
  { name: 'gridGroup', title: '小组', length: 18 },
  { name: 'gridSection', title: '片', length: 21 },
  { name: 'building', title: '楼栋', length: 24 },
]
