import type { z } from 'zod'
import type { DefinitionView } from '../../../../platform/contract/catalogue.ts'
import type { RecordView } from '../../../../platform/contract/records.ts'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { EndForm } from '../../../../platform/web/record/end-form.tsx'
import { useSavedNotice } from '../../../../platform/web/record/use-saved-notice.ts'
import { endEntry } from '../../contract.ts'

type Cause = z.input<typeof endEntry.input>['cause']

const personCauses: readonly { value: Cause; label: string }[] = [
  { value: 'moved', label: '迁出本辖区' },
  { value: 'died', label: '去世' },
  { value: 'reclassified', label: '情况变化，不再符合条件' },
  { value: 'expired', label: '证件或待遇到期' },
  { value: 'mistaken', label: '登记错了，本不该在册' },
]
const thingCauses = personCauses.filter(({ value }) => value !== 'died')

interface EndEntryProps {
  definition: DefinitionView
  record: RecordView
  stop: () => void
  gone: () => void
}

/** Takes an entry out of the ledger from a day on, for a cause. Its history stays. */
export const EndEntry = ({ definition, record, stop, gone }: EndEntryProps) => {
  const { send, sending, problem } = useAction(endEntry)
  const saved = useSavedNotice()
  return (
    <EndForm
      title="移出台账"
      question="为什么移出"
      dayLabel="从哪天起不在册"
      missingCause="请选择移出的原因。"
      causes={definition.of ? personCauses : thingCauses}
      help="以前的记录都保留，仍可按日期查看。"
      sending={sending}
      problem={problem}
      end={async (ending) => {
        const entry = { ledger: definition.name, id: record.id, version: record.version }
        const answer = await send({ ...entry, ...ending }).catch(() => null)
        if (!answer) return
        gone()
        saved(`已移出${definition.title}。`, { definition: definition.name, ...answer })
      }}
      stop={stop}
    />
  )
}
