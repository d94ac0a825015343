import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { EmptyState } from '../../../../platform/web/feedback/empty-state.tsx'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { type BodyLoad, getBodyLoads } from '../../contract-views.ts'
import '../matters.css'
import { ViewLinks } from '../view-links.tsx'

const LoadTable = ({ title, rows }: { title: string; rows: readonly BodyLoad[] }) => (
  <Section title={title}>
    <div className="table-scroll">
      <table className="record-table matter-table" aria-label={title}>
        <thead>
          <tr>
            <th scope="col">单位</th>
            <th scope="col">在办</th>
            <th scope="col">待签收</th>
            <th scope="col">今天到期</th>
            <th scope="col">超期</th>
            <th scope="col">待回访</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ body, owned, pending, today, overdue, answered }) => (
            <tr key={body.body}>
              <td data-title="单位">
                <PageLink to="/matters" search={{ tab: 'area', body: body.body }} className="matter-title">
                  {body.title}
                </PageLink>
              </td>
              <td data-title="在办">{owned}</td>
              <td data-title="待签收">{pending}</td>
              <td data-title="今天到期">{today}</td>
              <td data-title="超期" className={overdue > 0 ? 'overdue' : undefined}>
                {overdue}
              </td>
              <td data-title="待回访">{answered}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </Section>
)

/** 各单位的诉求: what lies before each community, grid and section; never by person. */
const BodiesPage = () => {
  const { area } = useViewpoint()
  const { data, error, refetch } = useRoute(getBodyLoads, { query: { area } }, { keepPrevious: true })
  const units = data?.rows.filter(({ body }) => body.body.startsWith('unit:')) ?? []
  const areas = data?.rows.filter(({ body }) => body.body.startsWith('area:')) ?? []
  return (
    <Page title="各单位的诉求" lead="谁手上有多少、什么最急；只看单位，不看个人。">
      <ViewLinks current="/matters/bodies" />
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {!data && !error && <Loading lines={8} />}
      {data && data.rows.length === 0 && (
        <EmptyState title="没有在办的诉求。" hint="有诉求在办时，这里列出各社区、网格和科室手上的件数。" />
      )}
      {units.length > 0 && <LoadTable title="科室和部门" rows={units} />}
      {areas.length > 0 && <LoadTable title="街道、社区、网格" rows={areas} />}
    </Page>
  )
}

export default BodiesPage
