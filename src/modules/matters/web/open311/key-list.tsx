import { Button, Popconfirm } from 'antd'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { wordInstant } from '../../../../platform/web/wording/word-instant.ts'
import { type Open311KeyView, revokeOpen311Key } from '../../contract-open311.ts'

const wordUse = ({ requests, refused, lastAt }: Open311KeyView): string =>
  [
    `提交 ${requests} 件`,
    ...(refused > 0 ? [`拒绝 ${refused} 次`] : []),
    lastAt ? `最近 ${wordInstant(lastAt)}` : '还没有用过',
  ].join('，')

/** Keys, those in force first; whoever manages all of a key's areas may take it out of force. */
export const KeyList = ({ keys, changed }: { keys: readonly Open311KeyView[]; changed: () => void }) => {
  const { send, sending, problem } = useAction(revokeOpen311Key)
  const revoke = (id: string) => void send({ id }).then(changed, () => undefined)
  return (
    <>
      <ProblemAlert problem={problem} />
      <ul className="plain-list">
        {keys.map((key) => (
          <li key={key.id} className="todo">
            <div>
              <p className="todo-title">
                {key.title} <code className="quiet">…{key.hint}</code>
              </p>
              <p className="quiet">
                {key.areas.map(({ name }) => name).join('、')} ·{' '}
                {key.listed ? '谁都能查进展' : '只有这个平台能查进展'} · 每分钟 {key.perMinute} 次
              </p>
              <p className="quiet">
                {key.revokedAt
                  ? `${wordInstant(key.revokedAt)}停用`
                  : `${wordInstant(key.madeAt)}由${key.madeBy || '系统'}发放`}
                ；{wordUse(key)}
              </p>
            </div>
            {key.mayRevoke && !key.revokedAt && (
              <Popconfirm
                title={`停用${key.title}的密钥？`}
                description="马上不能再提交，不能恢复；以后要用得重新发一个。已提交的诉求不受影响。"
                okText="停用"
                cancelText="不停用"
                onConfirm={() => revoke(key.id)}
              >
                <Button loading={sending} aria-label={`停用${key.title}的密钥`}>
                  停用
                </Button>
              </Popconfirm>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
