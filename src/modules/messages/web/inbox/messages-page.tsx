import { Button, Checkbox } from 'antd'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { usePageSearch, useSetPageSearch } from '../../../../platform/web/address/use-address.ts'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { EmptyState } from '../../../../platform/web/feedback/empty-state.tsx'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { wordInstant } from '../../../../platform/web/wording/word-instant.ts'
import { listMessages, readMessages } from '../../contract.ts'
import { ChoiceForm } from './choice-form.tsx'
import '../messages.css'

/** 消息: what one was told, what of it is new, and how one wants to be told. */
const MessagesPage = () => {
  const { all } = usePageSearch()
  const setSearch = useSetPageSearch()
  const { data, error, refetch } = useRoute(
    listMessages,
    { query: { unread: all === '1' ? 'false' : 'true', limit: 100 } },
    { keepPrevious: true },
  )
  const { send, sending, problem } = useAction(readMessages)
  const read = (ids?: string[]) =>
    void send(ids ? { ids } : {}).then(
      () => refetch(),
      () => undefined,
    )
  return (
    <Page
      title="消息"
      lead="派给您单位的诉求、快到期和超期的、该回访的，都在这里说一次。消息里不写居民的姓名和电话。"
      actions={
        <Button disabled={!data || data.unread === 0} loading={sending} onClick={() => read()}>
          全部标为已读
        </Button>
      }
    >
      <ProblemAlert problem={error} retry={() => void refetch()} />
      <ProblemAlert problem={problem} />
      <Section
        title={data ? `未读 ${data.unread} 条` : '未读'}
        extra={
          <Checkbox
            checked={all === '1'}
            onChange={(event) =>
              setSearch({ all: event.target.checked ? '1' : undefined }, { replace: true })
            }
          >
            连同已读的
          </Checkbox>
        }
      >
        {!data && !error && <Loading lines={6} />}
        {data?.messages.length === 0 && (
          <EmptyState
            title={all === '1' ? '还没有消息。' : '没有未读的消息。'}
            hint="有诉求派给您的单位、快到期或者反映人说没解决时，会出现在这里。"
          />
        )}
        {data && data.messages.length > 0 && (
          <ul className="plain-list" aria-label="消息">
            {data.messages.map(({ id, title, text, urgent, link, createdAt, readAt }) => (
              <li key={id} className="todo">
                <div>
                  <p className={readAt ? undefined : 'todo-title'}>
                    <PageLink to={link}>{text}</PageLink>
                  </p>
                  <p className="quiet">
                    {title}
                    {urgent && '（紧急）'} · {wordInstant(createdAt)}
                    {readAt && ' · 已读'}
                  </p>
                </div>
                {!readAt && (
                  <Button size="small" aria-label={`标为已读：${text}`} onClick={() => read([id])}>
                    已读
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <ChoiceForm />
    </Page>
  )
}

export default MessagesPage
