import { App, Button, Input, InputNumber, Select } from 'antd'
import { useId, useState } from 'react'
import type { z } from 'zod'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { type getMessageSettings, setMailServer } from '../../contract.ts'

type Mail = NonNullable<z.output<typeof getMessageSettings.answer>['mail']>

const securities: { value: Mail['security']; label: string }[] = [
  { value: 'tls', label: 'TLS（一般用 465 端口）' },
  { value: 'starttls', label: 'STARTTLS（一般用 587 端口）' },
  { value: 'none', label: '不加密（只在内网使用）' },
]

/** 邮件服务器: by which reminders go out. */
export const MailForm = ({ mail: { hasPassword, ...saved } }: { mail: Mail }) => {
  const id = useId()
  const { message } = App.useApp()
  const [server, setServer] = useState(saved)
  const [password, setPassword] = useState('')
  const { send, sending, problem } = useAction(setMailServer)
  const set = (more: Partial<typeof server>) => setServer({ ...server, ...more })
  const save = async () => {
    const answer = await send({ ...server, password: password === '' ? null : password }).catch(
      () => undefined,
    )
    if (!answer) return
    setPassword('')
    message.success(answer.host === '' ? '已保存，不发邮件。' : '已保存，从下一条消息起发邮件。')
  }
  const text = (key: 'host' | 'user' | 'from' | 'address', title: string, hint: string) => (
    <div className="field">
      <label htmlFor={`${id}${key}`}>{title}</label>
      <Input
        id={`${id}${key}`}
        value={server[key]}
        autoComplete="off"
        placeholder={hint}
        onChange={(event) => set({ [key]: event.target.value })}
      />
    </div>
  )
  return (
    <Section title="邮件服务器">
      <form
        className="record-form"
        aria-label="邮件服务器"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        {text('host', '服务器（SMTP）', '如 smtp.example.gov.cn；留空就不发邮件')}
        <div className="field">
          <label htmlFor={`${id}port`}>端口</label>
          <InputNumber
            id={`${id}port`}
            min={1}
            max={65535}
            value={server.port}
            onChange={(port) => set({ port: port ?? 465 })}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}security`}>加密</label>
          <Select
            id={`${id}security`}
            value={server.security}
            options={securities}
            onChange={(security) => set({ security })}
          />
        </div>
        {text('user', '用户名', '不用登录的留空')}
        <div className="field">
          <label htmlFor={`${id}password`}>密码</label>
          <Input.Password
            id={`${id}password`}
            value={password}
            autoComplete="new-password"
            placeholder={hasPassword ? '已保存，不改就留空' : ''}
            onChange={(event) => setPassword(event.target.value)}
          />
        </div>
        {text('from', '发件人', '如 youju@example.gov.cn')}
        {text('address', '有据的网址', '写在邮件里的链接，如 https://youju.example.gov.cn')}
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
