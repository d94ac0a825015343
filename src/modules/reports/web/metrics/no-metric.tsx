import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { EmptyState } from '../../../../platform/web/feedback/empty-state.tsx'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'

/** While the catalogue is read, and where it has no such metric. */
export const NoMetric = ({ missing, error }: { missing: boolean; error: Error | null }) => (
  <Page title="指标">
    <ProblemAlert problem={error} />
    {!missing && !error && <Loading lines={6} />}
    {missing && (
      <EmptyState
        title="目录里没有这个指标。"
        hint="可能改了名称。"
        action={<PageLink to="/metrics">看指标目录</PageLink>}
      />
    )}
  </Page>
)
