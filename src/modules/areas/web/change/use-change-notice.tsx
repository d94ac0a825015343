import { App, Button } from 'antd'
import { asProblem } from '../../../../platform/web/api/problem-error.ts'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { undoAreaChange } from '../../contract.ts'

const shownSeconds = 15

/** Says what a change did and offers to take it back, or that a job does it. */
export const useChangeNotice = () => {
  const { notification, message } = App.useApp()
  const { send } = useAction(undoAreaChange)
  return (sentence: string, { change, job }: { change: string | null; job: string | null }) => {
    if (change === null) {
      notification.success({
        title: '人数较多，已转到后台办理。',
        description: '右上角可以看进度，完成前原来的网格照常可用。',
        key: job ?? sentence,
      })
      return
    }
    const undo = async () => {
      notification.destroy(change)
      try {
        const { job } = await send({ change })
        void message.success(job ? '人数较多，已转到后台撤销。' : '已撤销，恢复到调整之前。')
      } catch (error) {
        void message.error(asProblem(error).title)
      }
    }
    notification.success({
      key: change,
      title: sentence,
      duration: shownSeconds,
      actions: (
        <Button size="small" onClick={() => void undo()}>
          撤销
        </Button>
      ),
    })
  }
}
