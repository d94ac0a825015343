import { useGo } from '../../../../platform/web/address/use-address.ts'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { Section } from '../../../../platform/web/page/section.tsx'
import { getAreaMap } from '../../../areas/index.ts'
import { AreaMap, type MapMark } from '../../../areas/web/index.ts'
import type { HotSpot } from '../../contract-hot-spots.ts'
import { categoryTitle } from '../words.ts'
import { keyOf, nameSpot } from './spot-list.tsx'

/** Those hot spots whose place somebody set on the map, as circles with the number of matters. */
export const SpotMap = ({ area, spots }: { area: string | undefined; spots: readonly HotSpot[] }) => {
  const go = useGo()
  const { data } = useRoute(getAreaMap, { query: { area } }, { keepPrevious: true })
  const placed = spots.filter(({ longitude, latitude }) => longitude !== null && latitude !== null)
  const drawn = data && [data.area, ...data.children].some(({ boundary }) => boundary !== null)
  if (placed.length === 0 || !data || !drawn) return null
  const marks: MapMark[] = placed.map((spot) => {
    const latest = `/matters/${spot.matters[0]?.id}`
    return {
      key: keyOf(spot),
      longitude: spot.longitude!,
      latitude: spot.latitude!,
      text: String(spot.count),
      label: `${nameSpot(spot)}，${categoryTitle(spot.category)} ${spot.count} 件，打开最近一件`,
      href: latest,
      size: Math.min(1.8, 0.9 + Math.log10(spot.count) * 0.6),
      className: 'map-building matter-mark',
      choose: () => go(latest),
    }
  })
  const counts = (path: string) => spots.filter((spot) => spot.area.startsWith(path)).length
  return (
    <Section title="在地图上">
      <AreaMap
        label={`${data.area.name}的重复问题`}
        area={data.area}
        areas={data.children}
        marks={marks}
        shadeOf={() => undefined}
        textOf={(path) => (counts(path) ? `${counts(path)} 处` : '')}
        choose={(path) => go('/matters/hot-spots', { area: path })}
        chosen={undefined}
      />
      {placed.length < spots.length && (
        <p className="quiet">另有 {spots.length - placed.length} 处没有在地图上标位置，只在列表里。</p>
      )}
    </Section>
  )
}
