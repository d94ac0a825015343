import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { formatDateChinese } from '../../../../core/time/format-date.ts'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { retireOwnLedger } from '../../contract.ts'

interface RetireLedgerProps {
  ledger: string
  title: string
  retired: string | undefined
}

/** Takes a ledger out of use, or into use again, with the reason. */
export const RetireLedger = ({ ledger, title, retired }: RetireLedgerProps) => {
  const [reason, setReason] = useState('')
  const { send, sending, problem } = useAction(retireOwnLedger)
  const id = useId()
  return (
    <Section title={retired ? '恢复使用' : '停用'}>
      <p className="quiet">
        {retired
          ? `${title}自${formatDateChinese(retired)}起停用。恢复后又可以登记和导入。`
          : '停用后不再登记和导入；已有的记录和历史仍可查看，随时可以恢复。'}
      </p>
      <div className="field define-retire">
        <label htmlFor={id}>原因</label>
        <Input id={id} value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />
      </div>
      <ProblemAlert problem={problem} />
      <p>
        <Button
          loading={sending}
          disabled={reason.trim().length < 2}
          onClick={() => void send({ ledger, retire: !retired, reason }).catch(() => undefined)}
        >
          {retired ? '恢复使用' : '停用这本台账'}
        </Button>
      </p>
    </Section>
  )
}
