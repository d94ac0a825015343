import { App } from 'antd'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { useUndoNotice } from '../../../../platform/web/record/use-undo-notice.tsx'
import { undoAreaChange } from '../../contract.ts'

/** Says what a change did and offers to take it back, or that a job does it. */
export const useChangeNotice = () => {
  const { notification } = App.useApp()
  const tell = useUndoNotice()
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
    tell({
      key: change,
      sentence,
      seconds: 15,
      async undo() {
        const undone = await send({ change })
        return undone.job ? '人数较多，已转到后台撤销。' : '已撤销，恢复到调整之前。'
      },
    })
  }
}
