import { App, Button } from 'antd'
import { undoStep } from '../../../../platform/contract/records.ts'
import { asProblem } from '../../../../platform/web/api/problem-error.ts'
import { useAction } from '../../../../platform/web/api/use-action.ts'

interface Entry {
  id: string
  version: number
}

const shownSeconds = 10

/** Says what was done to many entries at once, and offers to take all of it back. */
export const useDoneNotice = (
  definition: string,
): ((sentence: string, entries: readonly Entry[]) => void) => {
  const { notification, message } = App.useApp()
  const { send } = useAction(undoStep)
  return (sentence, entries) => {
    const key = entries.map(({ id }) => id).join()
    const undo = async () => {
      notification.destroy(key)
      try {
        for (const { id, version } of entries) await send({ definition, id, version })
        void message.success('已撤销，恢复到之前。')
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
