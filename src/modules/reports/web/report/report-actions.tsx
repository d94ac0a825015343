import { Button, Popover } from 'antd'
import { useState } from 'react'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { useMayWrite } from '../../../../platform/web/viewpoint/use-may-write.ts'
import { publishReport, type ReportView } from '../../contract.ts'
import { ReviseReport } from './revise-report.tsx'

const Publish = ({ report }: { report: ReportView }) => {
  const { send, sending, problem } = useAction(publishReport)
  const [open, setOpen] = useState(false)
  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      placement="bottomLeft"
      arrow={false}
      content={
        <div className="publish-box">
          <p>定稿以后，文中的数字连同出处一起封存，不再随台账变化。以后发现有错，用“更正”另出一版。</p>
          <ProblemAlert problem={problem} />
          <Button
            type="primary"
            loading={sending}
            onClick={() =>
              void send({ id: report.id })
                .then(() => setOpen(false))
                .catch(() => undefined)
            }
          >
            定稿
          </Button>
        </div>
      }
    >
      <Button type="primary">定稿</Button>
    </Popover>
  )
}

interface ReportActionsProps {
  report: ReportView
  verify: () => void
  verifying: boolean
}

/** What can be done with a report: freeze, download, print, correct, hold against the ledgers. */
export const ReportActions = ({ report, verify, verifying }: ReportActionsProps) => {
  const mayWrite = useMayWrite('report.write')
  return (
    <>
      {mayWrite && report.state === 'draft' && <Publish report={report} />}
      <Button href={`/api/reports/${report.id}/document`} download>
        下载 Word
      </Button>
      <Button onClick={() => window.print()}>打印</Button>
      {mayWrite && report.state === 'published' && <ReviseReport report={report} />}
      <Button loading={verifying} onClick={verify}>
        核对
      </Button>
    </>
  )
}
