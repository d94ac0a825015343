import { App, Button } from 'antd'
import { undoStep } from '../../contract/records.ts'
import { asProblem } from '../api/problem-error.ts'
import { useAction } from '../api/use-action.ts'

interface Step {
  definition: string
  id: string
  version: number
}

const shownSeconds = 10

/** Says that something was saved, and offers to take it back. */
export const useSavedNotice = (): ((sentence: string, step: Step) => void) => {
  const { notification, message } = App.useApp()
  const { send } = useAction(undoStep)
  return (sentence, step) => {
    const key = `${step.id}.${step.version}`
    const undo = async () => {
      notification.destroy(key)
      try {
        await send(step)
        void message.success('已撤销，恢复到修改之前。')
      } catch (error) {
        void message.error(asProblem(error).title)
      }
    }
    notification.success({
      key,
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
