import { EmptyState } from '../feedback/empty-state.tsx'
import { Loading } from '../feedback/loading.tsx'
import { ProblemAlert } from '../feedback/problem-alert.tsx'
import { Page } from '../page/page.tsx'
import { LoadMore } from '../table/load-more.tsx'
import './audit.css'
import { AuditFilters } from './audit-filters.tsx'
import { AuditRows } from './audit-rows.tsx'
import { useAudit } from './use-audit.ts'
import { VerifyChain } from './verify-chain.tsx'

/** 操作记录: every change and every look at sensitive values, newest first, and whether the chain is whole. */
const AuditPage = () => {
  const { entries, actions, narrowed, pending, error, retry, more, loadingMore, loadMore } = useAudit()
  return (
    <Page
      title="操作记录"
      lead="谁在什么时候做了什么、看了什么、为了什么。记录只增不改，分批封存成链。"
      actions={<VerifyChain />}
    >
      <AuditFilters actions={actions} />
      <ProblemAlert problem={error} retry={retry} />
      {pending && !error && <Loading lines={10} />}
      {!pending &&
        entries.length === 0 &&
        (narrowed ? (
          <EmptyState title="没有符合条件的记录。" hint="减少一项筛选，或把日期放宽。" />
        ) : (
          <EmptyState
            title="这里会列出操作记录。"
            hint="登记、修改、导出、查看原文都会自动记下，不用人工填写。"
          />
        ))}
      {entries.length > 0 && <AuditRows entries={entries} />}
      {more && <LoadMore loading={loadingMore} loadMore={loadMore} />}
    </Page>
  )
}

export default AuditPage
