import { Button, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useGo } from '../../../../platform/web/address/use-address.ts'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { type ReportView, reviseReport } from '../../contract.ts'

/** Makes a new version of a published report, with the reason. */
export const ReviseReport = ({ report }: { report: ReportView }) => {
  const { send, sending, problem, clear } = useAction(reviseReport)
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const go = useGo()
  const id = useId()
  const revise = async () => {
    const answer = await send({ id: report.id, reason }).catch(() => null)
    if (!answer) return
    setOpen(false)
    go(`/reports/${answer.id}`)
  }
  return (
    <>
      <Button
        onClick={() => {
          clear()
          setOpen(true)
        }}
      >
        更正
      </Button>
      <Modal
        open={open}
        title="更正这份汇报"
        okText="生成更正版"
        cancelText="取消"
        confirmLoading={sending}
        okButtonProps={{ disabled: reason.trim().length < 2 }}
        onOk={() => void revise()}
        onCancel={() => setOpen(false)}
      >
        <div className="form-stack">
          <p>按现在的台账重新取数，生成新的一版；原来的一版保留，标明已被取代。</p>
          <div className="field">
            <label htmlFor={id}>更正的原因</label>
            <Input.TextArea
              id={id}
              value={reason}
              maxLength={200}
              autoSize={{ minRows: 2 }}
              onChange={(event) => setReason(event.target.value)}
            />
          </div>
          <ProblemAlert problem={problem} />
        </div>
      </Modal>
    </>
  )
}
