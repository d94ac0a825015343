import type { RecordView } from '../../../../platform/contract/records.ts'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { EndForm } from '../../../../platform/web/record/end-form.tsx'
import { useSavedNotice } from '../../../../platform/web/record/use-saved-notice.ts'
import { endRegistryRecord, type Registrable } from '../../record-contract.ts'
import { endings } from './causes.ts'

interface EndRecordProps {
  definition: Registrable
  record: RecordView
  name: string
  stop: () => void
  gone: () => void
}

/** Ends an organisation, agreement, facility or relation from a day on, for a cause. Its history stays. */
export const EndRecord = ({ definition, record, name, stop, gone }: EndRecordProps) => {
  const { send, sending, problem } = useAction(endRegistryRecord)
  const saved = useSavedNotice()
  const { title, causes, hint = '' } = endings[definition]
  return (
    <EndForm
      title={title}
      question={`为什么${title}`}
      dayLabel="从哪天起"
      missingCause="请选择原因。"
      causes={causes}
      help={`${hint}以前的记录都保留，仍可按日期查看。`}
      sending={sending}
      problem={problem}
      end={async (ending) => {
        const input = { definition, id: record.id, version: record.version, ...ending }
        const answer = await send(input).catch(() => null)
        if (!answer) return
        gone()
        saved(`${name}：已${title}。`, { definition, ...answer })
      }}
      stop={stop}
    />
  )
}
