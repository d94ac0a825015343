import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { DefinitionView } from '../../../../platform/contract/catalogue.ts'
import type { RecordView } from '../../../../platform/contract/records.ts'
import { asProblem } from '../../../../platform/web/api/problem-error.ts'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { RecordForm } from '../../../../platform/web/form/record-form.tsx'
import { RecordFacts } from '../../../../platform/web/record/record-facts.tsx'
import { useSavedNotice } from '../../../../platform/web/record/use-saved-notice.ts'
import { editEntry } from '../../contract.ts'

interface EditEntryProps {
  definition: DefinitionView
  record: RecordView
  stop: () => void
}

/** Changes an entry, or corrects what was recorded wrongly. */
export const EditEntry = ({ definition, record, stop }: EditEntryProps) => {
  const { send } = useAction(editEntry)
  const queries = useQueryClient()
  const saved = useSavedNotice()
  const [opened] = useState(record.version)
  return (
    <RecordForm
      fields={definition.fields}
      record={record}
      draft={{
        key: `editEntry.${record.id}`,
        title: `修改${definition.title}：${record.subject?.display.name ?? record.display.name ?? ''}`,
      }}
      before={
        record.version > opened && (
          <div className="entry-newer">
            <p>别人改过以后的内容：</p>
            <RecordFacts definition={definition} record={record} />
          </div>
        )
      }
      send={async (filled) => {
        const entry = { ledger: definition.name, id: record.id, version: record.version }
        const answer = await send({ ...entry, ...filled }).catch((error: unknown) => {
          // Somebody was faster: what they wrote is read, what was typed here stays and can be sent on top of it.
          if (asProblem(error).code === 'record.stale') void queries.invalidateQueries()
          throw error
        })
        saved('已保存。', {
          definition: definition.name,
          id: record.id,
          version: answer.record.version,
        })
      }}
      done={stop}
      cancel={stop}
    />
  )
}
