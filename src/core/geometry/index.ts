export { contains } from './contains.ts'
export { dissolve } from './dissolve.ts'
export { partitionBoundary, partitionRing } from './partition.ts'
export {
  areaOfRing,
  type Boundary,
  boundaryOf,
  centreOf,
  extentOf,
  outerRings,
  type Point,
  type Ring,
} from './polygon.ts'
export { readBoundary } from './read-boundary.ts'
