import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { EmptyState } from '../../../../platform/web/feedback/empty-state.tsx'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { wordInstant } from '../../../../platform/web/wording/word-instant.ts'
import { listImports } from '../../contract.ts'
import { stateTitles, wordCounts } from './import-words.ts'

/** The imports of late, each with what came of it. */
export const RecentImports = () => {
  const { data, error, isPending, refetch } = useRoute(listImports)
  if (error) return <ProblemAlert problem={error} retry={() => void refetch()} />
  if (isPending) return <Loading lines={3} />
  if (data.imports.length === 0)
    return <EmptyState title="导入过的表格会列在这里。" hint="没确认的可以接着做，有错误的行可以再下载。" />
  return (
    <ul className="plain-list">
      {data.imports.map((one) => (
        <li key={one.id} className="import-line">
          <PageLink to={`/ledgers/import/${one.id}`}>{one.fileName}</PageLink>
          <span>{one.ledgerTitle}</span>
          <span className="quiet">{[stateTitles[one.state], wordCounts(one)].filter(Boolean).join(':')}</span>
          <span className="quiet">{wordInstant(one.createdAt)}</span>
        </li>
      ))}
    </ul>
  )
}
