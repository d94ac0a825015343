import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { usePageSearch } from '../../../../platform/web/address/use-address.ts'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { EmptyState } from '../../../../platform/web/feedback/empty-state.tsx'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { TabLinks, useTab } from '../../../../platform/web/page/tab-links.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import type { MatterLine } from '../../contract.ts'
import { getBoard } from '../../contract-views.ts'
import '../matters.css'
import { ViewLinks } from '../view-links.tsx'
import { stateTitle, wordLeft } from '../words.ts'

const tabs = [
  { key: 'mine', title: '我单位的' },
  { key: 'area', title: '辖区全部' },
]

const Card = ({ matter }: { matter: MatterLine }) => (
  <li className="board-card">
    <PageLink to={`/matters/${matter.id}`} className="matter-title">
      {matter.title}
    </PageLink>
    <span className="quiet">{matter.place || matter.areaName}</span>
    <span className="board-foot">
      <span className="quiet">{(matter.pending ?? matter.owner).title}</span>
      {matter.dueAt && <span className={matter.overdue ? 'overdue' : 'quiet'}>{wordLeft(matter.dueAt)}</span>}
    </span>
  </li>
)

/** 诉求看板: open matters in columns by where they stand, the most pressing on top. */
const BoardPage = () => {
  const tab = useTab(tabs)
  const { overdue } = usePageSearch()
  const { area } = useViewpoint()
  const query = {
    area,
    view: tab === 'mine' ? ('mine' as const) : ('area' as const),
    overdue: overdue === 'true' ? ('true' as const) : undefined,
  }
  const { data, error, refetch } = useRoute(getBoard, { query }, { keepPrevious: true })
  const shown = data?.columns.filter(({ count }) => count > 0) ?? []
  return (
    <Page title="诉求看板" lead="按办到哪一步排开，快到期的在上面。">
      <ViewLinks current="/matters/board" />
      <TabLinks label="范围" tabs={tabs} path="/matters/board" />
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {!data && !error && <Loading lines={8} />}
      {data && shown.length === 0 && (
        <EmptyState title="没有在办的诉求。" hint="受理以后，会按状态排在这里。" />
      )}
      {shown.length > 0 && (
        <div className="board">
          {shown.map(({ state, count, rows }) => (
            <section key={state} className="board-column" aria-label={`${stateTitle(state)} ${count} 件`}>
              <h2>
                {stateTitle(state)} <b>{count}</b>
              </h2>
              <ul>
                {rows.map((matter) => (
                  <Card key={matter.id} matter={matter} />
                ))}
              </ul>
              {count > rows.length && (
                <PageLink to="/matters" search={{ state, ...(tab === 'area' ? { tab } : {}) }}>
                  还有 {count - rows.length} 件
                </PageLink>
              )}
            </section>
          ))}
        </div>
      )}
    </Page>
  )
}

export default BoardPage
