import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Input } from 'antd'
import { type FormEvent, useEffect, useState } from 'react'
import { getMe } from '../../contract/session.ts'
import { askSignIn } from './sign-in.ts'

const shortest = 10

const check = (current: string, next: string, again: string): string | null => {
  if (current === '' || next === '') return '请填写现在的密码和新密码。'
  if (next.length < shortest) return `新密码至少 ${shortest} 个字符，可以是一句话。`
  if (next === current) return '新密码不能和现在的一样。'
  return next === again ? null : '两次填写的新密码不一样。'
}

/** A password given by somebody else must be changed before anything else. */
export const ChangePasswordPage = () => {
  const queries = useQueryClient()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const [message, setMessage] = useState<string | null>(null)
  const [sending, setSending] = useState(false)
  useEffect(() => {
    document.title = '修改密码 · 有据'
  }, [])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const wrong = check(current, next, again)
    setMessage(wrong)
    if (wrong) return
    setSending(true)
    const refused = await askSignIn('change-password', {
      currentPassword: current,
      newPassword: next,
      revokeOtherSessions: true,
    })
    setMessage(refused)
    setSending(false)
    if (refused === null) await queries.invalidateQueries({ queryKey: [getMe.path] })
  }
  const fields = [
    { id: 'current', title: '现在的密码', complete: 'current-password', value: current, set: setCurrent },
    { id: 'next', title: '新密码', complete: 'new-password', value: next, set: setNext },
    { id: 'again', title: '再写一遍新密码', complete: 'new-password', value: again, set: setAgain },
  ]
  return (
    <main className="sign-in">
      <header>
        <h1>请先换一个只有您知道的密码</h1>
        <p className="sign-in-promise">
          现在的密码是别人给您的。至少 {shortest} 个字符，可以是一句好记的话。
        </p>
      </header>
      <form className="form-stack" onSubmit={submit} noValidate>
        {message && <Alert type="error" showIcon title={message} />}
        {fields.map((field) => (
          <div className="field" key={field.id}>
            <label htmlFor={field.id}>{field.title}</label>
            <Input.Password
              id={field.id}
              autoComplete={field.complete}
              value={field.value}
              onChange={(event) => field.set(event.target.value)}
            />
          </div>
        ))}
        <Button type="primary" size="large" htmlType="submit" loading={sending}>
          保存新密码
        </Button>
      </form>
    </main>
  )
}
