import { extentOf } from '../../../../core/geometry/index.ts'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { useGo, usePageSearch } from '../../../../platform/web/address/use-address.ts'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { EmptyState } from '../../../../platform/web/feedback/empty-state.tsx'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { getAreaMap } from '../../../areas/index.ts'
import { AreaMap, type MapMark } from '../../../areas/web/index.ts'
import { getMatterMap, type MatterCluster } from '../../contract-views.ts'
import '../matters.css'
import { ViewLinks } from '../view-links.tsx'

/** So many circles side by side can still be told apart. */
const squaresAcross = 14

const wordCluster = ({ count, overdue, title }: MatterCluster) =>
  count === 1
    ? `${title}${overdue ? '，已超期' : ''}`
    : `这里有 ${count} 件${overdue ? `，其中超期 ${overdue} 件` : ''}`

const sizeOf = (count: number) => Math.min(2.2, 0.9 + Math.log10(count) * 0.6)

/** 诉求地图: open matters over the areas' own boundaries, near ones as one circle; an area opens at a click. */
const MapPage = () => {
  const { area: lookedAt } = useViewpoint()
  const { overdue } = usePageSearch()
  const go = useGo()
  const drawn = useRoute(getAreaMap, { query: { area: lookedAt } }, { keepPrevious: true })
  const boundaries = drawn.data
    ? [drawn.data.area, ...drawn.data.children].flatMap(({ boundary }) => (boundary ? [boundary] : []))
    : []
  const [west = 0, , east = 0.03] = extentOf(boundaries, []) ?? []
  const late = overdue === 'true' ? ('true' as const) : undefined
  const area = drawn.data?.area.path
  const { data, error, refetch } = useRoute(
    getMatterMap,
    { query: { area, overdue: late, cell: Math.max((east - west) / squaresAcross, 0.00005) } },
    { enabled: area !== undefined, keepPrevious: true },
  )
  const counts = new Map(data?.areas.map((each) => [each.path, each]))
  const textOf = (path: string) => `${counts.get(path)?.count ?? 0} 件`
  const marks: MapMark[] = (data?.clusters ?? []).map((cluster) => ({
    key: `${cluster.longitude} ${cluster.latitude}`,
    longitude: cluster.longitude,
    latitude: cluster.latitude,
    text: cluster.count === 1 ? '' : String(cluster.count),
    label: wordCluster(cluster),
    href: cluster.id ? `/matters/${cluster.id}` : '/matters?tab=area',
    size: sizeOf(cluster.count),
    className: cluster.overdue > 0 ? 'map-building matter-mark late' : 'map-building matter-mark',
    choose: () => go(cluster.id ? `/matters/${cluster.id}` : '/matters', cluster.id ? {} : { tab: 'area' }),
  }))
  return (
    <Page
      title="诉求地图"
      lead={
        drawn.data && (
          <nav aria-label="所在位置" className="map-lineage">
            {drawn.data.lineage.map(({ path, name }) =>
              path === area ? (
                <span key={path}>{name}</span>
              ) : (
                <PageLink key={path} to="/matters/map" search={{ area: path }}>
                  {name}
                </PageLink>
              ),
            )}
          </nav>
        )
      }
      side={
        data &&
        drawn.data && (
          <Section title="各区域在办">
            <ul className="plain-list">
              {drawn.data.children.map(({ path, name }) => (
                <li key={path}>
                  <p>
                    <PageLink to="/matters/map" search={{ area: path }}>
                      {name}
                    </PageLink>{' '}
                    {textOf(path)}
                    {(counts.get(path)?.overdue ?? 0) > 0 && (
                      <>
                        ，<span className="overdue">超期 {counts.get(path)?.overdue}</span>
                      </>
                    )}
                  </p>
                </li>
              ))}
            </ul>
          </Section>
        )
      }
    >
      <ViewLinks current="/matters/map" />
      <nav className="state-chips" aria-label="筛选">
        <PageLink
          to="/matters/map"
          search={{ area: lookedAt, ...(late ? {} : { overdue: 'true' }) }}
          className={late ? 'state-chip current' : 'state-chip'}
          aria-current={late ? 'true' : undefined}
        >
          只看超期
        </PageLink>
      </nav>
      <ProblemAlert problem={drawn.error ?? error} retry={() => void refetch()} />
      {!data && !error && !drawn.error && <Loading lines={10} />}
      {data && drawn.data && boundaries.length === 0 && (
        <EmptyState
          title="这里会画出各区域的诉求。"
          hint="还没有导入边界：在“辖区网格”的“调整网格”里上传 GeoJSON 边界文件。"
        />
      )}
      {data && drawn.data && boundaries.length > 0 && (
        <AreaMap
          label={`${drawn.data.area.name}的诉求地图`}
          area={drawn.data.area}
          areas={drawn.data.children}
          marks={marks}
          shadeOf={() => undefined}
          textOf={textOf}
          choose={(path) => go('/matters/map', { area: path })}
          chosen={undefined}
        />
      )}
      {data && data.unplaced > 0 && (
        <p className="quiet">另有 {data.unplaced} 件没有在地图上标位置，只算在所在区域里。</p>
      )}
    </Page>
  )
}

export default MapPage
