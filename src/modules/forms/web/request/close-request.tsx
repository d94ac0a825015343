import { Button } from 'antd'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { closeFormRequest } from '../../contract.ts'
import type { RequestView } from '../../contract-request.ts'

/** Handed in: no to-dos follow any more. Taken up again with the same button. */
export const CloseRequest = ({ request }: { request: RequestView }) => {
  const { send, sending, problem } = useAction(closeFormRequest)
  const closed = request.state === 'closed'
  return (
    <>
      <ProblemAlert problem={problem} />
      <Button
        loading={sending}
        onClick={() =>
          void send({ id: request.id, version: request.version, open: closed }).catch(() => undefined)
        }
      >
        {closed ? '重新打开' : '已报送，办结'}
      </Button>
    </>
  )
}
