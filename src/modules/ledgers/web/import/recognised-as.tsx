import { Select } from 'antd'
import { useId } from 'react'
import { useDefinitions } from '../../../../platform/web/definition/use-definition.ts'
import type { ImportView } from '../../contract.ts'
import { useAreaName } from './use-area-name.ts'

interface RecognisedAsProps {
  view: ImportView
  busy: boolean
  change: (change: { ledger?: string; sheet?: string }) => void
}

/** Which ledger and sheet were recognised, both to be changed. */
export const RecognisedAs = ({ view, busy, change }: RecognisedAsProps) => {
  const ledgers = useDefinitions().filter(({ may }) => may.import)
  const areaName = useAreaName(view.area)
  const id = useId()
  const header = view.sheets.find((sheet) => sheet.name === view.sheet)?.headerRows
  return (
    <div className="recognised">
      <div className="field">
        <label htmlFor={`${id}-ledger`}>{view.ledger ? '认出这是' : '没认出是哪种表，请选择'}</label>
        <Select
          id={`${id}-ledger`}
          value={view.ledger}
          disabled={busy}
          placeholder="请选择台账、单位或场所设施"
          options={ledgers.map(({ name, title }) => ({ value: name, label: title }))}
          onChange={(ledger: string) => change({ ledger })}
        />
      </div>
      {view.sheets.length > 1 && (
        <div className="field">
          <label htmlFor={`${id}-sheet`}>用哪张工作表</label>
          <Select
            id={`${id}-sheet`}
            value={view.sheet}
            disabled={busy}
            options={view.sheets.map(({ name, rows }) => ({ value: name, label: `${name}（${rows} 行）` }))}
            onChange={(sheet: string) => change({ sheet })}
          />
        </div>
      )}
      <p className="quiet">
        导入到{areaName}。
        {header &&
          (header[0] === header[1]
            ? `表头在第 ${header[0]} 行。`
            : `表头在第 ${header[0]}～${header[1]} 行。`)}
        {view.message}
      </p>
    </div>
  )
}
