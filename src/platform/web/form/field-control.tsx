import { Input, InputNumber, Radio, Select } from 'antd'
import type { ComponentType } from 'react'
import type { Control } from '../../../core/definition/field-type.ts'
import { AreaSelect } from '../input/area-select.tsx'
import { DateField } from '../input/date-field.tsx'
import { ReferenceSelect } from '../input/reference-select.tsx'

export interface FieldControlProps {
  id: string
  control: Control
  value: unknown
  /** Undefined empties the field. */
  onChange: (value: unknown) => void
  required: boolean
  placeholder?: string | undefined
  describedBy: string | undefined
  invalid: boolean
  /** Reports text that cannot be read as a value, or null. */
  onUnreadable: (message: string | null) => void
}

const asText = (value: unknown): string => (value === undefined || value === null ? '' : String(value))
const status = (invalid: boolean) => (invalid ? ({ status: 'error' } as const) : {})
const orUndefined = (text: string): string | undefined => (text === '' ? undefined : text)

const TextControl = ({
  id,
  control,
  value,
  onChange,
  placeholder,
  describedBy,
  invalid,
}: FieldControlProps) => (
  <Input
    id={id}
    {...status(invalid)}
    value={asText(value)}
    placeholder={placeholder}
    aria-describedby={describedBy}
    aria-invalid={invalid || undefined}
    autoComplete="off"
    maxLength={control.kind === 'text' ? control.maxLength : undefined}
    inputMode={control.kind === 'text' ? control.inputMode : undefined}
    onChange={(event) => onChange(orUndefined(event.target.value))}
  />
)

const LongTextControl = ({
  id,
  control,
  value,
  onChange,
  placeholder,
  describedBy,
  invalid,
}: FieldControlProps) => (
  <Input.TextArea
    id={id}
    {...status(invalid)}
    value={asText(value)}
    placeholder={placeholder}
    aria-describedby={describedBy}
    aria-invalid={invalid || undefined}
    autoSize={{ minRows: 2, maxRows: 8 }}
    maxLength={control.kind === 'longText' ? control.maxLength : undefined}
    onChange={(event) => onChange(orUndefined(event.target.value))}
  />
)

const NumberControl = ({
  id,
  control,
  value,
  onChange,
  placeholder,
  describedBy,
  invalid,
}: FieldControlProps) => {
  if (control.kind !== 'number') return null
  return (
    <InputNumber<number>
      id={id}
      {...status(invalid)}
      value={typeof value === 'number' ? value : null}
      placeholder={placeholder ?? ''}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      precision={control.decimals}
      min={control.min ?? Number.MIN_SAFE_INTEGER}
      max={control.max ?? Number.MAX_SAFE_INTEGER}
      suffix={control.unit}
      onChange={(number) => onChange(number ?? undefined)}
    />
  )
}

const DateControl = ({
  id,
  control,
  value,
  onChange,
  describedBy,
  invalid,
  onUnreadable,
}: FieldControlProps) => {
  const precision = control.kind === 'date' ? control.precision : 'day'
  return (
    <DateField
      id={id}
      precision={precision}
      value={asText(value)}
      describedBy={describedBy}
      invalid={invalid}
      onUnreadable={onUnreadable}
      onChange={(date) => onChange(precision === 'year' && date !== '' ? Number(date) : orUndefined(date))}
    />
  )
}

const few = 5

const ChoiceControl = (props: FieldControlProps) => {
  const { id, control, value, onChange, required, placeholder, describedBy, invalid } = props
  const options = control.kind === 'choice' ? control.options : []
  const listed = options.map((option) => ({ value: option.value, label: option.title }))
  return required && listed.length <= few ? (
    <Radio.Group
      id={id}
      aria-describedby={describedBy}
      options={listed}
      value={value ?? null}
      onChange={(event) => onChange(event.target.value)}
    />
  ) : (
    <Select
      id={id}
      {...status(invalid)}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear={!required}
      placeholder={placeholder ?? '请选择'}
      aria-describedby={describedBy}
      options={listed}
      value={value ?? null}
      onChange={(chosen: unknown) => onChange(chosen ?? undefined)}
    />
  )
}

const FlagControl = ({ id, value, onChange, describedBy }: FieldControlProps) => (
  <Radio.Group
    id={id}
    aria-describedby={describedBy}
    value={value ?? null}
    options={[
      { value: true, label: '是' },
      { value: false, label: '否' },
    ]}
    onChange={(event) => onChange(event.target.value)}
  />
)

const AreaControl = ({ id, value, onChange, describedBy, invalid }: FieldControlProps) => (
  <AreaSelect
    id={id}
    value={orUndefined(asText(value))}
    onChange={onChange}
    describedBy={describedBy}
    invalid={invalid}
  />
)

const ReferenceControl = ({ id, control, value, onChange, describedBy, invalid }: FieldControlProps) =>
  control.kind === 'reference' ? (
    <ReferenceSelect
      id={id}
      record={control.record}
      value={orUndefined(asText(value))}
      onChange={onChange}
      describedBy={describedBy}
      invalid={invalid}
    />
  ) : null

/** How each kind of control is drawn. */
const faces: Record<Control['kind'], ComponentType<FieldControlProps>> = {
  text: TextControl,
  longText: LongTextControl,
  number: NumberControl,
  date: DateControl,
  choice: ChoiceControl,
  flag: FlagControl,
  area: AreaControl,
  reference: ReferenceControl,
}

/** The control that asks for a field's value. */
export const FieldControl = (props: FieldControlProps) => {
  const Face = faces[props.control.kind]
  return <Face {...props} />
}
