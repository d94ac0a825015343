import { Select } from 'antd'
import { useId } from 'react'
import { useDefinitions } from '../../../../platform/web/definition/use-definition.ts'
import { ReferenceSelect } from '../../../../platform/web/input/reference-select.tsx'
import type { RequestView, RowChoice } from '../../contract-request.ts'
import { RowFilters } from './row-filters.tsx'

interface RowSetProps {
  sheet: RequestView['sheets'][number]
  rows: RowChoice | null
  change: (rows: RowChoice) => void
}

/** Which people, households, places or entries are meant: a proposal that a person confirms or corrects. */
export const RowSet = ({ sheet, rows, change }: RowSetProps) => {
  const id = useId()
  const definitions = useDefinitions()
  const single = sheet.shape === 'vertical'
  const definition = definitions.find(({ name }) => name === rows?.definition)
  return (
    <>
      {sheet.rowsTitle && <p>按标题提出：{sheet.rowsTitle}。</p>}
      {sheet.unusedConditions.length > 0 && (
        <p className="field-error">
          标题里还有没用上的条件：{sheet.unusedConditions.join('、')}，请在下面用筛选写明，用不上就不管。
        </p>
      )}
      <div className="form-stack form-rows">
        <div className="field">
          <label htmlFor={`${id}-definition`}>从哪里取</label>
          <Select
            id={`${id}-definition`}
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="选择居民、住户、房屋或一本台账"
            value={rows?.definition ?? null}
            options={definitions.map(({ name, title }) => ({ value: name, label: title }))}
            onChange={(name: string) => change({ definition: name, where: '' })}
          />
        </div>
        {single && rows && (
          <div className="field">
            <label htmlFor={`${id}-record`}>填哪一个</label>
            <ReferenceSelect
              id={`${id}-record`}
              record={rows.definition}
              value={rows.record}
              onChange={(record) =>
                change({ definition: rows.definition, where: rows.where, ...(record ? { record } : {}) })
              }
            />
          </div>
        )}
      </div>
      {!single && rows && definition && <RowFilters definition={definition} rows={rows} change={change} />}
    </>
  )
}
