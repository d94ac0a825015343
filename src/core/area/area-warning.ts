import { type AreaPath, levelOf } from './area-path.ts'

interface Range {
  readonly level: 'subdistrict' | 'community'
  readonly name: RegExp
  readonly title: string
  readonly first: number
  readonly last: number
}

/** The numbers that GB/T 10114 and the statistical extension set aside; in real data about 99 % keep to them. */
const ranges: readonly Range[] = [
  { level: 'subdistrict', name: /(街道|街道办事处)$/, title: '街道', first: 1, last: 99 },
  { level: 'community', name: /(居委会|居民委员会)$/, title: '居委会', first: 1, last: 199 },
  { level: 'community', name: /(村委会|村民委员会)$/, title: '村委会', first: 200, last: 399 },
]

/** A sentence where the number of an area is unusual for what its name says it is; never an error. */
export const areaWarning = (path: AreaPath, name: string): string | undefined => {
  const level = levelOf(path).name
  const range = ranges.find((each) => each.level === level && each.name.test(name))
  const number = Number(path.slice(-3))
  if (!range || (number >= range.first && number <= range.last)) return undefined
  const span = [range.first, range.last].map((each) => String(each).padStart(3, '0')).join('至')
  return `${range.title}的代码一般在${span}之间，“${name}”是${path.slice(-3)}，请核对。`
}
