import { Button, Popconfirm } from 'antd'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { wordInstant } from '../../../../platform/web/wording/word-instant.ts'
import { removeHook, turnHook } from '../../contract.ts'
import { Deliveries, type Hook } from './deliveries.tsx'
import { kinds } from './kinds.ts'

interface HookListProps {
  hooks: readonly Hook[]
  events: readonly { event: string; title: string }[]
  changed: () => void
}

/** Hooks with how their latest deliveries went; each is turned off, on again, or taken away. */
export const HookList = ({ hooks, events, changed }: HookListProps) => {
  const turning = useAction(turnHook)
  const removing = useAction(removeHook)
  const titleOf = (event: string) => events.find((each) => each.event === event)?.title ?? event
  const turn = (id: string, on: boolean) => void turning.send({ id, on }).then(changed, () => undefined)
  return (
    <>
      <ProblemAlert problem={turning.problem ?? removing.problem} />
      <ul className="plain-list">
        {hooks.map((hook) => (
          <li key={hook.id}>
            <div className="todo">
              <div>
                <p className="todo-title">{hook.title}</p>
                <p className="quiet">
                  {kinds[hook.kind]}（{hook.host}） · {hook.areaName} · {hook.events.map(titleOf).join('、')}
                </p>
                {hook.disabledAt && (
                  <p className={hook.gaveUp ? 'overdue' : 'quiet'}>
                    {wordInstant(hook.disabledAt)}
                    {hook.gaveUp
                      ? `失败 ${hook.failures} 次，自动停用。请检查对方的地址，再恢复。`
                      : '停用。'}
                  </p>
                )}
              </div>
              <span>
                <Button loading={turning.sending} onClick={() => turn(hook.id, hook.disabledAt !== null)}>
                  {hook.disabledAt ? '恢复' : '停用'}
                </Button>{' '}
                <Popconfirm
                  title={`删除“${hook.title}”？`}
                  description="推送记录一并删除，不能恢复。"
                  okText="删除"
                  cancelText="不删除"
                  onConfirm={() => void removing.send({ id: hook.id }).then(changed, () => undefined)}
                >
                  <Button loading={removing.sending}>删除</Button>
                </Popconfirm>
              </span>
            </div>
            <Deliveries hook={hook} changed={changed} />
          </li>
        ))}
      </ul>
    </>
  )
}
