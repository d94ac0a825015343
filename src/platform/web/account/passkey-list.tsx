import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import type { MyAccount } from '../../contract/account.ts'
import { Bubble } from '../bubble/bubble.tsx'
import { ProblemAlert } from '../feedback/problem-alert.tsx'
import { addPasskey, passkeysWork } from '../session/passkey.ts'
import { postToAccount } from '../session/post-to-account.ts'
import { useSignInWays } from '../session/use-sign-in-ways.ts'
import { wordInstant } from '../wording/word-instant.ts'
import { useAccountChange } from './use-account.ts'

type Passkey = MyAccount['passkeys'][number]

interface NameFormProps {
  id: string
  title: string
  initially: string
  button: string
  busy: boolean
  send: (name: string) => void
}

const NameForm = ({ id, title, initially, button, busy, send }: NameFormProps) => {
  const [name, setName] = useState(initially)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send(name.trim())
  }
  return (
    <form className="passkey-name" onSubmit={submit}>
      <div className="field">
        <label htmlFor={id}>{title}</label>
        <Input id={id} value={name} maxLength={40} onChange={(event) => setName(event.target.value)} />
      </div>
      <Button htmlType="submit" type="primary" loading={busy} disabled={name.trim() === ''}>
        {button}
      </Button>
    </form>
  )
}

const Line = ({ passkey }: { passkey: Passkey }) => {
  const { run, busy, problem } = useAccountChange()
  const { id, name } = passkey
  return (
    <li className="todo">
      <div>
        <strong>{name}</strong>
        <div className="quiet">{wordInstant(passkey.addedAt)} 添加</div>
        <ProblemAlert problem={problem} />
      </div>
      <div className="account-actions">
        <Bubble
          label={`给「${name}」改名`}
          placement="bottomRight"
          button={(trigger) => (
            <Button {...trigger} size="small" aria-label={`给「${name}」改名`}>
              改名
            </Button>
          )}
          content={(close) => (
            <NameForm
              id={`name-${id}`}
              title="新名字"
              initially={name}
              button="保存"
              busy={busy}
              send={async (next) => {
                if (await run(() => postToAccount('/api/auth/passkey/update-passkey', { id, name: next })))
                  close()
              }}
            />
          )}
        />
        <Bubble
          label={`删除「${name}」`}
          placement="bottomRight"
          button={(trigger) => (
            <Button {...trigger} size="small" aria-label={`删除「${name}」`}>
              删除
            </Button>
          )}
          content={() => (
            <div className="me-menu">
              <p>删除后，这台设备不能再用它登录。设备里存的那一份要在设备上另外删除。</p>
              <Button
                danger
                loading={busy}
                onClick={() => void run(() => postToAccount('/api/auth/passkey/delete-passkey', { id }))}
              >
                确认删除
              </Button>
            </div>
          )}
        />
      </div>
    </li>
  )
}

const notHere = (host: string | null): string => {
  if (host === null) return '本系统只有数字网址，浏览器不支持在上面使用通行密钥。请联系管理员配置域名。'
  return host === 'localhost'
    ? `在这里不能添加：本机试用请改用 http://localhost:${location.port} 打开。`
    : `在这里不能添加：请改用 https://${host} 打开，并使用较新的浏览器。`
}

/** One's passkeys: adding, naming and removing them. */
export const PasskeyList = ({ passkeys }: { passkeys: readonly Passkey[] }) => {
  const ways = useSignInWays()
  const { run, busy, problem } = useAccountChange()
  const [added, setAdded] = useState(0)
  return (
    <>
      <p className="quiet">
        用指纹、面容或设备 PIN 登录，不用输密码，也不会被钓鱼网站骗走。每台常用设备各添加一个。
      </p>
      {passkeys.length > 0 && (
        <ul className="plain-list" aria-label="通行密钥">
          {passkeys.map((passkey) => (
            <Line key={passkey.id} passkey={passkey} />
          ))}
        </ul>
      )}
      <ProblemAlert problem={problem} />
      {ways && !passkeysWork(ways) && <p>{notHere(ways.passkeyHost)}</p>}
      {ways && passkeysWork(ways) && (
        <NameForm
          // Empty again for the next one.
          key={added}
          id="new-passkey"
          title="给这台设备起个名字"
          initially=""
          button="添加通行密钥"
          busy={busy}
          send={async (name) => {
            if (await run(() => addPasskey(name))) setAdded(added + 1)
          }}
        />
      )}
    </>
  )
}
