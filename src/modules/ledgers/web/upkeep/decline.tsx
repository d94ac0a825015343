import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { Bubble } from '../../../../platform/web/bubble/bubble.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { declineProposals } from '../../contract.ts'

interface DeclineProps {
  ledger: string
  kind: 'enter' | 'leave'
  records: readonly string[]
  done: () => void
}

const Reason = ({ ledger, kind, records, done, close }: DeclineProps & { close: () => void }) => {
  const [reason, setReason] = useState('')
  const { send, sending, problem } = useAction(declineProposals)
  const id = useId()
  const decline = async () => {
    await send({ ledger, kind, records: [...records], reason })
    close()
    done()
  }
  return (
    <form
      className="form-stack"
      onSubmit={(event) => {
        event.preventDefault()
        void decline().catch(() => undefined)
      }}
    >
      <div className="field">
        <label htmlFor={id}>原因</label>
        <Input
          id={id}
          autoFocus
          value={reason}
          maxLength={200}
          onChange={(event) => setReason(event.target.value)}
        />
        <p className="field-help">会留下记录，之后不再提示这些人。</p>
      </div>
      <ProblemAlert problem={problem} />
      <Button htmlType="submit" type="primary" loading={sending} disabled={reason.trim().length < 2}>
        记下原因
      </Button>
    </form>
  )
}

/** Asks why those chosen are not entered, or not taken out. */
export const Decline = (props: DeclineProps) => {
  const title = props.kind === 'enter' ? '不登记，说明原因' : '不移出，说明原因'
  return (
    <Bubble
      label={title}
      button={(trigger) => (
        <Button {...trigger} disabled={props.records.length === 0}>
          {title}
        </Button>
      )}
      content={(close) => <Reason {...props} close={close} />}
    />
  )
}
