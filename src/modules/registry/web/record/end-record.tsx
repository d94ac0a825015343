import { Button, Input, Radio } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import type { z } from 'zod'
import type { RecordView } from '../../../../platform/contract/records.ts'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { DateField } from '../../../../platform/web/input/date-field.tsx'
import { useSavedNotice } from '../../../../platform/web/record/use-saved-notice.ts'
import { useMe } from '../../../../platform/web/session/use-me.ts'
import { endRegistryRecord, type Registrable } from '../../record-contract.ts'
import { endings } from './causes.ts'

interface EndRecordProps {
  definition: Registrable
  record: RecordView
  name: string
  stop: () => void
  gone: () => void
}

/** Ends an organisation, agreement, facility or relation from a day on, for a cause. Its history stays. */
export const EndRecord = ({ definition, record, name, stop, gone }: EndRecordProps) => {
  const { today } = useMe()
  const { send, sending, problem } = useAction(endRegistryRecord)
  const saved = useSavedNotice()
  const { title, causes, hint } = endings[definition]
  const [cause, setCause] = useState<z.input<typeof endRegistryRecord.input>['cause'] | null>(null)
  const [on, setOn] = useState(today)
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const id = useId()
  const missing = asked && cause === null
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (cause === null || on === '') return
    const input = { definition, id: record.id, version: record.version, on, cause, reason }
    const answer = await send(input).catch(() => null)
    if (!answer) return
    gone()
    saved(`${name}：已${title}。`, { definition, ...answer })
  }
  return (
    <form className="form-stack" onSubmit={submit}>
      <fieldset className="field" aria-describedby={missing ? `${id}-error` : undefined}>
        <legend>为什么{title}</legend>
        <Radio.Group
          className="stacked"
          value={cause}
          options={[...causes]}
          onChange={(event) => setCause(event.target.value)}
        />
        {missing && (
          <p className="field-error" id={`${id}-error`} role="alert">
            请选择原因。
          </p>
        )}
      </fieldset>
      <div className="field">
        <label htmlFor={`${id}-on`}>从哪天起</label>
        <DateField id={`${id}-on`} value={on} max={today} onChange={setOn} />
      </div>
      <div className="field">
        <label htmlFor={`${id}-reason`}>
          说明<span className="field-optional">可不填</span>
        </label>
        <Input
          id={`${id}-reason`}
          value={reason}
          maxLength={200}
          onChange={(event) => setReason(event.target.value)}
        />
        <p className="field-help">{hint}以前的记录都保留，仍可按日期查看。</p>
      </div>
      <ProblemAlert problem={problem} />
      <p className="form-actions">
        <Button type="primary" htmlType="submit" loading={sending}>
          {title}
        </Button>
        <Button onClick={stop}>取消</Button>
      </p>
    </form>
  )
}
