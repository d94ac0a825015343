import { Button, Input } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import type { Decision } from './decisions.ts'

interface DecideFindingProps {
  decision: Decision | undefined
  decide: (decision: Decision | null) => void
}

/** Says whether a finding is right; to call it none a reason is asked. */
export const DecideFinding = ({ decision, decide }: DecideFindingProps) => {
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const id = useId()
  if (decision) {
    return (
      <p className="finding-ways">
        <Button size="small" onClick={() => decide(null)}>
          撤销
        </Button>
      </p>
    )
  }
  if (asking) {
    const submit = (event: FormEvent) => {
      event.preventDefault()
      if (reason.trim() !== '') decide({ kind: 'dismissed', reason: reason.trim() })
    }
    return (
      <form className="finding-ways" onSubmit={submit}>
        <label htmlFor={id}>为什么不是问题？</label>
        <Input
          id={id}
          value={reason}
          maxLength={100}
          autoFocus
          placeholder="如：四舍五入、口径不同"
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && setAsking(false)}
        />
        <Button size="small" type="primary" htmlType="submit" disabled={reason.trim() === ''}>
          确定
        </Button>
        <Button size="small" onClick={() => setAsking(false)}>
          取消
        </Button>
      </form>
    )
  }
  return (
    <p className="finding-ways">
      <Button size="small" data-decide="accept" onClick={() => decide({ kind: 'accepted', reason: '' })}>
        属实
      </Button>
      <Button size="small" data-decide="dismiss" onClick={() => setAsking(true)}>
        不是问题…
      </Button>
    </p>
  )
}
