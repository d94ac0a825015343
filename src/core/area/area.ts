import type { AreaLevelName } from './area-level.ts'
import { type AreaPath, levelOf, parentOf } from './area-path.ts'

/** A node of the tree of areas. */
export interface Area {
  readonly path: AreaPath
  readonly name: string
  readonly level: AreaLevelName
  readonly parent: AreaPath | null
}

/** The area of a path, which must be one. */
export const areaOf = (path: AreaPath, name: string): Area => ({
  path,
  name,
  level: levelOf(path).name,
  parent: parentOf(path),
})
