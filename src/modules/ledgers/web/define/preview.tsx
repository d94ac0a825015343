import { useState } from 'react'
import { ledgerFromData } from '../../../../core/definition/index.ts'
import type { FieldView } from '../../../../platform/contract/catalogue.ts'
import { FieldRow } from '../../../../platform/web/form/field-row.tsx'
import { ScrollTable } from '../../../../platform/web/table/scroll-table.tsx'
import { registryRecords } from '../../../registry/index.ts'
import { dataOf, type LedgerDraft } from './ledger-draft.ts'

const viewOf = (draft: LedgerDraft): FieldView[] | string => {
  const ledger = ledgerFromData(dataOf({ ...draft, title: draft.title || '新台账' }, true), registryRecords)
  if (!ledger.ok) return ledger.message
  return Object.values(ledger.value.fields).map((field) => ({
    key: field.key,
    title: field.title,
    required: field.required,
    listed: field.listed,
    kept: field.kept,
    sensitive: field.sensitive ?? null,
    unit: field.unit ?? null,
    role: field.encrypted ? 'none' : field.type.role,
    control: field.type.control as FieldView['control'],
    type: field.type.name,
  }))
}

/** The form and the list as they will be; what is typed here goes nowhere. */
export const Preview = ({ draft }: { draft: LedgerDraft }) => {
  const [values, setValues] = useState<Readonly<Record<string, unknown>>>({})
  if (draft.fields.length === 0) return <p className="quiet">加入字段后，这里会显示登记表单和列表的样子。</p>
  const fields = viewOf(draft)
  if (typeof fields === 'string')
    return (
      <p className="quiet" role="status">
        {fields}
      </p>
    )
  const columns = [
    ...(draft.of === 'person' ? ['姓名', '性别', '年龄'] : draft.of ? ['对象'] : []),
    ...fields.filter(({ listed }) => listed).map(({ title }) => title),
    '区域',
  ]
  return (
    <>
      <ScrollTable title="列表的样子">
        <table className="record-table" aria-label="列表的样子">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
        </table>
      </ScrollTable>
      <section className="record-form preview-form" aria-label="表单的样子">
        {fields.map((field) => (
          <FieldRow
            key={`${field.key} ${field.type}`}
            field={field}
            id={`preview-${field.key}`}
            value={values[field.key]}
            error={undefined}
            from={undefined}
            kept={undefined}
            onChange={(value) => setValues((now) => ({ ...now, [field.key]: value }))}
            onUnreadable={() => undefined}
          />
        ))}
      </section>
    </>
  )
}
