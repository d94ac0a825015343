import type { ReactNode } from 'react'
import { formatDateChinese } from '../../../../core/time/index.ts'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { SourceLens } from '../../../../platform/web/lens/source-lens.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { getCoverage } from '../../coverage-contract.ts'
import { AreaTabs } from '../area-tabs.tsx'

interface ListProps {
  title: string
  unit: string
  /** What is counted, for the lens. */
  description: string
  count: number
  more?: boolean
  areaName: string
  asOf: string
  done: string
  children: ReactNode
}

/** One list to act on, its number with a lens; a sentence where nothing is left to do. */
const CoverageList = ({
  title,
  unit,
  description,
  count,
  more,
  areaName,
  asOf,
  done,
  children,
}: ListProps) => (
  <Section
    title={title}
    extra={
      <SourceLens
        stated={{ title, text: `${count}${more ? '+' : ''}`, unit, description, areaName, asOf }}
        label={`${title} ${count} ${unit}，查看出处`}
      />
    }
  >
    {count === 0 ? <p className="quiet">{done}</p> : children}
  </Section>
)

/** 覆盖情况: what nobody answers for, and soon will not; each line leads to where it is mended. */
const CoveragePage = () => {
  const { area } = useViewpoint()
  const { data, error, refetch } = useRoute(getCoverage, { query: { area } })
  if (error)
    return (
      <Page title="覆盖情况">
        <AreaTabs current="/areas/coverage" />
        <ProblemAlert problem={error} retry={() => void refetch()} />
      </Page>
    )
  if (!data) return <Loading lines={8} />
  const at = { areaName: data.areaName, asOf: data.asOf }
  const assign = (path: string, words: string) =>
    data.mayStaff && (
      <PageLink to="/settings/staff" search={{ give: path }} aria-label={`${words}：安排网格员`}>
        安排网格员
      </PageLink>
    )
  return (
    <Page title="覆盖情况" lead="哪里还没有人负责，哪里快要没有人负责。按今天的岗位和登记计算。">
      <AreaTabs current="/areas/coverage" />
      <CoverageList
        {...at}
        title="没有网格员的网格"
        unit="个"
        description="今天没有人在岗的网格：没有「网格员」岗位落在这个网格或包含它的区域。"
        count={data.grids.length}
        done="每个网格今天都有网格员。"
      >
        <ul className="plain-list">
          {data.grids.map((grid) => (
            <li key={grid.path} className="todo">
              <div>
                {grid.name}
                <p className="quiet">
                  {grid.communityName}，{grid.persons} 位居民
                  {grid.lastHolder && `，原由${grid.lastHolder}负责，到${formatDateChinese(grid.until!)}为止`}
                </p>
              </div>
              {assign(grid.path, grid.name)}
            </li>
          ))}
        </ul>
      </CoverageList>
      <CoverageList
        {...at}
        title="没有网格员的楼栋"
        unit="栋"
        description="登记的房屋所在楼栋中，今天没有网格员负责的；按小区和幢号合并。"
        count={data.buildings.length}
        more={data.buildingsMore}
        done="每栋楼今天都有网格员负责。"
      >
        <ul className="plain-list">
          {data.buildings.map((building) => (
            <li key={`${building.area} ${building.estate} ${building.number}`} className="todo">
              <div>
                {building.estate}
                {building.number ? `${building.number}幢` : '（没有幢号）'}
                <p className="quiet">
                  {building.areaName}，{building.dwellings} 套房屋
                </p>
              </div>
              {assign(building.area, `${building.estate}${building.number}幢`)}
            </li>
          ))}
        </ul>
      </CoverageList>
      <Section
        title="没有分到网格的居民和房屋"
        extra={
          <SourceLens metric="areas.residentsOutsideGrids" area={area}>
            口径
          </SourceLens>
        }
      >
        {data.outside.length === 0 ? (
          <p className="quiet">每位居民和每套房屋都在某个网格里。</p>
        ) : (
          <ul className="plain-list">
            {data.outside.map((row) => (
              <li key={row.area} className="todo">
                <div>
                  {row.areaName}
                  <p className="quiet">
                    {row.persons} 位居民，{row.dwellings} 套房屋只登记到社区
                  </p>
                </div>
                <PageLink
                  to="/metrics/areas.residentsOutsideGrids/records"
                  search={{ area: row.area }}
                  aria-label={`${row.areaName}：查看没有网格的居民`}
                >
                  查看名单
                </PageLink>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <CoverageList
        {...at}
        title="30 天内到期的岗位"
        unit="个"
        description="30 天内结束、之后没有人接的岗位。"
        count={data.ending.length}
        done="30 天内没有岗位到期。"
      >
        <ul className="plain-list">
          {data.ending.map((post) => (
            <li key={post.id} className="todo">
              <div>
                {post.areaName}
                {post.roleTitle}：{post.name}
                <p className="quiet">到 {post.to} 结束，还没有人接</p>
              </div>
              {data.mayStaff && (
                <PageLink
                  to="/settings/staff"
                  search={{ post: post.id }}
                  aria-label={`${post.areaName}${post.roleTitle}${post.name}：交接`}
                >
                  交接
                </PageLink>
              )}
            </li>
          ))}
        </ul>
      </CoverageList>
    </Page>
  )
}

export default CoveragePage
