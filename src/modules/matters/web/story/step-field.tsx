import { Checkbox, Input, InputNumber, Radio, Select } from 'antd'
import { DateField } from '../../../../platform/web/input/date-field.tsx'
import { categories } from '../../category/categories.ts'
import { matterClass } from '../../codes.ts'
import { PhotoField } from '../photos/photo-field.tsx'
import { BodySelect } from './body-select.tsx'
import type { PartInput, PieceInput } from './first-parts.ts'
import { MatterSelect } from './matter-select.tsx'
import { PartList, PieceList } from './part-list.tsx'
import type { StepField } from './step-forms.ts'

interface ControlProps {
  id: string
  field: StepField
  /** The matter that the step is about. */
  matter: string
  value: unknown
  set: (value: unknown) => void
}

const options = (list: readonly { code: string; title: string }[]) =>
  list.map(({ code, title }) => ({ value: code, label: title }))

/** Whether the control names itself, so that no label points at it. */
export const namesItself = ({ kind }: StepField): boolean =>
  kind === 'flag' || kind === 'parts' || kind === 'pieces' || kind === 'choice' || kind === 'photos'

/** The control of a step's field. */
export const StepControl = ({ id, field, matter, value, set }: ControlProps) => {
  const text = (value as string | undefined) ?? ''
  switch (field.kind) {
    case 'words':
      return (
        <Input.TextArea
          id={id}
          rows={3}
          maxLength={1000}
          value={text}
          onChange={(event) => set(event.target.value)}
        />
      )
    case 'line':
      return <Input id={id} maxLength={60} value={text} onChange={(event) => set(event.target.value)} />
    case 'body':
      return <BodySelect id={id} value={text || undefined} onChange={set} />
    case 'day':
      return <DateField id={id} value={text} onChange={set} />
    case 'days':
      return (
        <InputNumber
          id={id}
          min={1}
          max={60}
          precision={0}
          value={value as number}
          onChange={set}
          suffix="天"
        />
      )
    case 'category':
      return (
        <Select
          id={id}
          showSearch={{ optionFilterProp: 'label' }}
          value={text || null}
          options={options(categories)}
          onChange={set}
        />
      )
    case 'class':
      return <Select id={id} value={text || null} options={options(matterClass.items)} onChange={set} />
    case 'matter':
      return <MatterSelect id={id} except={matter} value={text || undefined} onChange={set} />
    case 'choice':
      return (
        <Radio.Group
          aria-label={field.title}
          value={value ?? null}
          options={[...(field.options ?? [])]}
          onChange={(event) => set(event.target.value)}
        />
      )
    case 'flag':
      return (
        <Checkbox id={id} checked={value === true} onChange={(event) => set(event.target.checked)}>
          {field.title}
        </Checkbox>
      )
    case 'parts':
      return <PartList value={value as PartInput[]} onChange={set} />
    case 'photos':
      return <PhotoField label={field.title} value={value as readonly string[]} onChange={set} />
    case 'pieces':
      return <PieceList value={value as PieceInput[]} onChange={set} />
  }
}
