import { Checkbox, Input, InputNumber, Select } from 'antd'
import { type ComponentType, useEffect, useState } from 'react'
import type { Control } from '../../../core/definition/field-type.ts'
import { AreaSelect } from '../input/area-select.tsx'
import { DateField } from '../input/date-field.tsx'
import { type Filter, readFilter, writeFilter } from './filter-text.ts'

interface FilterControlProps {
  control: Control
  title: string
  /** The filter's text, undefined where there is none. */
  value: string | undefined
  onChange: (value: string | undefined) => void
}

const valuesOf = (value: string | undefined): readonly string[] => {
  const filter: Filter | undefined = value === undefined ? undefined : readFilter(value)
  return filter?.kind === 'any' ? filter.values : []
}

const rangeOf = (value: string | undefined): { from: string; to: string } => {
  const filter = value === undefined ? undefined : readFilter(value)
  return filter?.kind === 'range' ? filter : { from: '', to: '' }
}

const ContainsFilter = ({ title, value, onChange }: FilterControlProps) => {
  const filter = value === undefined ? undefined : readFilter(value)
  const held = filter?.kind === 'contains' ? filter.text : ''
  const [text, setText] = useState(held)
  useEffect(() => setText(held), [held])
  const accept = () => text !== held && onChange(writeFilter({ kind: 'contains', text }))
  return (
    <Input
      aria-label={`${title}包含`}
      placeholder="包含"
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={accept}
      onPressEnter={accept}
    />
  )
}

const few = 12

const ChoiceFilter = ({ control, title, value, onChange }: FilterControlProps) => {
  const options = control.kind === 'choice' ? control.options : []
  const accept = (values: readonly string[]) => onChange(writeFilter({ kind: 'any', values }))
  const listed = options.map((option) => ({ value: option.value, label: option.title }))
  return options.length <= few ? (
    <Checkbox.Group options={listed} value={[...valuesOf(value)]} onChange={accept} />
  ) : (
    <Select
      mode="multiple"
      aria-label={title}
      placeholder="可选多项"
      showSearch={{ optionFilterProp: 'label' }}
      options={listed}
      value={[...valuesOf(value)]}
      onChange={accept}
    />
  )
}

const FlagFilter = ({ value, onChange }: FilterControlProps) => (
  <Checkbox.Group
    options={[
      { value: 'true', label: '是' },
      { value: 'false', label: '否' },
    ]}
    value={[...valuesOf(value)]}
    onChange={(values) => onChange(writeFilter({ kind: 'any', values }))}
  />
)

const examples = { day: '2026.1.12', month: '2026.1', year: '2026' }

const DateFilter = ({ control, title, value, onChange }: FilterControlProps) => {
  const range = rangeOf(value)
  const precision = control.kind === 'date' ? control.precision : 'day'
  const change = (part: { from?: string; to?: string }) =>
    onChange(writeFilter({ kind: 'range', ...range, ...part }))
  return (
    <div className="filter-dates">
      <DateField
        label={`${title}从`}
        precision={precision}
        placeholder={`从，如 ${examples[precision]}`}
        value={range.from}
        onChange={(from) => change({ from })}
      />
      <DateField
        label={`${title}至`}
        precision={precision}
        placeholder={`至，如 ${examples[precision]}`}
        value={range.to}
        onChange={(to) => change({ to })}
      />
    </div>
  )
}

const NumberFilter = ({ title, value, onChange }: FilterControlProps) => {
  const range = rangeOf(value)
  const change = (part: { from?: string; to?: string }) =>
    onChange(writeFilter({ kind: 'range', ...range, ...part }))
  return (
    <div className="filter-range">
      <InputNumber
        aria-label={`${title}不小于`}
        value={range.from === '' ? null : Number(range.from)}
        onChange={(from) => change({ from: from === null ? '' : String(from) })}
      />
      <span aria-hidden="true">至</span>
      <InputNumber
        aria-label={`${title}不大于`}
        value={range.to === '' ? null : Number(range.to)}
        onChange={(to) => change({ to: to === null ? '' : String(to) })}
      />
    </div>
  )
}

const AreaFilter = ({ title, value, onChange }: FilterControlProps) => (
  <AreaSelect label={title} value={value} onChange={onChange} none="不限" />
)

/** How each kind of control asks for a filter; a reference is followed, not filtered by. */
const faces: Record<Control['kind'], ComponentType<FilterControlProps> | null> = {
  text: ContainsFilter,
  longText: ContainsFilter,
  number: NumberFilter,
  date: DateFilter,
  choice: ChoiceFilter,
  flag: FlagFilter,
  area: AreaFilter,
  reference: null,
}

export const canFilter = (control: Control): boolean => faces[control.kind] !== null

export const FilterControl = (props: FilterControlProps) => {
  const Face = faces[props.control.kind]
  return Face ? <Face {...props} /> : null
}
