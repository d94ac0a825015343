import { Button, Input, Radio } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import type { z } from 'zod'
import type { DefinitionView } from '../../../../platform/contract/catalogue.ts'
import type { RecordView } from '../../../../platform/contract/records.ts'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { DateField } from '../../../../platform/web/input/date-field.tsx'
import { useSavedNotice } from '../../../../platform/web/record/use-saved-notice.ts'
import { useMe } from '../../../../platform/web/session/use-me.ts'
import { endEntry } from '../../contract.ts'

type Cause = z.input<typeof endEntry.input>['cause']

const personCauses: readonly { value: Cause; label: string }[] = [
  { value: 'moved', label: '迁出本辖区' },
  { value: 'died', label: '去世' },
  { value: 'reclassified', label: '情况变化，不再符合条件' },
  { value: 'expired', label: '证件或待遇到期' },
  { value: 'mistaken', label: '登记错了，本不该在册' },
]
const thingCauses = personCauses.filter(({ value }) => value !== 'died')

interface EndEntryProps {
  definition: DefinitionView
  record: RecordView
  stop: () => void
  gone: () => void
}

/** Takes an entry out of the ledger from a day on, for a cause. Its history stays. */
export const EndEntry = ({ definition, record, stop, gone }: EndEntryProps) => {
  const { today } = useMe()
  const { send, sending, problem } = useAction(endEntry)
  const saved = useSavedNotice()
  const [cause, setCause] = useState<Cause | null>(null)
  const [on, setOn] = useState(today)
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const id = useId()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (cause === null || on === '') return
    const entry = { ledger: definition.name, id: record.id, version: record.version }
    const answer = await send({ ...entry, on, cause, reason }).catch(() => null)
    if (!answer) return
    gone()
    saved(`已移出${definition.title}。`, { definition: definition.name, ...answer })
  }
  return (
    <form className="form-stack" onSubmit={submit}>
      <fieldset className="field" aria-describedby={asked && cause === null ? `${id}-error` : undefined}>
        <legend>为什么移出</legend>
        <Radio.Group
          className="stacked"
          value={cause}
          options={[...(definition.of ? personCauses : thingCauses)]}
          onChange={(event) => setCause(event.target.value)}
        />
        {asked && cause === null && (
          <p className="field-error" id={`${id}-error`} role="alert">
            请选择移出的原因。
          </p>
        )}
      </fieldset>
      <div className="field">
        <label htmlFor={`${id}-on`}>从哪天起不在册</label>
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
        <p className="field-help">以前的记录都保留，仍可按日期查看。</p>
      </div>
      <ProblemAlert problem={problem} />
      <p className="form-actions">
        <Button type="primary" htmlType="submit" loading={sending}>
          移出台账
        </Button>
        <Button onClick={stop}>取消</Button>
      </p>
    </form>
  )
}
