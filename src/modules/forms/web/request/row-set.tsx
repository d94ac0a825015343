import { Input, Select } from 'antd'
import { useId } from 'react'
import { useDefinitions } from '../../../../platform/web/definition/use-definition.ts'
import { ReferenceSelect } from '../../../../platform/web/input/reference-select.tsx'
import type { RequestView, RowChoice } from '../../contract-request.ts'

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
          标题里还有没用上的条件：{sheet.unusedConditions.join('、')}，请在下面写明或忽略。
        </p>
      )}
      <div className="form-stack">
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
        {single && rows && (definition?.kind === 'record' || !definition) && (
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
        {!single && rows && (
          <div className="field">
            <label htmlFor={`${id}-where`}>
              只要符合条件的<span className="field-optional">可不填</span>
            </label>
            <Input
              id={`${id}-where`}
              value={rows.where}
              placeholder={definition?.kind === 'ledger' ? 'person.age >= 60' : 'age >= 60'}
              aria-describedby={`${id}-help`}
              onChange={(event) => change({ ...rows, where: event.target.value })}
            />
            <p id={`${id}-help`} className="field-help">
              用规则写，例如 person.age &gt;= 60 &amp;&amp; level in ['1', '2']；写错了会告诉您错在哪里。
            </p>
          </div>
        )}
      </div>
    </>
  )
}
