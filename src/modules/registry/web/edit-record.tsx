import type { DefinitionView } from '../../../platform/contract/catalogue.ts'
import type { RecordView } from '../../../platform/contract/records.ts'
import { useAction } from '../../../platform/web/api/use-action.ts'
import { RecordForm } from '../../../platform/web/form/record-form.tsx'
import { useSavedNotice } from '../../../platform/web/record/use-saved-notice.ts'
import { editRegistryRecord } from '../contract.ts'

interface EditRecordProps {
  definition: DefinitionView
  record: RecordView
  /** What the record is called, for the draft and the notice. */
  name: string
  close: () => void
}

/** Edits a person, household or dwelling; afterwards it can be taken back. */
export const EditRecord = ({ definition, record, name, close }: EditRecordProps) => {
  const { send } = useAction(editRegistryRecord)
  const tell = useSavedNotice()
  return (
    <RecordForm
      fields={definition.fields}
      draft={{ key: `edit.${definition.name}.${record.id}`, title: `修改${name}的${definition.title}信息` }}
      record={record}
      send={async (filled) => {
        const answer = await send({
          ...filled,
          definition: definition.name,
          id: record.id,
          version: record.version,
        })
        tell(`${name}的信息已保存。`, {
          definition: definition.name,
          id: record.id,
          version: answer.record.version,
        })
      }}
      done={() => {
        close()
        window.scrollTo({ top: 0 })
      }}
      cancel={close}
    />
  )
}
