import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Input } from 'antd'
import { type FormEvent, useEffect, useState } from 'react'
import { DemoAccounts } from './demo-accounts.tsx'
import { OtherWays } from './other-ways.tsx'
import { wordProviderRefusal } from './provider-refusal.ts'
import { askSignIn } from './sign-in.ts'

/** Signing in, in place of whichever page was asked for; afterwards one is there. */
export const SignInPage = () => {
  const queries = useQueryClient()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [message, setMessage] = useState(() => wordProviderRefusal(window.location.search))
  const [sending, setSending] = useState(false)
  useEffect(() => {
    document.title = '登录 · 有据'
  }, [])

  const signIn = async (as: { username: string; password: string }) => {
    setSending(true)
    const refused = await askSignIn('sign-in/username', as)
    setMessage(refused)
    // Nothing of whoever was signed in before may be shown to the next.
    if (refused === null) await queries.resetQueries()
    setSending(false)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (username.trim() === '' || password === '') return setMessage('请填写用户名和密码。')
    void signIn({ username: username.trim(), password })
  }
  return (
    <main className="sign-in">
      <header>
        <h1>有据</h1>
        <p className="sign-in-promise">街道社区工作台。一次记录，处处有数，数出有据。</p>
      </header>
      <form className="form-stack" onSubmit={submit} noValidate>
        {message && <Alert type="error" showIcon title={message} />}
        <div className="field">
          <label htmlFor="username">用户名</label>
          <Input
            id="username"
            autoComplete="username"
            autoCapitalize="none"
            value={username}
            onChange={(event) => setUsername(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor="password">密码</label>
          <Input.Password
            id="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </div>
        <Button type="primary" size="large" htmlType="submit" loading={sending}>
          登录
        </Button>
      </form>
      <OtherWays tell={setMessage} done={() => void queries.resetQueries()} />
      <DemoAccounts
        choose={(account) => {
          setUsername(account.username)
          setPassword(account.password)
          void signIn(account)
        }}
      />
    </main>
  )
}
