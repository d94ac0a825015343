export { type Area, areaOf } from './area.ts'
export { type AreaLevel, type AreaLevelName, areaLevels } from './area-level.ts'
export {
  type AreaPath,
  codeOfPath,
  districtOf,
  isAreaPath,
  isWithin,
  levelOf,
  lineageOf,
  parentOf,
  pathOfCode,
} from './area-path.ts'
export { areaWarning } from './area-warning.ts'
export { readAreaCode } from './read-area-code.ts'
