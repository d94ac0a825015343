import { Button } from 'antd'
import type { MyAccount } from '../../contract/account.ts'
import { ProblemAlert } from '../feedback/problem-alert.tsx'
import { postToAccount } from '../session/post-to-account.ts'
import { wordInstant } from '../wording/word-instant.ts'
import { useAccountChange } from './use-account.ts'
import { wordProgram } from './word-program.ts'

type Session = MyAccount['sessions'][number]

/** Where one is signed in, and ending it there. */
export const SessionList = ({ sessions }: { sessions: readonly Session[] }) => {
  const { run, busy, problem } = useAccountChange()
  const end = (which: object) => void run(() => postToAccount('/api/account/end-sessions', which))
  return (
    <>
      <ProblemAlert problem={problem} />
      <ul className="plain-list" aria-label="登录中的设备">
        {sessions.map(({ id, since, address, program, current }) => (
          <li key={id} className="todo">
            <div>
              <strong>{wordProgram(program)}</strong> {current && '（就是这里）'}
              <div className="quiet">
                {wordInstant(since)} 登录{address && `，来自 ${address}`}
              </div>
            </div>
            {!current && (
              <Button size="small" disabled={busy} onClick={() => end({ id })}>
                结束
              </Button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <Button className="account-end-others" disabled={busy} onClick={() => end({ others: true })}>
          结束其他全部登录
        </Button>
      )}
    </>
  )
}
