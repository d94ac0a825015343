import { Button, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { addDays } from '../../../../core/time/date-arithmetic.ts'
import { DateField } from '../../../../platform/web/input/date-field.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { recordAgreement } from '../../contract.ts'
import type { FormProps } from './step-form.ts'
import { StepShell, useStep } from './step-shell.tsx'

/** What was agreed: the facts, and who does what until when. */
export const AgreeForm = ({ story, close }: FormProps) => {
  const id = useId()
  const { today } = useViewpoint()
  const blank = (key: number) => ({ key, party: '各方', text: '', due: addDays(today, 30) })
  const [on, setOn] = useState(today)
  const [dispute, setDispute] = useState(story.content)
  const [items, setItems] = useState([blank(1)])
  const step = useStep(recordAgreement, story, close)
  const set = (key: number, change: Partial<(typeof items)[number]>) =>
    setItems((now) => now.map((item) => (item.key === key ? { ...item, ...change } : item)))
  const parties = ['各方', ...story.parties.map(({ name }) => name)].map((name) => ({
    value: name,
    label: name,
  }))
  return (
    <StepShell
      title="达成协议"
      step={step}
      send={() =>
        step.take({ on, dispute, items: items.map(({ party, text, due }) => ({ party, text, due })) })
      }
      close={close}
    >
      <div className="field">
        <label htmlFor={`${id}-on`}>达成协议的日期</label>
        <DateField id={`${id}-on`} value={on} onChange={setOn} max={today} />
      </div>
      <div className="field">
        <label htmlFor={`${id}-dispute`}>主要事实和争议</label>
        <Input.TextArea
          id={`${id}-dispute`}
          rows={4}
          maxLength={2000}
          value={dispute}
          onChange={(event) => setDispute(event.target.value)}
        />
      </div>
      {items.map((item, index) => (
        <fieldset key={item.key} className="dispute-group">
          <legend>协议第 {index + 1} 项</legend>
          <Select
            aria-label={`第 ${index + 1} 项由谁履行`}
            value={item.party}
            options={parties}
            onChange={(party: string) => set(item.key, { party })}
          />
          <Input.TextArea
            aria-label={`第 ${index + 1} 项的内容`}
            placeholder="做什么，例如：修好卫生间防水，赔偿吊顶损失 800 元"
            rows={2}
            maxLength={500}
            value={item.text}
            onChange={(event) => set(item.key, { text: event.target.value })}
          />
          <DateField
            label={`第 ${index + 1} 项的期限`}
            value={item.due}
            onChange={(due) => set(item.key, { due })}
          />
          {items.length > 1 && (
            <Button size="small" type="text" onClick={() => setItems(items.filter((each) => each !== item))}>
              去掉这一项
            </Button>
          )}
        </fieldset>
      ))}
      <div>
        <Button
          size="small"
          onClick={() => setItems([...items, blank(Math.max(...items.map(({ key }) => key)) + 1)])}
        >
          再加一项
        </Button>
      </div>
      <p className="field-help">达成协议 30 天后提醒回访。记下以后可以下载协议书，请各方签名。</p>
    </StepShell>
  )
}
