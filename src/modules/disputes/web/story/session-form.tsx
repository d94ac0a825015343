import { Checkbox, Input } from 'antd'
import { useId, useState } from 'react'
import { DateField } from '../../../../platform/web/input/date-field.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { recordSession } from '../../contract.ts'
import type { FormProps } from './step-form.ts'
import { StepShell, useStep } from './step-shell.tsx'

/** A talk: when, where, who came, what was said. */
export const SessionForm = ({ story, close }: FormProps) => {
  const id = useId()
  const { today } = useViewpoint()
  const [on, setOn] = useState(today)
  const [place, setPlace] = useState('')
  const [came, setCame] = useState(story.parties.map(({ name }) => name))
  const [others, setOthers] = useState('')
  const [text, setText] = useState('')
  const step = useStep(recordSession, story, close)
  const present = [...came, ...others.split(/[、,，\s]+/).filter(Boolean)]
  return (
    <StepShell
      title="记录调解"
      step={step}
      send={() => step.take({ on, place, present, text })}
      close={close}
    >
      <div className="field">
        <label htmlFor={`${id}-on`}>日期</label>
        <DateField id={`${id}-on`} value={on} onChange={setOn} max={today} />
      </div>
      <div className="field">
        <label htmlFor={`${id}-place`}>地点</label>
        <Input
          id={`${id}-place`}
          maxLength={60}
          value={place}
          onChange={(event) => setPlace(event.target.value)}
        />
      </div>
      <fieldset className="dispute-group">
        <legend>到场的当事人</legend>
        <Checkbox.Group value={came} onChange={setCame} options={story.parties.map(({ name }) => name)} />
      </fieldset>
      <div className="field">
        <label htmlFor={`${id}-others`}>
          其他到场的人<span className="field-optional">可不填，几位用顿号隔开</span>
        </label>
        <Input id={`${id}-others`} value={others} onChange={(event) => setOthers(event.target.value)} />
      </div>
      <div className="field">
        <label htmlFor={`${id}-text`}>调解情况</label>
        <Input.TextArea
          id={`${id}-text`}
          rows={5}
          maxLength={4000}
          value={text}
          placeholder="各方怎么说，做了什么工作，谈到哪一步，下次什么时候谈。"
          onChange={(event) => setText(event.target.value)}
        />
      </div>
    </StepShell>
  )
}
