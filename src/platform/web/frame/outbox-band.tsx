import { Button } from 'antd'
import { PageLink } from '../address/page-link.tsx'
import { wordInstant } from '../wording/word-instant.ts'
import './outbox.css'
import { dropOutboxItem } from '../outbox/outbox-store.ts'
import { useOutbox, useSendOutbox } from './use-outbox.ts'

/** What was written without a connection and is not sent yet, with what stands in its way. */
export const OutboxBand = () => {
  const items = useOutbox()
  const { send, problem } = useSendOutbox(items.filter((item) => item.problem === null).length)
  if (items.length === 0) return null
  return (
    <section className="outbox-band" aria-label="未发送的内容">
      <p className="outbox-head">
        <strong role="status">未发送 {items.length} 件</strong>
        <span>
          {problem && problem.status !== 0 ? problem.title : '存在这台设备上，连上网络后自动发送，只发一次。'}
        </span>
        <Button size="small" onClick={() => void send().catch(() => undefined)}>
          现在发送
        </Button>
      </p>
      <ul>
        {items.map((item) => (
          <li key={item.key}>
            <span>{item.title}</span> <span className="quiet">{wordInstant(item.savedAt)}</span>
            {item.problem && (
              <span className="field-error" role="alert">
                没有发出：{item.problem.title}
              </span>
            )}
            <span className="outbox-acts">
              <PageLink to={item.to} search={{ outbox: item.key }}>
                修改<span className="visually-hidden">：{item.title}</span>
              </PageLink>
              <Button size="small" type="text" onClick={() => void dropOutboxItem(item.key)}>
                删除<span className="visually-hidden">：{item.title}</span>
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
