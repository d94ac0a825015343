import { Button, Input } from 'antd'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { useGo, usePageSearch, useSetPageSearch } from '../../../../platform/web/address/use-address.ts'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { EmptyState } from '../../../../platform/web/feedback/empty-state.tsx'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { TabLinks, useTab } from '../../../../platform/web/page/tab-links.tsx'
import { useMay } from '../../../../platform/web/session/use-me.ts'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { listMatters } from '../../contract.ts'
import { MatterRows } from './matter-rows.tsx'
import '../matters.css'
import { ViewLinks } from '../view-links.tsx'
import { StateFilter } from './state-filter.tsx'

const allTabs = [
  { key: 'mine', title: '我单位的' },
  { key: 'area', title: '辖区全部' },
  { key: 'closed', title: '已办结' },
]

/** 诉求: what one's bodies have before them, what stands in one's area, what is over. */
const ListPage = () => {
  const may = useMay()
  const tabs = may('matter.write') ? allTabs : allTabs.slice(1)
  const tab = useTab(tabs)
  const search = usePageSearch()
  const setSearch = useSetPageSearch()
  const { area } = useViewpoint()
  const go = useGo()
  const closed = tab === 'closed'
  const query = {
    view: tab === 'mine' ? ('mine' as const) : ('area' as const),
    area,
    state: closed ? 'closed' : search.state,
    overdue: !closed && search.overdue === 'true' ? ('true' as const) : undefined,
    today: !closed && search.today === 'true' ? ('true' as const) : undefined,
    body: search.body,
    q: search.q,
    cursor: search.cursor,
  }
  const { data, error, isPending, refetch } = useRoute(listMatters, { query }, { keepPrevious: true })
  const record = may('matter.write') && (
    <>
      {may('data.import') && <Button onClick={() => go('/matters/orders')}>导入工单</Button>}
      <Button type="primary" onClick={() => go('/matters/new')}>
        受理诉求
      </Button>
    </>
  )
  return (
    <Page
      title="诉求"
      lead={
        <>
          每一件都有承办单位和期限，直到反映人说解决了。
          {may('metric.read') && <PageLink to="/matters/measures">办理考评</PageLink>}
        </>
      }
      actions={record}
    >
      <ViewLinks current="/matters" />
      <TabLinks label="范围" tabs={tabs} path="/matters" />
      <div className="matter-filters">
        <Input.Search
          key={search.q ?? ''}
          className="matter-search"
          defaultValue={search.q ?? ''}
          aria-label="搜索诉求"
          placeholder="编号、摘要或地点"
          allowClear
          onSearch={(q) => setSearch({ q: q.trim() || undefined, cursor: undefined })}
        />
        {!closed && data && <StateFilter counts={data.counts} />}
      </div>
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {isPending && !error && <Loading lines={8} />}
      {data && data.rows.length === 0 && (
        <EmptyState
          title={closed ? '办结的诉求会列在这里。' : '没有待办的诉求。'}
          hint={closed ? undefined : '居民来电、来访或走访中反映的事，都从“受理诉求”记起。'}
          action={closed ? undefined : record}
        />
      )}
      {data && data.rows.length > 0 && <MatterRows rows={data.rows} />}
      {data && (search.cursor || data.next) && (
        <nav className="matter-pages" aria-label="翻页">
          {search.cursor && <Button onClick={() => setSearch({ cursor: undefined })}>回到第一页</Button>}
          {data.next && <Button onClick={() => setSearch({ cursor: data.next ?? undefined })}>下一页</Button>}
        </nav>
      )}
    </Page>
  )
}

export default ListPage
