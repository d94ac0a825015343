import { App, Button } from 'antd'
import { asProblem } from '../api/problem-error.ts'

interface UndoNotice {
  readonly key: string
  /** What was done. */
  readonly sentence: string
  readonly seconds: number
  /** Takes it back; answers what that did, in a sentence. */
  undo(): Promise<string>
}

/** Says what was done, for a while, and offers to take it back. */
export const useUndoNotice = (): ((notice: UndoNotice) => void) => {
  const { notification, message } = App.useApp()
  return ({ key, sentence, seconds, undo }) => {
    const take = async () => {
      notification.destroy(key)
      try {
        void message.success(await undo())
      } catch (error) {
        void message.error(asProblem(error).title)
      }
    }
    notification.success({
      key,
      title: sentence,
      duration: seconds,
      actions: (
        <Button size="small" onClick={() => void take()}>
          撤销
        </Button>
      ),
    })
  }
}
