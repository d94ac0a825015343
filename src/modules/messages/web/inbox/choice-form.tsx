import { App, Button, Checkbox, Input } from 'antd'
import { useId, useState } from 'react'
import type { z } from 'zod'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { getMessageChoice, setMessageChoice } from '../../contract.ts'

type Choice = z.output<typeof getMessageChoice.answer>
type Way = 'hidden' | 'unmailed'

const Form = ({ choice }: { choice: Choice }) => {
  const id = useId()
  const { message } = App.useApp()
  const [email, setEmail] = useState(choice.email)
  /** What is left out of each way. */
  const [left, setLeft] = useState<Record<Way, readonly string[]>>(choice)
  const { send, sending, problem } = useAction(setMessageChoice)
  const turn = (way: Way, event: string, on: boolean) =>
    setLeft({ ...left, [way]: on ? left[way].filter((each) => each !== event) : [...left[way], event] })
  const save = async () => {
    const { hidden, unmailed } = left
    const input = { email: email.trim(), hidden: hidden as never, unmailed: unmailed as never }
    if (await send(input).catch(() => undefined)) message.success('已保存，从下一条消息起生效。')
  }
  const mailable = email.trim() !== ''
  return (
    <form
      className="record-form"
      aria-label="怎样提醒我"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <div className="field">
        <label htmlFor={`${id}email`}>我的邮箱</label>
        <Input
          id={`${id}email`}
          type="email"
          value={email}
          autoComplete="email"
          placeholder="不填就不发邮件"
          onChange={(event) => setEmail(event.target.value)}
        />
        <p className="quiet">
          {choice.mails
            ? `${choice.quiet.from} 到次日 ${choice.quiet.to} 不发邮件，危及安全和水电气暖的除外；几条会并成一封。`
            : '本单位还没有设置邮件服务器，请联系系统管理员。'}
        </p>
      </div>
      <table className="message-choices">
        <thead>
          <tr>
            <th scope="col">什么事</th>
            <th scope="col">网页</th>
            <th scope="col">邮件</th>
          </tr>
        </thead>
        <tbody>
          {choice.events.map(({ event, title }) => (
            <tr key={event}>
              <th scope="row">{title}</th>
              <td>
                <Checkbox
                  aria-label={`${title}，在网页上提醒`}
                  checked={!left.hidden.includes(event)}
                  onChange={(change) => turn('hidden', event, change.target.checked)}
                />
              </td>
              <td>
                <Checkbox
                  aria-label={`${title}，发邮件提醒`}
                  disabled={!mailable}
                  checked={mailable && !left.unmailed.includes(event)}
                  onChange={(change) => turn('unmailed', event, change.target.checked)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ProblemAlert problem={problem} />
      <p>
        <Button type="primary" htmlType="submit" loading={sending}>
          保存
        </Button>
      </p>
    </form>
  )
}

/** 怎样提醒我: by page, by mail, and of what. */
export const ChoiceForm = () => {
  const { data, error, refetch } = useRoute(getMessageChoice, {})
  return (
    <Section title="怎样提醒我">
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {!data && !error && <Loading lines={4} />}
      {data && <Form choice={data} />}
    </Section>
  )
}
