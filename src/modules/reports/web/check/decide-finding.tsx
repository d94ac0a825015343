import { Button, Input } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import type { Decision } from './decisions.ts'
import { reasons } from './reasons.ts'

interface DecideFindingProps {
  decision: Decision | undefined
  decide: (decision: Decision | null) => void
  /** A reason is asked for why the finding is none. */
  asking: boolean
  ask: (asking: boolean) => void
}

const AskReason = ({ dismiss, cancel }: { dismiss: (reason: string) => void; cancel: () => void }) => {
  const [reason, setReason] = useState('')
  const id = useId()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim() !== '') dismiss(reason.trim())
  }
  return (
    <form className="finding-reasons" onSubmit={submit} aria-label="为什么不是问题">
      <p>为什么不是问题？</p>
      <ol>
        {reasons.map((one, at) => (
          <li key={one}>
            <Button size="small" onClick={() => dismiss(one)}>
              {at + 1} {one}
            </Button>
          </li>
        ))}
      </ol>
      <label htmlFor={id}>其他理由</label>
      <span className="finding-ways">
        <Input
          id={id}
          value={reason}
          maxLength={100}
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && cancel()}
        />
        <Button size="small" type="primary" htmlType="submit" disabled={reason.trim() === ''}>
          确定
        </Button>
        <Button size="small" onClick={cancel}>
          取消
        </Button>
      </span>
    </form>
  )
}

/** Says whether a finding is right; to call it none a reason is asked. */
export const DecideFinding = ({ decision, decide, asking, ask }: DecideFindingProps) => {
  if (decision)
    return (
      <p className="finding-ways">
        <Button size="small" onClick={() => decide(null)}>
          撤销
        </Button>
      </p>
    )
  if (asking)
    return <AskReason dismiss={(reason) => decide({ kind: 'dismissed', reason })} cancel={() => ask(false)} />
  return (
    <p className="finding-ways">
      <Button size="small" aria-keyshortcuts="a" onClick={() => decide({ kind: 'accepted', reason: '' })}>
        属实
      </Button>
      <Button size="small" aria-keyshortcuts="d" onClick={() => ask(true)}>
        不是问题…
      </Button>
    </p>
  )
}
