import { App, Button } from 'antd'
import { asProblem } from '../../../../platform/web/api/problem-error.ts'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { undoChange } from '../../change-contract.ts'

const shownSeconds = 12

/** Says what was done, and offers to take all of it back. */
export const useChangeNotice = (): ((sentence: string, change: string) => void) => {
  const { notification, message } = App.useApp()
  const { send } = useAction(undoChange)
  return (sentence, change) => {
    const undo = async () => {
      notification.destroy(change)
      try {
        await send({ change })
        void message.success('已整件撤销，各处都恢复到办理之前。')
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
