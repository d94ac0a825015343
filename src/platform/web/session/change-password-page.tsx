import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { getMe } from '../../contract/session.ts'
import { ChangePasswordForm, shortestPassword } from './change-password-form.tsx'

/** A password given by somebody else must be changed before anything else. */
export const ChangePasswordPage = () => {
  const queries = useQueryClient()
  useEffect(() => {
    document.title = '修改密码 · 有据'
  }, [])
  return (
    <main className="sign-in">
      <header>
        <h1>请先换一个只有您知道的密码</h1>
        <p className="sign-in-promise">
          现在的密码是别人给您的。至少 {shortestPassword} 个字符，可以是一句好记的话。
        </p>
      </header>
      <ChangePasswordForm done={() => void queries.invalidateQueries({ queryKey: [getMe.path] })} />
    </main>
  )
}
