import { Button } from 'antd'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { useGo } from '../../../../platform/web/address/use-address.ts'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { EmptyState } from '../../../../platform/web/feedback/empty-state.tsx'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { listReports } from '../../contract.ts'
import { ReportRows } from './report-rows.tsx'

/** 报表汇报: the reports made so far. */
const ListPage = () => {
  const { data, error, isPending, refetch } = useRoute(listReports)
  const go = useGo()
  const make = (
    <Button type="primary" onClick={() => go('/reports/new')}>
      生成汇报
    </Button>
  )
  return (
    <Page
      title="报表汇报"
      lead="汇报里的每个数字都能点开看出处；定稿以后数字不再变。"
      actions={
        <>
          {make}
          <Button onClick={() => go('/reports/templates')}>汇报模板</Button>
        </>
      }
    >
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {isPending && !error && <Loading lines={6} />}
      {data && data.reports.length === 0 && (
        <EmptyState
          title="生成的汇报会列在这里。"
          hint={
            <>
              选模板、区域和期间，数字由系统填好。已有写好的汇报，可以直接
              <PageLink to="/check">核对</PageLink>。
            </>
          }
          action={make}
        />
      )}
      {data && data.reports.length > 0 && <ReportRows reports={data.reports} />}
    </Page>
  )
}

export default ListPage
