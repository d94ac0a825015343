import { Select } from 'antd'
import { StatusTag } from '../../../../platform/web/feedback/status-tag.tsx'
import type { ImportView } from '../../contract.ts'
import { statusWords } from './import-words.ts'
import { leftOut, mappingFaults, optionsFor } from './mapping-options.ts'

type ImportColumn = ImportView['columns'][number]

interface ColumnMappingProps {
  view: ImportView
  /** Choices not yet applied. */
  chosen: Readonly<Record<string, string | null>>
  choose: (column: string, key: string | null) => void
  busy: boolean
}

const Status = ({ column, changed }: { column: ImportColumn; changed: boolean }) => {
  if (changed) return <StatusTag tone="look">待重新核对</StatusTag>
  const { title, reason, tone } = statusWords[column.status]
  return (
    <>
      <StatusTag tone={tone}>{title}</StatusTag> {reason && <span className="quiet">{reason}</span>}
    </>
  )
}

/** The file's columns, each with some of its values, and the field each goes to. */
export const ColumnMapping = ({ view, chosen, choose, busy }: ColumnMappingProps) => {
  const keyOf = (column: ImportColumn) =>
    column.column in chosen ? (chosen[column.column] ?? null) : column.key
  const faults = mappingFaults(
    view.columns.map((column) => ({ column: column.column, key: keyOf(column) })),
    view.fields,
  )
  return (
    <div className="column-mapping">
      <ul className="mapping-rows">
        {view.columns.map((column) => (
          <li key={column.column}>
            <p className="mapping-header">
              <span className="mapping-letter">{column.column}</span>
              <strong>{column.header || '（没有表头）'}</strong>
            </p>
            <p className="mapping-examples quiet">
              {column.examples.filter(Boolean).slice(0, 3).join('、') || '（空）'}
            </p>
            <Select
              aria-label={`${column.column} 列“${column.header}”对应到`}
              showSearch={{ optionFilterProp: 'label' }}
              disabled={busy || column.status === 'not-held'}
              value={keyOf(column) ?? leftOut}
              options={optionsFor(column, view.fields)}
              onChange={(key: string) => choose(column.column, key === leftOut ? null : key)}
            />
            <p className="mapping-status">
              <Status column={column} changed={column.column in chosen} />
            </p>
          </li>
        ))}
      </ul>
      {faults.map((fault) => (
        <p key={fault} className="field-error" role="alert">
          {fault}
        </p>
      ))}
    </div>
  )
}
