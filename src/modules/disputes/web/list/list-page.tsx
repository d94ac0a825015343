import { Button } from 'antd'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { useGo } from '../../../../platform/web/address/use-address.ts'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { EmptyState } from '../../../../platform/web/feedback/empty-state.tsx'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { StatusTag } from '../../../../platform/web/feedback/status-tag.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { TabLinks, useTab } from '../../../../platform/web/page/tab-links.tsx'
import { type DisputeLine, listDisputes } from '../../contract.ts'
import '../disputes.css'
import { stateTitle, stateTone } from '../words.ts'
import { Numbers } from './numbers.tsx'

const tabs = [
  { key: 'open', title: '进行中' },
  { key: 'closed', title: '已结案' },
]

const Row = ({ row }: { row: DisputeLine }) => (
  <tr>
    <td>
      <PageLink to={`/disputes/${row.id}`}>
        <strong>{row.title}</strong>
      </PageLink>
      <br />
      <span className="quiet">
        {row.number} · {row.kind}
      </span>
    </td>
    <td>{row.areaName}</td>
    <td>
      <StatusTag tone={stateTone(row.state)}>{stateTitle(row.state)}</StatusTag>
    </td>
    <td>{row.mediators.join('、') || '还没有调解员'}</td>
    <td className={row.overdue ? 'dispute-overdue' : undefined}>
      {row.dueOn ? `${row.dueOn}${row.overdue ? '（已过期）' : ''}` : '—'}
    </td>
  </tr>
)

/** 纠纷: those in which one takes part, and no others. */
const ListPage = () => {
  const tab = useTab(tabs)
  const go = useGo()
  const closed = tab === 'closed'
  const query = closed ? { closed: 'true' as const } : {}
  const { data, error, isPending, refetch } = useRoute(listDisputes, { query }, { keepPrevious: true })
  const open = (
    <Button type="primary" onClick={() => go('/disputes/new')}>
      登记纠纷
    </Button>
  )
  return (
    <Page title="纠纷" lead="只有调解员和指派人看得到；别人的列表、搜索、导出里都没有。" actions={open}>
      <TabLinks label="范围" tabs={tabs} path="/disputes" />
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {isPending && !error && <Loading lines={6} />}
      {data && data.rows.length === 0 && (
        <EmptyState
          title={closed ? '还没有结案的纠纷。' : '没有您经手的纠纷。'}
          hint={closed ? undefined : '登记以后交给书记指派调解员；被指派的调解员在这里看到。'}
          action={closed ? undefined : open}
        />
      )}
      {data && data.rows.length > 0 && (
        <div className="table-scroll">
          <table className="record-table dispute-table" aria-label="纠纷">
            <thead>
              <tr>
                <th scope="col">纠纷</th>
                <th scope="col">区域</th>
                <th scope="col">状态</th>
                <th scope="col">调解员</th>
                <th scope="col">期限</th>
              </tr>
            </thead>
            <tbody>
              {data.rows.map((row) => (
                <Row key={row.id} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Numbers />
    </Page>
  )
}

export default ListPage
