import { Select } from 'antd'
import { useState } from 'react'
import { getBreakdown, listMetrics, type MetricView } from '../../../../platform/contract/figures.ts'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { useGo, usePageSearch, useSetPageSearch } from '../../../../platform/web/address/use-address.ts'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { EmptyState } from '../../../../platform/web/feedback/empty-state.tsx'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { useMay } from '../../../../platform/web/session/use-me.ts'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { wordNumber } from '../../../../platform/web/wording/word-number.ts'
import { recordPage } from '../../../registry/index.ts'
import { type BuildingView, getAreaMap } from '../../contract.ts'
import { AreaTabs } from '../area-tabs.tsx'
import { ResponsibleList } from '../responsible-list.tsx'
import { AreaMap, type MapMark } from './area-map.tsx'
import { BuildingList } from './building-list.tsx'
import { FacilityList } from './facility-list.tsx'
import { MapList } from './map-list.tsx'
import { shadeBounds, shadeOf, wordShades } from './shades.ts'

const usual = 'registry.residents'

/** The metric that the map is coloured by, and its value for each area. */
const useColours = (path: string | undefined, asOf: string | undefined, enabled: boolean) => {
  const { metric: wanted = usual } = usePageSearch()
  const metrics =
    useRoute(listMetrics, {}, { enabled }).data?.metrics.filter(({ flow }) => flow === 'stock') ?? []
  const metric = metrics.find(({ name }) => name === wanted) ?? metrics[0]
  const { data } = useRoute(
    getBreakdown,
    { params: { metric: metric?.name ?? usual }, query: { by: 'area', area: path, asOf } },
    { enabled: enabled && metric !== undefined && path !== undefined, keepPrevious: true },
  )
  const values = new Map(data?.groups.map(({ key, value }) => [key, value]))
  const numbers = [...values.values()].filter((value): value is number => value !== null)
  return { metrics, metric, values, numbers, bounds: shadeBounds(numbers) }
}

const marksOf = (buildings: readonly BuildingView[], choose: (building: BuildingView) => void): MapMark[] =>
  buildings.flatMap((building) => {
    const { estate, number, longitude, latitude, households, persons } = building
    if (longitude === null || latitude === null) return []
    return [
      {
        key: `${estate} ${number}`,
        longitude,
        latitude,
        text: number,
        label: `${estate}${number}幢，${households} 户 ${persons} 人`,
        href: `?building=${encodeURIComponent(`${estate}${number}`)}`,
        choose: () => choose(building),
      },
    ]
  })

const Legend = ({ metric, numbers, bounds }: { metric: MetricView; numbers: number[]; bounds: number[] }) => (
  <ul className="map-legend" aria-label={`颜色深浅：${metric.title}`}>
    {wordShades(numbers, bounds).map((words, shade) => (
      <li key={words}>
        <span className="map-shade" data-shade={shade} aria-hidden="true" />
        {words}
        {metric.unit}
      </li>
    ))}
  </ul>
)

/** 辖区网格: our own boundaries, coloured by a metric, on any day; a grid shows its buildings. */
const MapPage = () => {
  const { query, asOf, area: wanted } = useViewpoint()
  const go = useGo()
  const setSearch = useSetPageSearch()
  const may = useMay()
  const [building, setBuilding] = useState<BuildingView>()
  const { data, error, refetch } = useRoute(getAreaMap, { query }, { keepPrevious: true })
  const reads = may('metric.read') && may('registry.read')
  const { metrics, metric, values, numbers, bounds } = useColours(data?.area.path, asOf, reads)
  if (error)
    return (
      <Page title="辖区网格">
        <AreaTabs current="/areas" />
        <ProblemAlert problem={error} retry={() => void refetch()} />
      </Page>
    )
  if (!data) return <Loading lines={10} />
  const { area, children, lineage, buildings, facilities } = data
  const textOf = (path: string) => {
    const value = values.get(path)
    return value === null || value === undefined ? '—' : `${wordNumber(value)}`
  }
  const drawn = [area, ...children].some(({ boundary }) => boundary !== null)
  return (
    <Page
      title="辖区网格"
      lead={
        <nav aria-label="所在位置" className="map-lineage">
          {lineage.map(({ path, name }) =>
            path === area.path ? (
              <span key={path}>{name}</span>
            ) : (
              <PageLink key={path} to="/areas" search={{ area: path }}>
                {name}
              </PageLink>
            ),
          )}
        </nav>
      }
      actions={
        metric &&
        children.length > 0 && (
          <Select
            aria-label="按哪个指标着色"
            className="map-metric"
            showSearch={{ optionFilterProp: 'label' }}
            value={metric.name}
            options={metrics.map(({ name, title }) => ({ value: name, label: title }))}
            onChange={(name: string) => setSearch({ metric: name }, { replace: true })}
          />
        )
      }
      side={
        <>
          {children.length > 0 && metric && (
            <Section title="各区域">
              <MapList areas={children} metric={metric} textOf={textOf} asOf={asOf} />
            </Section>
          )}
          {children.length > 0 && !metric && (
            <Section title="各区域">
              <ul className="plain-list">
                {children.map(({ path, name }) => (
                  <li key={path}>
                    <PageLink to="/areas" search={{ area: path }}>
                      {name}
                    </PageLink>
                  </li>
                ))}
              </ul>
            </Section>
          )}
          {building?.area.startsWith(area.path) && (
            <Section title={`${building.estate}${building.number}幢`}>
              <p>
                {building.dwellings} 套房屋，{building.households} 户，{building.persons} 人。
              </p>
            </Section>
          )}
          {buildings.length > 0 && (
            <Section title="楼栋">
              <BuildingList buildings={buildings} />
            </Section>
          )}
          {facilities.length > 0 && (
            <Section title="场所设施">
              <FacilityList facilities={facilities} />
            </Section>
          )}
          {may('registry.read') && !['district', 'subdistrict'].includes(area.level) && (
            <Section title="谁负责">
              <ResponsibleList area={area.path} />
            </Section>
          )}
        </>
      }
    >
      <AreaTabs current="/areas" />
      {drawn ? (
        <>
          <AreaMap
            label={`${area.name}的地图`}
            area={area}
            areas={children}
            facilities={facilities}
            marks={marksOf(buildings, setBuilding)}
            shadeOf={(path) => shadeOf(values.get(path), bounds)}
            textOf={(path) => (metric ? `${textOf(path)}${metric.unit}` : '')}
            choose={(path) => go('/areas', { area: path })}
            chosen={wanted}
            chooseFacility={({ id }) => go(recordPage('facility', id)!)}
          />
          {metric && children.length > 0 && <Legend metric={metric} numbers={numbers} bounds={bounds} />}
        </>
      ) : (
        <EmptyState
          title="这里会画出各网格的边界。"
          hint={
            may('area.manage')
              ? '在「调整网格」里上传 GeoJSON 边界文件，或用 youju areas import 边界.geojson 导入。'
              : '还没有导入边界，请社区书记或街道在「调整网格」里上传。'
          }
        />
      )}
    </Page>
  )
}

export default MapPage
