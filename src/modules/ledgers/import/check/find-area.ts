import { isAreaPath, pathOfCode } from '../../../../core/area/index.ts'
import { nearest } from '../../../../core/nearest.ts'
import { type Parsed, parsed, refused } from '../../../../core/parsed.ts'
import { compactText } from '../../../../core/plain-text.ts'
import { arabicNumerals } from '../../../../core/time/chinese-numeral.ts'
import type { AreaView } from '../../../../platform/contract/session.ts'

export type FindArea = (places: Readonly<Record<string, string>>) => Parsed<string | undefined>

const endings = /(居民委员会|村民委员会|居委会|村委会|社区|网格|村)$/

/** Names as people write them: 幸福, 幸福社区, 幸福社区居委会; 第一网格, 1网格. */
const shorten = (name: string): string => {
  const short = name.replace(endings, '').replace(endings, '')
  return arabicNumerals(short === '' ? name : short).replace(/第(?=\d)/, '')
}

const communityLength = 12

/** An area with the names that people may mean it by. */
interface Named {
  readonly area: AreaView
  readonly names: readonly string[]
}

/** Within 幸福社区 the grid 幸福第一网格 is called 第一网格 too. */
const nameAreas = (areas: readonly AreaView[], communities: readonly AreaView[]): Named[] => {
  const shortNames = new Map(
    communities.map(({ path, name }) => [path, compactText(name).replace(endings, '')]),
  )
  return areas.map((area) => {
    const name = compactText(area.name)
    const prefix = shortNames.get(area.path.slice(0, communityLength))
    const isPrefixed = prefix && name.length > prefix.length && name.startsWith(prefix)
    return { area, names: isPrefixed ? [name, name.slice(prefix.length)] : [name] }
  })
}

const findNamed = (areas: readonly Named[], written: string): AreaView[] => {
  const those = (test: (named: Named) => boolean) => areas.filter(test).map(({ area }) => area)
  if (/^\d{12,27}$/.test(written)) {
    const path = pathOfCode(written)
    return isAreaPath(path) ? those(({ area }) => area.path === path) : []
  }
  const exact = those(({ names }) => names.includes(written))
  if (exact.length > 0) return exact
  const short = shorten(written)
  return those(({ names }) => names.some((name) => shorten(name) === short))
}

const notFound = (kind: string, written: string, areas: readonly Named[]): Parsed<never> => {
  const near = nearest(
    written,
    areas.map(({ area }) => area.name),
  )
  return refused(
    `在您的辖区里没有找到${kind}“${written}”${near.length > 0 ? `，最接近的是${near.map((name) => `“${name}”`).join('、')}` : ''}。`,
  )
}

/**
 * Finds areas by the names that a row gives, among those below the import's area. Answers undefined where the row
 * names none.
 */
export const makeFindArea = (areas: readonly AreaView[]): FindArea => {
  const villages = areas.filter(({ path }) => path.length === communityLength)
  const communities = nameAreas(villages, [])
  const grids = nameAreas(
    areas.filter(({ path }) => path.length > communityLength),
    villages,
  )
  const find: FindArea = (places) => {
    const village = places['area.village'] && compactText(places['area.village'])
    const grid = places['area.grid'] && compactText(places['area.grid'])
    const inVillage = village ? findNamed(communities, village) : []
    if (village && inVillage.length === 0) return notFound('社区', village, communities)
    if (inVillage.length > 1) return refused(`有 ${inVillage.length} 个社区叫“${village}”，请写全称。`)
    const community = inVillage[0]
    if (!grid) return parsed(community?.path)
    const within = community ? grids.filter(({ area }) => area.path.startsWith(community.path)) : grids
    const found = findNamed(within, grid)
    if (found.length === 1) return parsed(found[0]!.path)
    if (found.length > 1)
      return refused(`有 ${found.length} 个网格叫“${grid}”，请补上所属社区，或写网格全称。`)
    // Columns called 所属网格 often name the community alone.
    const named = community ? [] : findNamed(communities, grid)
    return named.length === 1 ? parsed(named[0]!.path) : notFound('网格', grid, within)
  }
  const known = new Map<string, Parsed<string | undefined>>()
  return (places) => {
    const key = `${places['area.village'] ?? ''}\n${places['area.grid'] ?? ''}`
    const answer = known.get(key) ?? find(places)
    known.set(key, answer)
    return answer
  }
}
