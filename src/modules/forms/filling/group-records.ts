import { findElement } from '../../../core/dictionary/index.ts'
import { compactText } from '../../../core/plain-text.ts'
import { type GroupRows, layGroups, type RowGroup } from '../../../documents/form/index.ts'
import { countRowsBy, type RowMark, type RowOrder } from '../storage/form-rows.ts'
import type { SourcedPlace } from './place-filler.ts'
import type { SheetFilling } from './sheet-filler.ts'

/** Records shared out to the groups of a form that has a 小计. */
export interface GroupedRecords {
  readonly groups: readonly GroupRows[]
  /** The order in which records must come. */
  readonly order: RowOrder
  /** The row of the filled form in which each record stands, in that order. */
  readonly rows: readonly number[]
}

/** Length of the path of a community; grids are longer. */
const community = 12
const subdistrict = 9

/** How far down the areas of a column reach; undefined where it shows no areas. */
const areaDepth = (key: string | null): number | undefined => {
  if (key === 'area.town') return subdistrict
  if (key === 'area.village' || key === 'area.name') return community
  return key?.endsWith('.grid') ? Number.POSITIVE_INFINITY : undefined
}

const isKind = ({ place: { key }, source }: SourcedPlace): boolean =>
  key !== null &&
  source?.held !== undefined &&
  source.otherwise === undefined &&
  !source.sensitive &&
  findElement(key)?.type === 'choice'

/** What the rows are grouped by: the leading column where it holds a kind or an area, else areas. */
const groupedBy = (
  { columns, query }: SheetFilling,
  nameOf: (path: string) => string,
): { mark: RowMark; depth: number; label: (value: string) => string } => {
  const places = columns.filter(({ place }) => place.key !== 'meta.serialNumber')
  const [leading] = places
  if (leading && isKind(leading)) {
    const { held } = leading.source!
    const label = (value: string) => (value === '' ? '' : held!.field.type.format(value))
    return { mark: held!, depth: Number.POSITIVE_INFINITY, label }
  }
  const depth = places
    .map(({ place }) => areaDepth(place.key))
    .find((one, index) => one !== undefined && (index === 0 || one >= community))
  const isWithinOne = query.area !== undefined && query.area.length >= community
  return { mark: 'area', depth: depth ?? (isWithinOne ? Number.POSITIVE_INFINITY : community), label: nameOf }
}

const isPrinted = ({ printed }: RowGroup, label: string): boolean => {
  const name = compactText(label)
  return name !== '' && printed.some((text) => text === name || (name.length > 1 && text.includes(name)))
}

/** Records that belong together, and the values of their mark. */
interface FoundGroup {
  readonly values: string[]
  readonly label: string
  count: number
}

/** The form's own groups first, in their order, those that it names with what they name; then all others. */
const assign = (planned: readonly RowGroup[], found: readonly FoundGroup[]) => {
  const left = [...found]
  const own = planned.map((group) => {
    const at = left.findIndex(({ label }) => isPrinted(group, label))
    return at < 0 ? undefined : left.splice(at, 1)[0]!
  })
  // Where the form names no group at all, they are taken in turn.
  const isUnnamed = own.every((one) => one === undefined)
  return [
    ...planned.map((_, printed) => {
      const one = own[printed] ?? (isUnnamed ? left.shift() : undefined)
      return { ...(one ?? { label: '', count: 0, values: [] }), printed }
    }),
    ...left.map((one) => ({ ...one, printed: null })),
  ]
}

/** Shares the records of a sheet out to its groups; null where the form has none, or lists stand side by side. */
export const groupRecords = async (
  filling: SheetFilling,
  nameOf: (path: string) => string,
): Promise<GroupedRecords | null> => {
  const planned = filling.sheet.groups
  if (!planned || filling.sheet.columns.some(({ block }) => block > 0)) return null
  const { mark, depth, label } = groupedBy(filling, nameOf)
  const byGroup = new Map<string, FoundGroup>()
  for (const { value, count } of await countRowsBy(filling.query, mark)) {
    const key = value.slice(0, depth)
    const group = byGroup.get(key) ?? { values: [], label: label(key), count: 0 }
    group.values.push(value)
    group.count += count
    byGroup.set(key, group)
  }
  const found = [...byGroup.values()]
  if (found.length === 0) return null
  const groups = assign(planned, found)
  const rows = layGroups(planned, groups).flatMap(({ first, count }) =>
    Array.from({ length: count }, (_, index) => first + index),
  )
  return { groups, order: { mark, values: groups.flatMap(({ values }) => values) }, rows }
}

/** Whether the numbers of a column may be added up: amounts that each row has of its own, no ages or averages. */
export const isSummed = ({ base }: SheetFilling, { place: { key }, source }: SourcedPlace): boolean => {
  const element = key === null ? undefined : findElement(key)
  if (!element?.unit || !['integer', 'decimal', 'money'].includes(element.type)) return false
  if (/岁|°|%/.test(element.unit) || /PerCapita$/.test(element.key)) return false
  // What hangs on the household stands with each of its members and would be counted over again.
  if (source?.held) return source.held.step === 'e' || (source.held.step === 's' && base.kind === 'ledger')
  return element.key === 'household.size' && base.name === 'household'
}
