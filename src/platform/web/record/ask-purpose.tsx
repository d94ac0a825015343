import { Button, Input } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { revealField } from '../../contract/records.ts'
import { useAction } from '../api/use-action.ts'
import { ProblemAlert } from '../feedback/problem-alert.tsx'

/** A sensitive field of a record. */
export interface Masked {
  definition: string
  id: string
  field: string
  /** Name of the field, for people. */
  title: string
}

/** Asks what a sensitive value is needed for, and reveals it. */
export const AskPurpose = ({
  definition,
  id,
  field,
  title,
  revealed,
}: Masked & { revealed: (value: string) => void }) => {
  const { send, sending, problem } = useAction(revealField)
  const [purpose, setPurpose] = useState('')
  const input = useId()
  const reveal = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await send({ definition, id, field, purpose }).catch(() => null)
    if (answer) revealed(answer.value)
  }
  return (
    <form className="reveal-form" onSubmit={reveal}>
      <label htmlFor={input}>查看{title}做什么用？</label>
      <Input
        id={input}
        value={purpose}
        maxLength={100}
        autoFocus
        autoComplete="off"
        onChange={(event) => setPurpose(event.target.value)}
      />
      <p className="field-help">用途和查看的时间会记入操作记录，居民本人可以看到。显示 60 秒。</p>
      <ProblemAlert problem={problem} />
      <Button type="primary" htmlType="submit" loading={sending} disabled={purpose.trim().length < 2}>
        查看
      </Button>
    </form>
  )
}
