import { Alert, Button, Popover } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { verifyAudit } from '../../contract/audit.ts'
import { useAction } from '../api/use-action.ts'
import { ProblemAlert } from '../feedback/problem-alert.tsx'
import { wordInstant } from '../wording/word-instant.ts'
import { wordNumber } from '../wording/word-number.ts'

type Answer = z.infer<typeof verifyAudit.output>

const wordAnswer = ({ intact, entries, seals, unsealed, faults }: Answer): string =>
  intact
    ? `${wordNumber(entries)} 条记录、${wordNumber(seals)} 个封条逐一核对，没有被改动、缺少或调换的。${
        unsealed > 0 ? `最近 ${wordNumber(unsealed)} 条等待封存。` : ''
      }`
    : `发现 ${wordNumber(faults.length)} 处对不上，请立即告诉系统管理员并保留数据。`

/** Checks the whole chain and says what came of it. */
export const VerifyChain = () => {
  const { send, sending, problem } = useAction(verifyAudit)
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [open, setOpen] = useState(false)
  const verify = async () => {
    setOpen(true)
    setAnswer(await send({}).catch(() => null))
  }
  return (
    <Popover
      open={open && (answer !== null || problem !== null)}
      onOpenChange={(shown) => !shown && setOpen(false)}
      trigger="click"
      placement="bottomRight"
      arrow={false}
      content={
        <div className="chain-answer" role="status">
          <ProblemAlert problem={problem} />
          {answer && (
            <Alert
              type={answer.intact ? 'success' : 'error'}
              showIcon
              title={answer.intact ? '记录完整' : '记录不完整'}
              description={
                <>
                  <p>{wordAnswer(answer)}</p>
                  <ul className="places">
                    {answer.faults.map((fault) => (
                      <li key={fault}>{fault}</li>
                    ))}
                  </ul>
                  <p className="quiet">{wordInstant(answer.checkedAt)} 校验</p>
                </>
              }
            />
          )}
        </div>
      }
    >
      <Button loading={sending} onClick={() => void verify()}>
        校验
      </Button>
    </Popover>
  )
}
