import type { AreaView } from '../../../platform/contract/session.ts'

/** Where a sentence speaks of. */
export type Place =
  /** Areas of the tree by their paths; several of one name where it is not unique. */
  | { readonly kind: 'known'; readonly areas: readonly string[]; readonly name: string }
  /** 本社区, 全街道: the one of that level on the way to the area compared. */
  | { readonly kind: 'level'; readonly digits: number; readonly name: string }
  /** A place that is not one of ours, or no single one. */
  | { readonly kind: 'foreign'; readonly name: string }

export interface FoundPlace {
  readonly place: Place
  readonly start: number
  readonly end: number
}

const kinds: Readonly<Record<string, number>> = { 区: 6, 县: 6, 街道: 9, 社区: 12, 网格: 15 }
const generic = /(?<own>本|我|全|我们|整个)(?<kind>社区|街道|网格|区(?!域|间|内|别)|县(?!城))/g
const several =
  /(?<!辖|辖有|共有|现有|设有)(?:各(?!类|种)|每个|每|多个|两个|几个|其他|其它|周边|兄弟|外|\d+个|[一二三四五六七八九十]+个)(?:社区|街道|网格|小区|村)|全市|全省|全国|全州|本市|我市|我省/g
const named =
  /([\u4e00-\u9fff]{2,8}?)(社区|街道|网格|小区|村委会|居委会|村|镇|乡|县|市|省)(?!居民|群众|工作|干部|服务|建设|治理|发展|文化|医|书记|容|场|民|政|级|委|属|情|区)/g
/** What stands before 社区 without naming one. */
const nameless =
  /(?:辖区|所辖|下辖|管辖|位于|属于|[在为是向进入对全本我该各的了和及与建设型级,.，、。:：;；(（]|示范|智慧|和谐|文明|幸福的|城市|农村|老旧|走进|深入|服务|建设|新型|绿色|平安的|基层|我们|街道|所属|年|月|底|末|日|来|止|今|前|现)$/

/** Every place that a sentence names, left to right. */
export const readPlaces = (sentence: string, areas: readonly AreaView[]): FoundPlace[] => {
  const found: FoundPlace[] = []
  const free = (start: number, end: number) => !found.some((one) => one.start < end && start < one.end)
  const put = (place: Place, start: number, end: number) => {
    if (free(start, end)) found.push({ place, start, end })
  }
  const byName = new Map<string, string[]>()
  for (const { name, path } of areas) byName.set(name, [...(byName.get(name) ?? []), path])
  for (const [name, paths] of [...byName].sort(([one], [other]) => other.length - one.length))
    for (let at = sentence.indexOf(name); at >= 0; at = sentence.indexOf(name, at + 1))
      put({ kind: 'known', areas: paths, name }, at, at + name.length)
  for (const match of sentence.matchAll(several))
    put({ kind: 'foreign', name: match[0] }, match.index, match.index + match[0].length)
  // 下辖6个社区: it is the subdistrict that has them.
  for (const match of sentence.matchAll(/辖有?(?:\d+|[一二三四五六七八九十]+)个(社区|网格)/g))
    put(
      { kind: 'level', digits: kinds[match[1]!]! - 3, name: match[0] },
      match.index,
      match.index + match[0].length,
    )
  // 全县 is not ours where the office lies in a 区.
  const district = areas.find(({ path }) => path.length === kinds.区)?.name ?? ''
  for (const match of sentence.matchAll(generic)) {
    const kind = match.groups!.kind!
    const ours = kinds[kind] !== kinds.区 || district.endsWith(kind)
    put(
      ours ? { kind: 'level', digits: kinds[kind]!, name: match[0] } : { kind: 'foreign', name: match[0] },
      match.index,
      match.index + match[0].length,
    )
  }
  // 社区 alone at the head of a clause is the one whose report this is.
  for (const match of sentence.matchAll(
    /(?<=^|[,，。;；:：、])(社区|街道)(?!工作|干部|党|服务|居委|办事处)/g,
  ))
    put({ kind: 'level', digits: kinds[match[0]]!, name: match[0] }, match.index, match.index + 2)
  for (const match of sentence.matchAll(named))
    if (!nameless.test(match[1]!))
      put({ kind: 'foreign', name: match[0] }, match.index, match.index + match[0].length)
  return found.sort((one, other) => one.start - other.start)
}

/** The area that is meant, seen from the area that the report is about; undefined where that cannot be told. */
export const areaOf = (place: Place | undefined, around: string): string | undefined => {
  if (!place) return around
  if (place.kind === 'level') return around.length >= place.digits ? around.slice(0, place.digits) : undefined
  if (place.kind === 'foreign') return undefined
  const near = place.areas.filter((path) => path.startsWith(around) || around.startsWith(path))
  const meant = near.length > 0 ? near : place.areas
  return meant.length === 1 ? meant[0] : undefined
}
