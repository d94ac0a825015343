import { useAction } from '../../../../platform/web/api/use-action.ts'
import { useUndoNotice } from '../../../../platform/web/record/use-undo-notice.tsx'
import { undoChange } from '../../change-contract.ts'

/** Says what was done, and offers to take all of it back. */
export const useChangeNotice = (): ((sentence: string, change: string) => void) => {
  const tell = useUndoNotice()
  const { send } = useAction(undoChange)
  return (sentence, change) =>
    tell({
      key: change,
      sentence,
      seconds: 12,
      async undo() {
        await send({ change })
        return '已整件撤销，各处都恢复到办理之前。'
      },
    })
}
