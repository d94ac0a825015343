import { formatDateChinese } from '../../../../core/time/index.ts'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { EmptyState } from '../../../../platform/web/feedback/empty-state.tsx'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { ScrollTable } from '../../../../platform/web/table/scroll-table.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { getFormBurden } from '../../contract-burden.ts'
import '../forms.css'

const hours = (minutes: number): string =>
  minutes >= 90 ? `${(minutes / 60).toFixed(1)} 小时` : `${Math.round(minutes)} 分钟`

/** 填表负担: what was asked of whom, what the machine took over, and what was asked twice. */
const BurdenPage = () => {
  const { area } = useViewpoint()
  const { data, error, isPending, refetch } = useRoute(getFormBurden, { query: { area } })
  return (
    <Page title="填表负担" lead={<PageLink to="/forms">表格填报</PageLink>}>
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {isPending && !error && <Loading lines={6} />}
      {data && data.requests === 0 && (
        <EmptyState
          title="接收过下发的表以后，这里算出谁要了多少、机器代填了多少。"
          hint={<PageLink to="/forms">接收一张表</PageLink>}
        />
      )}
      {data && data.requests > 0 && (
        <>
          <p role="status">
            {formatDateChinese(data.from)}至{formatDateChinese(data.to)}，收到 {data.requests} 张表，机器代填{' '}
            {data.cells} 格，约省 {hours(data.minutes)}。
          </p>
          <p className="quiet">{data.assumption}</p>
          <Section title="谁要得多">
            <ScrollTable title="各部门">
              <table className="record-table" aria-label="各部门">
                <thead>
                  <tr>
                    <th scope="col">部门</th>
                    <th scope="col">张数</th>
                    <th scope="col">代填格数</th>
                    <th scope="col">约省</th>
                  </tr>
                </thead>
                <tbody>
                  {data.byDepartment.map((line) => (
                    <tr key={line.askedBy}>
                      <th scope="row">{line.askedBy || '没有写明'}</th>
                      <td>{line.requests}</td>
                      <td>{line.cells}</td>
                      <td>{hours(line.minutes)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollTable>
          </Section>
          <Section title="反复要的项目">
            {data.repeated.length === 0 ? (
              <p className="quiet">这段时间没有哪一项被要过两次。</p>
            ) : (
              <ul className="plain-list form-burden">
                {data.repeated.map((field) => (
                  <li key={field.element}>
                    <strong>{field.title}</strong> 要过 {field.times} 次
                    <p className="quiet">
                      {field.requests.slice(0, 4).map((request, index) => (
                        <span key={request.request}>
                          {index > 0 && '；'}
                          <PageLink to={`/forms/${request.request}`}>{request.title}</PageLink>（
                          {[request.askedBy, request.on, request.answered && '已报']
                            .filter(Boolean)
                            .join('，')}
                          ）
                        </span>
                      ))}
                    </p>
                  </li>
                ))}
              </ul>
            )}
          </Section>
        </>
      )}
    </Page>
  )
}

export default BurdenPage
