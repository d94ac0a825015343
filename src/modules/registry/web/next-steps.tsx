import { Button } from 'antd'
import type { DefinitionView } from '../../../platform/contract/catalogue.ts'
import type { RecordView } from '../../../platform/contract/records.ts'
import { useSetPageSearch } from '../../../platform/web/address/use-address.ts'

/** What to do next about a record: so far, the usual fields that are still empty. */
export const NextSteps = ({ definition, record }: { definition: DefinitionView; record: RecordView }) => {
  const setSearch = useSetPageSearch()
  const missing = definition.fields.filter(
    (field) => field.listed && !field.kept && (record.display[field.key] ?? '') === '',
  )
  if (missing.length === 0) return null
  return (
    <p className="notice">
      还缺：{missing.map((field) => field.title).join('、')}。
      <Button size="small" onClick={() => setSearch({ edit: '1' })}>
        补填
      </Button>
    </p>
  )
}
