import { App, Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { setQuietHours } from '../../contract.ts'

const rule = '这段时间不发邮件、不推送到机器人，过后补发；危及安全和水电气暖的随时发。'

interface QuietFormProps {
  quiet: { from: string; to: string }
  /** Whoever manages the whole district decides. */
  mayChange: boolean
}

/** 免打扰时间: when neither mails nor robots disturb anybody, but for what is urgent. */
export const QuietForm = ({ quiet, mayChange }: QuietFormProps) => {
  const id = useId()
  const { message } = App.useApp()
  const [from, setFrom] = useState(quiet.from)
  const [to, setTo] = useState(quiet.to)
  const { send, sending, problem } = useAction(setQuietHours)
  const save = async () => {
    if (await send({ from, to }).catch(() => undefined)) message.success('已保存。')
  }
  if (!mayChange)
    return (
      <Section title="免打扰时间">
        <p>{`${quiet.from} 到次日 ${quiet.to}。${rule}`}</p>
        <p className="quiet">由全区统一设置；要调整，请联系系统管理员。</p>
      </Section>
    )
  return (
    <Section title="免打扰时间">
      <form
        className="record-form"
        aria-label="免打扰时间"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <div className="field">
          <label htmlFor={`${id}from`}>从</label>
          <Input
            id={`${id}from`}
            type="time"
            value={from}
            onChange={(event) => setFrom(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}to`}>到</label>
          <Input id={`${id}to`} type="time" value={to} onChange={(event) => setTo(event.target.value)} />
          <p className="quiet">{rule}两个时间相同，就是不设。</p>
        </div>
        <ProblemAlert problem={problem} />
        <p>
          <Button htmlType="submit" loading={sending}>
            保存
          </Button>
        </p>
      </form>
    </Section>
  )
}
