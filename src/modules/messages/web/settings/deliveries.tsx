import { Button } from 'antd'
import type { z } from 'zod'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { wordInstant } from '../../../../platform/web/wording/word-instant.ts'
import { type listHooks, resendDelivery } from '../../contract.ts'

export type Hook = z.output<typeof listHooks.answer>['hooks'][number]

const wordState = ({ state, tries, nextAt, lastError }: Hook['deliveries'][number]): string => {
  if (state === 'sent') return tries > 1 ? `已送达（第 ${tries} 次）` : '已送达'
  if (state === 'failed') return `试了 ${tries} 次，没有送达：${lastError}`
  const next = nextAt ? `，${wordInstant(nextAt)}${tries > 0 ? '再试' : '发送'}` : ''
  return tries === 0 ? `等待发送${next}` : `试了 ${tries} 次：${lastError}${next}`
}

/** How the latest deliveries of a hook went, and each once more. */
export const Deliveries = ({ hook, changed }: { hook: Hook; changed: () => void }) => {
  const { send, sending, problem } = useAction(resendDelivery)
  if (hook.deliveries.length === 0) return <p className="quiet">还没有推送过。</p>
  return (
    <details className="hook-deliveries">
      <summary>最近 {hook.deliveries.length} 条推送</summary>
      <ProblemAlert problem={problem} />
      <ul className="plain-list">
        {hook.deliveries.map((delivery) => (
          <li key={delivery.id} className="todo">
            <div>
              <p>{delivery.text}</p>
              <p className="quiet">
                {delivery.title} · {wordInstant(delivery.createdAt)} · {wordState(delivery)}
              </p>
            </div>
            {!hook.disabledAt && (
              <Button
                size="small"
                loading={sending}
                onClick={() => void send({ id: delivery.id, hook: hook.id }).then(changed, () => undefined)}
              >
                重新推送
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
