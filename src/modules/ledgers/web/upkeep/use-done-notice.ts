import { undoStep } from '../../../../platform/contract/records.ts'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { useUndoNotice } from '../../../../platform/web/record/use-undo-notice.tsx'

interface Entry {
  id: string
  version: number
}

/** Says what was done to many entries at once, and offers to take all of it back. */
export const useDoneNotice = (
  definition: string,
): ((sentence: string, entries: readonly Entry[]) => void) => {
  const tell = useUndoNotice()
  const { send } = useAction(undoStep)
  return (sentence, entries) =>
    tell({
      key: entries.map(({ id }) => id).join(),
      sentence,
      seconds: 10,
      async undo() {
        for (const { id, version } of entries) await send({ definition, id, version })
        return '已撤销，恢复到之前。'
      },
    })
}
