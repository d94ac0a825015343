import './account.css'
import { App } from 'antd'
import { Loading } from '../feedback/loading.tsx'
import { ProblemAlert } from '../feedback/problem-alert.tsx'
import { Page } from '../page/page.tsx'
import { Section } from '../page/section.tsx'
import { ChangePasswordForm } from '../session/change-password-form.tsx'
import { useMe } from '../session/use-me.ts'
import { useSignInWays } from '../session/use-sign-in-ways.ts'
import { PasskeyList } from './passkey-list.tsx'
import { SessionList } from './session-list.tsx'
import { useAccount } from './use-account.ts'

/** One's own account: passkeys, where one is signed in, the password. */
const AccountPage = () => {
  const { name, username } = useMe()
  const { data, error, refetch } = useAccount()
  const ways = useSignInWays()
  const { message } = App.useApp()
  return (
    <Page title="我的账号" lead={`${name}，用户名 ${username}`}>
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {!data && !error && <Loading />}
      {data && (
        <div className="account">
          <Section title="通行密钥">
            <PasskeyList passkeys={data.passkeys} />
          </Section>
          <Section title="登录中的设备">
            <SessionList sessions={data.sessions} />
          </Section>
          {ways?.singleSignOn && (
            <Section title={ways.singleSignOn}>
              <p>
                {data.linked
                  ? '已与您的账号关联，可以用它登录。'
                  : '还没有关联。退出后在登录页用它登录一次即可；认证系统里的用户名要与这里的相同。'}
              </p>
            </Section>
          )}
          <Section title="修改密码">
            <p className="quiet">改好以后，其他设备上的登录都会结束。</p>
            <ChangePasswordForm
              done={() => {
                void message.success('密码已修改。')
                void refetch()
              }}
            />
          </Section>
        </div>
      )}
    </Page>
  )
}

export default AccountPage
