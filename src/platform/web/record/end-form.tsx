import { Button, Input, Radio } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import type { ProblemDetails } from '../../contract/problem.ts'
import { ProblemAlert } from '../feedback/problem-alert.tsx'
import { DateField } from '../input/date-field.tsx'
import { useMe } from '../session/use-me.ts'

/** From which day something ends, why, and in whose words. */
export interface Ending<Cause extends string> {
  readonly cause: Cause
  readonly on: string
  readonly reason: string
}

interface EndFormProps<Cause extends string> {
  /** What is done, as the button says it: 移出台账. */
  title: string
  /** What is asked: 为什么移出. */
  question: string
  /** Asks for the day: 从哪天起不在册. */
  dayLabel: string
  missingCause: string
  causes: readonly { readonly value: Cause; readonly label: string }[]
  help: string
  sending: boolean
  problem: ProblemDetails | null
  end: (ending: Ending<Cause>) => Promise<unknown>
  stop: () => void
}

/** Asks why and from which day a record ends; its history stays. */
export const EndForm = <Cause extends string>(props: EndFormProps<Cause>) => {
  const { title, causes, help, sending, problem, end, stop } = props
  const { today } = useMe()
  const [cause, setCause] = useState<Cause | null>(null)
  const [on, setOn] = useState(today)
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const id = useId()
  const missing = asked && cause === null
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (cause !== null && on !== '') await end({ cause, on, reason })
  }
  return (
    <form className="form-stack" onSubmit={submit}>
      <fieldset className="field" aria-describedby={missing ? `${id}-error` : undefined}>
        <legend>{props.question}</legend>
        <Radio.Group
          className="stacked"
          value={cause}
          options={[...causes]}
          onChange={(event) => setCause(event.target.value)}
        />
        {missing && (
          <p className="field-error" id={`${id}-error`} role="alert">
            {props.missingCause}
          </p>
        )}
      </fieldset>
      <div className="field">
        <label htmlFor={`${id}-on`}>{props.dayLabel}</label>
        <DateField id={`${id}-on`} value={on} max={today} onChange={setOn} />
      </div>
      <div className="field">
        <label htmlFor={`${id}-reason`}>
          说明<span className="field-optional">可不填</span>
        </label>
        <Input
          id={`${id}-reason`}
          value={reason}
          maxLength={200}
          onChange={(event) => setReason(event.target.value)}
        />
        <p className="field-help">{help}</p>
      </div>
      <ProblemAlert problem={problem} />
      <p className="form-actions">
        <Button type="primary" htmlType="submit" loading={sending}>
          {title}
        </Button>
        <Button onClick={stop}>取消</Button>
      </p>
    </form>
  )
}
