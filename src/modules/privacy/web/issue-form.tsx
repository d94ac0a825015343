import { Button, Input, Radio } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { useAction } from '../../../platform/web/api/use-action.ts'
import { ProblemAlert } from '../../../platform/web/feedback/problem-alert.tsx'
import { issueDisclosure, verifications } from '../contract.ts'
import type { Issued } from './disclosure-note.tsx'

type Verified = keyof typeof verifications

/** How the clerk made sure who asks, and what they wish to know. */
export const IssueForm = ({ person, issued }: { person: string; issued: (issued: Issued) => void }) => {
  const { send, sending, problem } = useAction(issueDisclosure)
  const [verified, setVerified] = useState<Verified>('idCard')
  const [wish, setWish] = useState('')
  const id = useId()
  const issue = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await send({ person, verified, wish }).catch(() => undefined)
    if (answer) issued({ ...answer, wish })
  }
  return (
    <form className="form-stack" onSubmit={issue} aria-label="开具查询码">
      <p>
        居民有权知道登记了自己的什么、为什么登记、谁查看过。先核对来人的证件，再开具查询码，打印交给本人；本人用手机或任何电脑打开，不用登录。
      </p>
      <fieldset className="field">
        <legend>怎样核对的身份</legend>
        <Radio.Group
          className="choice-column"
          value={verified}
          onChange={(event) => setVerified(event.target.value as Verified)}
          options={Object.entries(verifications).map(([value, label]) => ({ value, label }))}
        />
      </fieldset>
      <div className="field">
        <label htmlFor={id}>本人想了解什么</label>
        <Input
          id={id}
          value={wish}
          maxLength={200}
          placeholder="如：登记了我的哪些信息，谁看过"
          autoComplete="off"
          onChange={(event) => setWish(event.target.value)}
        />
      </div>
      <ProblemAlert problem={problem} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={sending} disabled={wish.trim().length < 2}>
          开具查询码
        </Button>
        <span className="quiet">以前开具的会作废。</span>
      </div>
    </form>
  )
}
