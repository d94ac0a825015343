import { undoStep } from '../../contract/records.ts'
import { useAction } from '../api/use-action.ts'
import { useUndoNotice } from './use-undo-notice.tsx'

interface Step {
  definition: string
  id: string
  version: number
}

/** Says that something was saved, and offers to take it back. */
export const useSavedNotice = (): ((sentence: string, step: Step) => void) => {
  const tell = useUndoNotice()
  const { send } = useAction(undoStep)
  return (sentence, step) =>
    tell({
      key: `${step.id}.${step.version}`,
      sentence,
      seconds: 10,
      async undo() {
        await send(step)
        return '已撤销，恢复到修改之前。'
      },
    })
}
