import { Button, Input } from 'antd'
import { useState } from 'react'
import { formatDateChinese } from '../../../core/time/index.ts'
import { useAction } from '../../../platform/web/api/use-action.ts'
import { useRoute } from '../../../platform/web/api/use-route.ts'
import { EmptyState } from '../../../platform/web/feedback/empty-state.tsx'
import { Loading } from '../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../platform/web/feedback/problem-alert.tsx'
import { StatusTag, type Tone } from '../../../platform/web/feedback/status-tag.tsx'
import { Page } from '../../../platform/web/page/page.tsx'
import { useViewpoint } from '../../../platform/web/viewpoint/use-viewpoint.ts'
import { listNotices, type Notice, noticeKinds, withdrawNotice } from '../contract.ts'
import './notices.css'
import { PublishForm } from './publish-form.tsx'

const standings: Record<Notice['standing'], { title: string; tone: Tone }> = {
  coming: { title: '还没开始', tone: 'look' },
  shown: { title: '正在展示', tone: 'good' },
  over: { title: '已到期', tone: 'plain' },
  withdrawn: { title: '已撤下', tone: 'plain' },
}

const Withdraw = ({ id, close }: { id: string; close: () => void }) => {
  const [reason, setReason] = useState('')
  const { send, sending, problem } = useAction(withdrawNotice)
  return (
    <form
      className="form-stack notice-form"
      aria-label="撤下"
      onSubmit={(event) => {
        event.preventDefault()
        void send({ id, reason }).then(close, () => undefined)
      }}
    >
      <ProblemAlert problem={problem} />
      <Input
        autoFocus
        aria-label="撤下的原因"
        placeholder="撤下的原因；改了以后要重新发布"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={sending}>
          撤下
        </Button>
        <Button onClick={close}>取消</Button>
      </div>
    </form>
  )
}

const Row = ({ notice }: { notice: Notice }) => {
  const [asking, setAsking] = useState(false)
  const { title, tone } = standings[notice.standing]
  return (
    <li>
      <p>
        <StatusTag tone={tone}>{title}</StatusTag> <strong>{notice.title}</strong>
      </p>
      <p className="quiet">
        {noticeKinds[notice.kind]} · {notice.areaName} · {formatDateChinese(notice.from)}至
        {formatDateChinese(notice.to)}
        {notice.withdrawnFor && ` · 撤下原因：${notice.withdrawnFor}`}
      </p>
      <div className="form-actions">
        {notice.standing === 'shown' && (
          <a href={`/board?id=${notice.id}`} target="_blank" rel="noreferrer">
            看居民看到的页面
          </a>
        )}
        {notice.mayWithdraw && !asking && (
          <Button size="small" onClick={() => setAsking(true)}>
            撤下
          </Button>
        )}
      </div>
      {asking && <Withdraw id={notice.id} close={() => setAsking(false)} />}
    </li>
  )
}

/** 公告公示: what is out, what is coming, what is over; published and withdrawn here. */
const NoticesPage = () => {
  const { area, past } = useViewpoint()
  const [publishing, setPublishing] = useState(false)
  const { data, error, isPending, refetch } = useRoute(listNotices, { query: { area } })
  const publish = !past && !publishing && (
    <Button type="primary" onClick={() => setPublishing(true)}>
      发布
    </Button>
  )
  return (
    <Page
      title="公告公示"
      lead={
        <>
          谁都能在 <a href="/board">{`${location.origin}/board`}</a> 看到，到期自动撤下。
        </>
      }
      actions={publish}
    >
      {publishing && <PublishForm close={() => setPublishing(false)} />}
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {isPending && !error && <Loading lines={6} />}
      {data && data.rows.length === 0 && !publishing && (
        <EmptyState
          title="还没有公告和公示。"
          hint="公告写清什么事、到哪天；公示还要写明向谁提异议。"
          action={publish}
        />
      )}
      {data && data.rows.length > 0 && (
        <ul className="plain-list notice-list">
          {data.rows.map((notice) => (
            <Row key={notice.id} notice={notice} />
          ))}
        </ul>
      )}
    </Page>
  )
}

export default NoticesPage
