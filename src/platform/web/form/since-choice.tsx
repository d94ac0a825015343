import { Input, Radio } from 'antd'
import { useId } from 'react'
import { DateField } from '../input/date-field.tsx'

/** From when what is typed is true, and whether it is a change in the world or a slip put right. */
export interface Since {
  mode: 'change' | 'correction'
  on: string
  reason: string
}

interface SinceChoiceProps {
  since: Since
  onChange: (since: Since) => void
  today: string
  /** An existing record is edited: a correction is possible. */
  editing: boolean
  error: string | undefined
}

/** Asks “从哪天起是这样” or “一直如此，之前记错了”, and why. */
export const SinceChoice = ({ since, onChange, today, editing, error }: SinceChoiceProps) => {
  const id = useId()
  return (
    <>
      {editing && (
        <fieldset className="field">
          <legend>这次修改是</legend>
          <Radio.Group
            className="stacked"
            value={since.mode}
            onChange={(event) => onChange({ ...since, mode: event.target.value })}
            options={[
              { value: 'change', label: '情况变了：从某一天起是这样' },
              { value: 'correction', label: '一直如此，之前记错了' },
            ]}
          />
        </fieldset>
      )}
      {since.mode === 'change' && (
        <div className="field">
          <label htmlFor={`${id}-on`}>从哪天起</label>
          <DateField
            id={`${id}-on`}
            value={since.on}
            max={today}
            invalid={error !== undefined}
            onChange={(on) => onChange({ ...since, on })}
          />
          {error && <p className="field-error">{error}</p>}
        </div>
      )}
      <div className="field">
        <label htmlFor={`${id}-reason`}>
          说明<span className="field-optional">可不填</span>
        </label>
        <Input
          id={`${id}-reason`}
          value={since.reason}
          maxLength={200}
          placeholder="依据或原因，会留在变更记录里"
          onChange={(event) => onChange({ ...since, reason: event.target.value })}
        />
      </div>
    </>
  )
}
