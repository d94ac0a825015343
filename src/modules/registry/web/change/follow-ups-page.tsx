import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { asProblem } from '../../../../platform/web/api/problem-error.ts'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { EmptyState } from '../../../../platform/web/feedback/empty-state.tsx'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { listFollowUps, settleFollowUp } from '../../change-contract.ts'
import { recordPage } from '../../record-page.ts'
import './change.css'

interface Line {
  id: string
  title: string
  definition: string
  record: string
  areaName: string
  due: string | null
}

const FollowUp = ({ line }: { line: Line }) => {
  const { message } = App.useApp()
  const { send, sending } = useAction(settleFollowUp)
  const [outcome, setOutcome] = useState('')
  const settle = async () => {
    try {
      await send({ id: line.id, outcome })
      void message.success('已办结。')
    } catch (error) {
      void message.error(asProblem(error).title)
    }
  }
  return (
    <li className="todo">
      <div>
        <p className="todo-title">
          <PageLink to={recordPage(line.definition, line.record)!}>{line.title}</PageLink>
        </p>
        <p className="quiet">{[line.areaName, line.due && `${line.due} 前`].filter(Boolean).join('，')}</p>
      </div>
      <div className="follow-up-act">
        <Input
          value={outcome}
          maxLength={200}
          placeholder="怎么办的，可不填"
          aria-label={`${line.title}：怎么办的`}
          onChange={(event) => setOutcome(event.target.value)}
          onPressEnter={() => void settle()}
        />
        <Button loading={sending} aria-label={`办结：${line.title}`} onClick={() => void settle()}>
          办结
        </Button>
      </div>
    </li>
  )
}

/** 变动待办: what changes of people and households have left to do. */
const FollowUpsPage = () => {
  const { data, error, refetch } = useRoute(listFollowUps)
  if (error) {
    return (
      <Page title="变动待办">
        <ProblemAlert problem={error} retry={() => void refetch()} />
      </Page>
    )
  }
  if (!data) return <Loading lines={6} />
  return (
    <Page title="变动待办" lead="迁入迁出、出生死亡等变动之后，要有人去看、去定的事。">
      {data.followUps.length === 0 ? (
        <EmptyState title="没有要办的事。" hint="办理变动后，需要人去做的事会列在这里。" />
      ) : (
        <ul className="plain-list follow-ups">
          {data.followUps.map((line) => (
            <FollowUp key={line.id} line={line} />
          ))}
        </ul>
      )}
    </Page>
  )
}

export default FollowUpsPage
