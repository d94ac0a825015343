import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { EmptyState } from '../../../../platform/web/feedback/empty-state.tsx'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { listGapRecords } from '../../contract-gaps.ts'
import '../forms.css'
import { GapRecord } from './gap-record.tsx'

/** One short page: who lacks what in one's own areas; what is entered goes into the ledger first. */
const GapsPage = () => {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { area, past } = useViewpoint()
  const [cursor, setCursor] = useState<string | undefined>()
  const { data, error, isPending, refetch } = useRoute(
    listGapRecords,
    { params: { request: id }, query: { area, cursor } },
    { keepPrevious: true },
  )
  return (
    <Page
      title={data ? `补填“${data.title}”` : '补填缺项'}
      lead={
        data &&
        [data.askedBy, data.deadline && `${data.deadline} 前报`, data.total > 0 && `还有 ${data.total} 条`]
          .filter(Boolean)
          .join(' · ')
      }
    >
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {isPending && !error && <Loading lines={6} />}
      {past && <EmptyState title="正在查看过去的日期，不能补填。" hint="请先在上方把日期换回今天。" />}
      {data && data.rows.length === 0 && (
        <EmptyState title="这张表在您的辖区没有缺项了。" hint={<PageLink to="/">回到工作台</PageLink>} />
      )}
      {data && data.rows.length > 0 && !past && (
        <ol className="plain-list form-gaps">
          {data.rows.map((row) => (
            <li key={row.records.map((record) => record.id).join()}>
              <p>
                <strong>{row.name}</strong>{' '}
                <span className="quiet">{[row.areaName, row.detail].filter(Boolean).join(' · ')}</span>
              </p>
              {row.records.map((record) => (
                <GapRecord
                  key={`${record.id}.${record.version}`}
                  request={id}
                  record={record}
                  name={row.name}
                />
              ))}
            </li>
          ))}
        </ol>
      )}
      {data?.next && <Button onClick={() => setCursor(data.next ?? undefined)}>下一页</Button>}
    </Page>
  )
}

export default GapsPage
