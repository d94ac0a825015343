import { Alert, Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { askSignIn } from './sign-in.ts'

export const shortestPassword = 10

const check = (current: string, next: string, again: string): string | null => {
  if (current === '' || next === '') return '请填写现在的密码和新密码。'
  if (next.length < shortestPassword) return `新密码至少 ${shortestPassword} 个字符，可以是一句话。`
  if (next === current) return '新密码不能和现在的一样。'
  return next === again ? null : '两次填写的新密码不一样。'
}

/** Changes one's own password; whoever is signed in elsewhere as the same person is put out. */
export const ChangePasswordForm = ({ done }: { done: () => void }) => {
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const [message, setMessage] = useState<string | null>(null)
  const [sending, setSending] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const wrong = check(current, next, again)
    setMessage(wrong)
    if (wrong) return
    setSending(true)
    const refused = await askSignIn('change-password', { currentPassword: current, newPassword: next })
    setMessage(refused)
    setSending(false)
    if (refused !== null) return
    for (const set of [setCurrent, setNext, setAgain]) set('')
    done()
  }
  const fields = [
    { id: 'current', title: '现在的密码', complete: 'current-password', value: current, set: setCurrent },
    { id: 'next', title: '新密码', complete: 'new-password', value: next, set: setNext },
    { id: 'again', title: '再写一遍新密码', complete: 'new-password', value: again, set: setAgain },
  ]
  return (
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
      <div>
        <Button type="primary" htmlType="submit" loading={sending}>
          保存新密码
        </Button>
      </div>
    </form>
  )
}
