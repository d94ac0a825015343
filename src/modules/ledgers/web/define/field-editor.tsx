import { Button, Checkbox, Input, Select } from 'antd'
import { useId, useState } from 'react'
import type { Sensitivity } from '../../../../core/definition/index.ts'
import { choicesOf, type FieldDraft, fieldKinds, readChoices, sensitivities } from './field-draft.ts'

interface FieldEditorProps {
  field: FieldDraft
  first: boolean
  last: boolean
  change: (field: FieldDraft) => void
  move: (by: -1 | 1) => void
  /** Absent where the field has entries. */
  remove: (() => void) | undefined
}

const kindTitle = ({ spec }: FieldDraft): string =>
  fieldKinds.find(({ value }) => value === spec.type)?.label ?? '按字典填写'

const Choices = ({ field, change }: Pick<FieldEditorProps, 'field' | 'change'>) => {
  const id = useId()
  const choices = choicesOf(field)
  // What stood when the field was opened keeps its codes, whatever is typed on the way.
  const [standing] = useState(choices ?? [])
  if (field.spec.type !== 'code') return null
  if (!choices) return <p className="quiet">选项用系统里的代码表。</p>
  return (
    <div className="field">
      <label htmlFor={id}>选项，一行一个</label>
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 3, maxRows: 10 }}
        defaultValue={choices.map(({ title }) => title).join('\n')}
        onChange={(event) =>
          change({
            ...field,
            spec: { type: 'code', list: { items: readChoices(event.target.value, standing) } },
          })
        }
      />
    </div>
  )
}

/** One field of the ledger that is being put together. */
export const FieldEditor = ({ field, first, last, change, move, remove }: FieldEditorProps) => {
  const id = useId()
  const called = field.title || '新字段'
  return (
    <fieldset className="field-editor">
      <legend className="visually-hidden">{called}</legend>
      <div className="field-editor-head">
        <div className="field">
          <label htmlFor={`${id}-title`}>名称</label>
          <Input
            id={`${id}-title`}
            value={field.title}
            maxLength={40}
            onChange={(event) => change({ ...field, title: event.target.value })}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-kind`}>填法</label>
          {field.settled ? (
            <Input id={`${id}-kind`} value={kindTitle(field)} readOnly />
          ) : (
            <Select
              id={`${id}-kind`}
              value={field.spec.type}
              options={fieldKinds}
              onChange={(type: string) =>
                change({ ...field, spec: type === 'code' ? { type, list: { items: [] } } : { type } })
              }
            />
          )}
        </div>
        <div className="field">
          <label htmlFor={`${id}-sensitive`}>是否敏感</label>
          <Select
            id={`${id}-sensitive`}
            value={field.sensitive ?? ''}
            options={[...sensitivities]}
            disabled={field.settled}
            onChange={(sensitive: Sensitivity | '') => {
              const { sensitive: _, ...rest } = field
              change(sensitive ? { ...rest, sensitive } : rest)
            }}
          />
        </div>
      </div>
      <Choices field={field} change={change} />
      <div className="field-editor-foot">
        <Checkbox
          checked={field.required}
          onChange={(event) => change({ ...field, required: event.target.checked })}
        >
          必填
        </Checkbox>
        <Checkbox
          checked={field.listed}
          onChange={(event) => change({ ...field, listed: event.target.checked })}
        >
          在列表里显示
        </Checkbox>
        {field.element && <span className="quiet">数据字典：{field.element}</span>}
        <span className="field-editor-ways">
          <Button size="small" disabled={first} aria-label={`${called}上移`} onClick={() => move(-1)}>
            上移
          </Button>
          <Button size="small" disabled={last} aria-label={`${called}下移`} onClick={() => move(1)}>
            下移
          </Button>
          {remove && (
            <Button size="small" aria-label={`去掉${called}`} onClick={remove}>
              去掉
            </Button>
          )}
        </span>
      </div>
    </fieldset>
  )
}
