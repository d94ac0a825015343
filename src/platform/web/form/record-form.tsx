import { Button } from 'antd'
import { type FormEvent, type KeyboardEvent, type ReactNode, useId, useMemo, useState } from 'react'
import type { FieldView } from '../../contract/catalogue.ts'
import type { ProblemDetails } from '../../contract/problem.ts'
import type { RecordView } from '../../contract/records.ts'
import { asProblem } from '../api/problem-error.ts'
import { ProblemAlert } from '../feedback/problem-alert.tsx'
import { useMe } from '../session/use-me.ts'
import { ErrorSummary } from './error-summary.tsx'
import { FieldRow } from './field-row.tsx'
import { type Since, SinceChoice } from './since-choice.tsx'
import { splitProblem } from './split-problem.ts'
import { useFormState, type Values } from './use-form-state.ts'

/** What a form sends: only what was filled or changed; null empties a field. */
export interface Filled extends Since {
  values: Record<string, unknown>
}

interface RecordFormProps {
  /** The definition's fields; those kept by the system are not asked for. */
  fields: readonly FieldView[]
  /** Names the draft, such as `addEntry.disability.<person>`, and titles it for people. */
  draft: { key: string; title: string }
  /** The record that is edited; absent when one is added. */
  record?: RecordView
  /** What the system knows already, and from where: `{ mobile: { value: '…', from: '居民登记' } }`. */
  known?: Readonly<Record<string, { value: unknown; from: string }>>
  /** Asked before the fields, such as an area. */
  before?: ReactNode
  /** Sends the form. A `ProblemError` thrown here is shown at its fields. */
  send: (filled: Filled) => Promise<unknown>
  done: () => void
  cancel: () => void
  submitTitle?: string
}

const startValues = (props: RecordFormProps): Values => {
  const known = Object.entries(props.known ?? {}).map(([key, { value }]) => [key, value] as const)
  const held = Object.entries(props.record?.values ?? {}).filter(
    ([key]) => !props.record?.masked.includes(key),
  )
  return Object.fromEntries([...known, ...held])
}

const changedValues = (values: Values, start: Values, editing: boolean): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([key, value]) => (editing ? value !== start[key] : value !== undefined && value !== null))
      .map(([key, value]) => [key, value ?? null]),
  )

const wordMissing = (field: FieldView): string =>
  `请${['choice', 'flag', 'area', 'reference'].includes(field.control.kind) ? '选择' : '填写'}${field.title}。`

/**
 * A form drawn from fields: one column, errors at the field and summed up at the top, kept as a draft,
 * sent with Ctrl Enter. Asks from which day it is so, and for edits whether it is a change or a correction.
 */
export const RecordForm = (props: RecordFormProps) => {
  const { record, known = {}, draft, before, send, done, cancel, submitTitle = '保存' } = props
  const { id: owner, today } = useMe()
  const prefix = useId()
  const fields = useMemo(() => props.fields.filter((field) => !field.kept), [props.fields])
  // The start is what the form was opened with; a refetch in the background must not overwrite typing.
  const [start] = useState(() => startValues(props))
  const form = useFormState({ draft, owner, fields, initial: start })
  const [since, setSince] = useState<Since>({ mode: 'change', on: today, reason: '' })
  const [unreadable, setUnreadable] = useState<Readonly<Record<string, string | null>>>({})
  const [asked, setAsked] = useState(false)
  const [problem, setProblem] = useState<ProblemDetails | null>(null)
  const [sending, setSending] = useState(false)

  const idOf = (key: string) => `${prefix}-${key}`
  const named = new Map(fields.map((field) => [field.key, field.title]))
  const { atFields: atServer, elsewhere } = splitProblem(problem, named)
  const missing = (field: FieldView): boolean =>
    field.required && (form.values[field.key] ?? '') === '' && !record?.masked.includes(field.key)
  const errorOf = (field: FieldView): string | undefined =>
    unreadable[field.key] ?? atServer[field.key] ?? (asked && missing(field) ? wordMissing(field) : undefined)
  const faults = fields.flatMap((field) => {
    const message = errorOf(field)
    return message ? [{ id: idOf(field.key), title: field.title, message }] : []
  })
  const submit = async () => {
    setAsked(true)
    setProblem(null)
    const faulty = fields.some((field) => missing(field) || unreadable[field.key])
    if (faulty || since.on === '' || sending) return
    setSending(true)
    try {
      const on = since.mode === 'correction' && record ? record.validFrom : since.on
      await send({ ...since, on, values: changedValues(form.values, start, record !== undefined) })
      form.forget()
      done()
    } catch (error) {
      setProblem(asProblem(error))
    } finally {
      setSending(false)
    }
  }
  return (
    <form
      className="record-form"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void submit()
      }}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault()
          void submit()
        }
      }}
    >
      {form.restored && (
        <p className="draft-note" role="status">
          已接着上次没填完的草稿（草稿不含身份证号、电话等）。
          <Button type="link" size="small" onClick={form.startOver}>
            从头填写
          </Button>
        </p>
      )}
      <ErrorSummary faults={faults.filter(() => asked)} />
      <ProblemAlert problem={elsewhere} />
      {before}
      {fields.map((field) => (
        <FieldRow
          key={field.key}
          field={field}
          id={idOf(field.key)}
          value={form.values[field.key]}
          error={errorOf(field)}
          from={form.values[field.key] === known[field.key]?.value ? known[field.key]?.from : undefined}
          kept={record?.masked.includes(field.key) ? record.display[field.key] : undefined}
          onChange={(value) => {
            form.setValue(field.key, value)
            if (atServer[field.key]) setProblem(null)
          }}
          onUnreadable={(message) => setUnreadable((now) => ({ ...now, [field.key]: message }))}
        />
      ))}
      <SinceChoice
        since={since}
        onChange={setSince}
        today={today}
        editing={record !== undefined}
        error={asked && since.on === '' ? '请填写从哪天起。' : undefined}
      />
      <p className="form-actions">
        <Button type="primary" htmlType="submit" loading={sending}>
          {submitTitle}
        </Button>
        <Button
          onClick={() => {
            form.forget()
            cancel()
          }}
        >
          取消
        </Button>
        <span className="form-keys">Ctrl + Enter {submitTitle}</span>
      </p>
    </form>
  )
}
