import type { Control } from '../../../core/definition/field-type.ts'
import type { FieldView } from '../../contract/catalogue.ts'
import { FieldControl } from './field-control.tsx'

interface FieldRowProps {
  field: FieldView
  id: string
  value: unknown
  onChange: (value: unknown) => void
  error: string | undefined
  /** Where a value that was filled in came from. */
  from: string | undefined
  /** The masked value that stands unless a new one is typed. */
  kept: string | undefined
  onUnreadable: (message: string | null) => void
}

const helpFor = ({ from, kept }: Pick<FieldRowProps, 'from' | 'kept'>): string | undefined => {
  if (from) return `已填好，来自${from}。不对可以改。`
  return kept ? `现在是 ${kept}。不改就留空。` : undefined
}

// A group of radio buttons is named by a legend-like label; everything else by a label bound to its control.
const isGroup = (field: FieldView): boolean => {
  const control = field.control as Control
  return (
    control.kind === 'flag' || (control.kind === 'choice' && field.required && control.options.length <= 5)
  )
}

/** One field of a form: label above, control, help and error below. */
export const FieldRow = ({ field, id, value, onChange, error, from, kept, onUnreadable }: FieldRowProps) => {
  const help = helpFor({ from, kept })
  const describedBy = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  const title = (
    <>
      {field.title}
      {field.unit && `（${field.unit}）`}
      {!field.required && <span className="field-optional">可不填</span>}
    </>
  )
  const control = (
    <FieldControl
      id={id}
      control={field.control as Control}
      value={value}
      onChange={onChange}
      required={field.required}
      describedBy={describedBy}
      invalid={error !== undefined}
      onUnreadable={onUnreadable}
    />
  )
  const below = (
    <>
      {help && (
        <p className="field-help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </>
  )
  return isGroup(field) ? (
    <fieldset className="field" aria-describedby={describedBy}>
      <legend>{title}</legend>
      {control}
      {below}
    </fieldset>
  ) : (
    <div className="field">
      <label htmlFor={id}>{title}</label>
      {control}
      {below}
    </div>
  )
}
