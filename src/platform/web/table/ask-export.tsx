import { Button, Checkbox, Input } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import type { DefinitionView } from '../../contract/catalogue.ts'
import { exportRecords } from '../../contract/records.ts'
import { useAction } from '../api/use-action.ts'
import { ProblemAlert } from '../feedback/problem-alert.tsx'

/** What a list shows now, and so what is exported. */
export interface ExportOrder {
  definition: DefinitionView
  area: string | undefined
  asOf: string | undefined
  filters: Readonly<Record<string, string>>
  q: string | undefined
  sort: string | undefined
  /** Keys of the columns shown. */
  fields: readonly string[]
}

/** Asks what an export is for, and orders it. */
export const AskExport = (props: ExportOrder & { started: () => void }) => {
  const { definition, area, asOf, filters, q, sort, fields, started } = props
  const { send, sending, problem } = useAction(exportRecords)
  const [purpose, setPurpose] = useState('')
  const [unmasked, setUnmasked] = useState(false)
  const [numbered, setNumbered] = useState(false)
  const id = useId()
  const start = async (event: FormEvent) => {
    event.preventDefault()
    const shown = {
      definition: definition.name,
      area,
      asOf,
      q,
      sort,
      filter: { ...filters },
      fields: [...fields],
    }
    const answer = await send({ ...shown, unmasked, numbered, purpose }).catch(() => null)
    if (answer) started()
  }
  return (
    <form className="form-stack" onSubmit={start}>
      <p>按现在的筛选、排序和所选的列导出。导出会记入操作记录。</p>
      <div className="field">
        <label htmlFor={id}>用途</label>
        <Input
          id={id}
          value={purpose}
          maxLength={100}
          autoComplete="off"
          aria-describedby={`${id}-help`}
          onChange={(event) => setPurpose(event.target.value)}
        />
        <p className="field-help" id={`${id}-help`}>
          写明给谁、做什么用，如“报区残联核对两项补贴”。
        </p>
      </div>
      {definition.may.reveal && definition.fields.some((field) => field.sensitive) && (
        <Checkbox checked={unmasked} onChange={(event) => setUnmasked(event.target.checked)}>
          身份证号、电话等导出原文（不打码）
        </Checkbox>
      )}
      {definition.kind === 'ledger' && definition.may.import && asOf === undefined && (
        <Checkbox checked={numbered} onChange={(event) => setNumbered(event.target.checked)}>
          带编号，改好后可以带回来比对
        </Checkbox>
      )}
      <ProblemAlert problem={problem} />
      <p>
        <Button type="primary" htmlType="submit" loading={sending} disabled={purpose.trim().length < 2}>
          开始导出
        </Button>
      </p>
    </form>
  )
}
