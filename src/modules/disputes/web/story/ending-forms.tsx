import { Input, Radio } from 'antd'
import { type ReactNode, useState } from 'react'
import { disputeOutcome } from '../../codes.ts'
import { closeDispute, reopenDispute, revisitDispute } from '../../contract.ts'
import type { FormProps } from './step-form.ts'
import { StepShell, useStep } from './step-shell.tsx'

const Words = ({ label, value, set }: { label: string; value: string; set: (text: string) => void }) => (
  <Input.TextArea
    aria-label={label}
    placeholder={label}
    rows={3}
    maxLength={1000}
    value={value}
    onChange={(event) => set(event.target.value)}
  />
)

const Choice = <Value extends string>({
  title,
  options,
  value,
  set,
}: {
  title: string
  options: { value: Value; label: ReactNode }[]
  value: Value
  set: (value: Value) => void
}) => (
  <fieldset className="dispute-group">
    <legend>{title}</legend>
    <Radio.Group
      vertical
      value={value}
      options={options}
      onChange={(event) => set(event.target.value as Value)}
    />
  </fieldset>
)

type Result = 'kept' | 'waiting' | 'again'

/** Somebody asks 30 days later. */
export const RevisitForm = ({ story, close }: FormProps) => {
  const [result, setResult] = useState<Result>('kept')
  const [text, setText] = useState('')
  const step = useStep(revisitDispute, story, close)
  return (
    <StepShell title="回访" step={step} send={() => step.take({ result, text })} close={close}>
      <Choice
        title="现在怎样"
        value={result}
        set={setResult}
        options={[
          { value: 'kept', label: '都履行了，没有再起纠纷（结案）' },
          { value: 'waiting', label: '还在履行（30 天后再回访）' },
          { value: 'again', label: '又起纠纷（重新调解）' },
        ]}
      />
      <Words label="回访情况" value={text} set={setText} />
    </StepShell>
  )
}

type Ending = 'settled' | 'failed' | 'withdrawn' | 'transferred'

/** Ends it without an agreement. */
export const CloseForm = ({ story, close }: FormProps) => {
  const [outcome, setOutcome] = useState<Ending>('settled')
  const [text, setText] = useState('')
  const step = useStep(closeDispute, story, close)
  return (
    <StepShell title="结案" step={step} send={() => step.take({ outcome, text })} close={close}>
      <Choice
        title="结案方式"
        value={outcome}
        set={setOutcome}
        options={disputeOutcome.items
          .filter(({ code }) => code !== 'kept')
          .map(({ code, title }) => ({ value: code as Ending, label: title }))}
      />
      <Words label="结案说明" value={text} set={setText} />
    </StepShell>
  )
}

export const ReopenForm = ({ story, close }: FormProps) => {
  const [text, setText] = useState('')
  const step = useStep(reopenDispute, story, close)
  return (
    <StepShell title="重新调解" step={step} send={() => step.take({ text })} close={close}>
      <Words label="重新调解的理由" value={text} set={setText} />
    </StepShell>
  )
}
