import { Checkbox, Input, Radio, Select } from 'antd'
import { kinship } from '../../../../core/code/index.ts'
import type { DefinitionView } from '../../../../platform/contract/catalogue.ts'
import type { RecordView } from '../../../../platform/contract/records.ts'
import { FieldRow } from '../../../../platform/web/form/field-row.tsx'
import { AreaSelect } from '../../../../platform/web/input/area-select.tsx'
import { ReferenceSelect } from '../../../../platform/web/input/reference-select.tsx'
import type { Answers, Ask, Known } from './change-form.ts'

interface AskRowProps {
  ask: Ask
  id: string
  answers: Answers
  known: Known
  persons: DefinitionView
  onChange: (value: unknown) => void
  /** By key of the ask or of the field. */
  errors: Readonly<Record<string, string>>
}

const wordMember = (member: RecordView) =>
  [
    member.display.name,
    member.display.relationToHead,
    member.display.birthDate && `${member.display.birthDate}生`,
  ]
    .filter(Boolean)
    .join('，')

const kinshipOptions = kinship.items.map(({ code, title }) => ({ value: code, label: title }))

/** Chooses a relation to the head, by typing a part of it. */
export const KinshipSelect = ({
  id,
  value,
  onChange,
  describedBy,
}: {
  id: string
  value: string | undefined
  onChange: (code: string) => void
  describedBy?: string | undefined
}) => (
  <Select
    id={id}
    showSearch={{ optionFilterProp: 'label' }}
    placeholder="请选择"
    aria-describedby={describedBy}
    options={kinshipOptions}
    value={value ?? null}
    onChange={(code: string) => onChange(code)}
  />
)

const Fields = ({ ask, id, answers, persons, onChange, errors }: AskRowProps) => {
  if (ask.control.kind !== 'fields') return null
  const { except } = ask.control
  const values = (answers[ask.key] ?? {}) as Record<string, unknown>
  return persons.fields
    .filter((field) => !field.kept && !except.includes(field.key))
    .map((field) => (
      <FieldRow
        key={field.key}
        field={field}
        id={`${id}-${field.key}`}
        value={values[field.key]}
        error={errors[field.key]}
        from={undefined}
        kept={undefined}
        onChange={(value) => onChange({ ...values, [field.key]: value })}
        onUnreadable={() => undefined}
      />
    ))
}

/** Fields of two records that differ, with both values. */
const Take = ({ ask, answers, known, persons, onChange }: AskRowProps) => {
  const { person, other } = known
  if (!person || !other) return null
  const [kept, dropped] = answers.keep === person.id ? [person, other] : [other, person]
  const differing = persons.fields.filter(
    ({ key, kept: system }) =>
      !system &&
      key !== 'relationToHead' &&
      (dropped.display[key] ?? '') !== '' &&
      dropped.display[key] !== kept.display[key],
  )
  if (differing.length === 0) return <p className="quiet">另一条没有更多内容。</p>
  return (
    <Checkbox.Group
      className="stacked"
      value={(answers[ask.key] ?? []) as string[]}
      onChange={onChange}
      options={differing.map(({ key, title }) => ({
        value: key,
        label: `${title}：${dropped.display[key]}（保留的一条：${kept.display[key] || '空'}）`,
      }))}
    />
  )
}

const Control = (props: AskRowProps & { describedBy: string | undefined }) => {
  const { ask, id, answers, known, onChange, describedBy } = props
  const value = answers[ask.key]
  const { control } = ask
  const text = value === undefined || value === null ? '' : String(value)
  switch (control.kind) {
    case 'members':
      return (
        <Checkbox.Group
          className="stacked"
          value={(value ?? []) as string[]}
          options={(control.among?.(known, answers) ?? known.members).map((member) => ({
            value: member.id,
            label: wordMember(member),
          }))}
          onChange={onChange}
        />
      )
    case 'member':
      return (
        <Radio.Group
          className="stacked"
          value={value ?? null}
          options={(control.among?.(known, answers) ?? known.members).map((member) => ({
            value: member.id,
            label: wordMember(member),
          }))}
          onChange={(event) => onChange(event.target.value)}
        />
      )
    case 'choice':
      return (
        <Radio.Group
          className="stacked"
          value={value ?? ''}
          options={[...control.options(known)]}
          onChange={(event) => onChange(event.target.value)}
        />
      )
    case 'reference':
      return (
        <ReferenceSelect
          id={id}
          record={control.record}
          value={text || undefined}
          onChange={onChange}
          describedBy={describedBy}
        />
      )
    case 'area':
      return (
        <AreaSelect
          id={id}
          value={text || undefined}
          onChange={onChange}
          describedBy={describedBy}
          none="请选择网格"
        />
      )
    case 'kinship':
      return <KinshipSelect id={id} value={text || undefined} onChange={onChange} describedBy={describedBy} />
    case 'text':
      return (
        <Input
          id={id}
          value={text}
          maxLength={control.max}
          autoComplete="off"
          aria-describedby={describedBy}
          onChange={(event) => onChange(event.target.value)}
        />
      )
    case 'take':
      return <Take {...props} />
    case 'fields':
      return <Fields {...props} />
  }
}

const groups = ['members', 'member', 'choice', 'take']

/** One question of a change: label above, control, help and error below. */
export const AskRow = (props: AskRowProps) => {
  const { ask, id, errors } = props
  if (ask.control.kind === 'fields') return <Fields {...props} />
  const error = errors[ask.key]
  const describedBy =
    [ask.help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  const title = (
    <>
      {ask.title}
      {ask.optional && <span className="field-optional">可不填</span>}
    </>
  )
  const below = (
    <>
      {ask.help && (
        <p className="field-help" id={`${id}-help`}>
          {ask.help}
        </p>
      )}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </>
  )
  return groups.includes(ask.control.kind) ? (
    <fieldset className="field" aria-describedby={describedBy}>
      <legend>{title}</legend>
      <Control {...props} describedBy={describedBy} />
      {below}
    </fieldset>
  ) : (
    <div className="field">
      <label htmlFor={id}>{title}</label>
      <Control {...props} describedBy={describedBy} />
      {below}
    </div>
  )
}
