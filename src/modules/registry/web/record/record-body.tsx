import type { DefinitionView } from '../../../../platform/contract/catalogue.ts'
import type { RecordView } from '../../../../platform/contract/records.ts'
import { Section } from '../../../../platform/web/page/section.tsx'
import { RecordFacts } from '../../../../platform/web/record/record-facts.tsx'
import type { Registrable } from '../../record-contract.ts'
import { EditRecord } from '../edit-record.tsx'
import { endings } from './causes.ts'
import { EndRecord } from './end-record.tsx'
import type { useDoing } from './use-doing.ts'

interface RecordBodyProps {
  definition: DefinitionView
  record: RecordView
  name: string
  doing: ReturnType<typeof useDoing>
  /** Fields that the page says elsewhere. */
  except?: readonly string[]
}

/** The facts of a record, or the form by which it is edited or ended. */
export const RecordBody = ({ definition, record, name, doing, except = ['name'] }: RecordBodyProps) => {
  const kind = definition.name as Registrable
  if (doing.doing === 'edit')
    return (
      <Section title={`修改${definition.title}信息`}>
        <EditRecord definition={definition} record={record} name={name} close={doing.stop} />
      </Section>
    )
  if (doing.doing === 'end')
    return (
      <Section title={endings[kind].title}>
        <EndRecord definition={kind} record={record} name={name} stop={doing.stop} gone={doing.stop} />
      </Section>
    )
  return (
    <Section title={`${definition.title}信息`}>
      <RecordFacts definition={definition} record={record} except={except} />
    </Section>
  )
}
