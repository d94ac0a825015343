import { App, Button, Popconfirm } from 'antd'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { eraseExpired } from '../../retention-contract.ts'

/** Erases what is due. It cannot be undone, so it asks once. */
export const EraseNow = ({ name, title, records }: { name: string; title: string; records: number }) => {
  const { message } = App.useApp()
  const { send, sending, problem } = useAction(eraseExpired)
  const erase = async () => {
    const done = await send({ definition: name, records }).catch(() => undefined)
    if (done) void message.success('已开始删除，完成后证明在这一页下方。')
  }
  return (
    <>
      <ProblemAlert problem={problem} />
      <div>
        <Popconfirm
          title={`删除${title} ${records} 条？删除后不能恢复。`}
          okText="删除"
          cancelText="不删"
          onConfirm={() => void erase()}
        >
          <Button danger loading={sending}>
            现在删除到期的 {records} 条
          </Button>
        </Popconfirm>
      </div>
    </>
  )
}
