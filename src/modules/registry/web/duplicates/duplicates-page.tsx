import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { useDefinition } from '../../../../platform/web/definition/use-definition.ts'
import { EmptyState } from '../../../../platform/web/feedback/empty-state.tsx'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { unfinished, useJobs } from '../../../../platform/web/jobs/use-jobs.ts'
import { Page } from '../../../../platform/web/page/page.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { findDuplicates, listDuplicates } from '../../duplicate-contract.ts'
import './duplicates.css'
import { Pair } from './pair.tsx'

/** 疑似重复: pairs of records that may be one person, for somebody to decide. */
const DuplicatesPage = () => {
  const { area } = useViewpoint()
  const [cursors, setCursors] = useState<(string | undefined)[]>([undefined])
  const cursor = cursors.at(-1)
  const { data, error, refetch } = useRoute(
    listDuplicates,
    { query: { area, cursor } },
    { keepPrevious: true },
  )
  const persons = useDefinition('person')
  const look = useAction(findDuplicates)
  const [job, setJob] = useState<string>()
  const running = useJobs().jobs.find(({ id }) => id === job)
  const looking = look.sending || (job !== undefined && (!running || unfinished(running)))
  const found = running?.state === 'done'
  useEffect(() => {
    if (found) void refetch()
  }, [found, refetch])
  if (error) {
    return (
      <Page title="疑似重复">
        <ProblemAlert problem={error} retry={() => void refetch()} />
      </Page>
    )
  }
  if (!data || !persons) return <Loading lines={8} />
  const start = async () => setJob((await look.send({}).catch(() => undefined))?.job)
  return (
    <Page
      title="疑似重复"
      lead={
        <>
          系统只提出，不自行合并；判为不同的人不会再提。
          {data.foundAt ? `上次查找：${new Date(data.foundAt).toLocaleString('zh-CN')}。` : ''}
        </>
      }
      actions={
        <Button type={data.foundAt ? 'default' : 'primary'} disabled={looking} onClick={() => void start()}>
          {looking ? '正在查找…' : data.foundAt ? '重新查找' : '查找重复'}
        </Button>
      }
    >
      <ProblemAlert problem={look.problem} />
      {data.pairs.length === 0 ? (
        <EmptyState
          title={data.foundAt ? '没有要核对的。' : '还没有查找过。'}
          hint="查找后，姓名、出生日期、电话、住处等相近的两条登记会并排列在这里，由您判断。"
          action={<PageLink to="/registry">回到居民房屋</PageLink>}
        />
      ) : (
        <>
          {data.pairs.map((pair) => (
            <Pair key={`${pair.a.id}.${pair.b.id}`} pair={pair} persons={persons} />
          ))}
          <nav className="form-actions" aria-label="翻页">
            <Button disabled={cursors.length === 1} onClick={() => setCursors(cursors.slice(0, -1))}>
              上一页
            </Button>
            <Button disabled={!data.next} onClick={() => setCursors([...cursors, data.next ?? undefined])}>
              下一页
            </Button>
          </nav>
        </>
      )}
    </Page>
  )
}

export default DuplicatesPage
