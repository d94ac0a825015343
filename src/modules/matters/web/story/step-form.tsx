import { Button } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import { ProblemError } from '../../../../platform/web/api/problem-error.ts'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { namesItself, StepControl } from './step-field.tsx'
import type { StepForm as Form } from './step-forms.ts'
import { isShown, missingFields, type StepValues, sentValues } from './step-values.ts'

interface StepFormProps {
  form: Form
  /** Which matter, and how many of its steps were seen. */
  matter: { id: string; seen: number }
  /** What stands already, such as the category. */
  standing: StepValues
  close: () => void
  /** Drawn above the fields; may write into one of them. */
  prepared?: (set: (key: string, value: unknown) => void) => ReactNode
}

/** The form of one step: what it needs, what follows from it, and nothing else. */
export const StepForm = ({ form, matter, standing, close, prepared }: StepFormProps) => {
  const id = useId()
  const [values, setValues] = useState<StepValues>(() =>
    Object.fromEntries(form.fields.map(({ key, initial }) => [key, initial ?? standing[key]])),
  )
  const [missing, setMissing] = useState<Record<string, string>>({})
  const { send, sending, problem } = useAction(form.action)

  const submit = async () => {
    const faults = missingFields(form, values)
    setMissing(faults)
    const first = Object.keys(faults)[0]
    if (first) {
      document.getElementById(`${id}-${first}`)?.focus()
      return
    }
    try {
      await send({ ...matter, ...sentValues(form, values) })
      close()
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
    }
  }
  return (
    <form
      className="form-stack step-form"
      aria-label={form.title}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.ctrlKey) void submit()
        if (event.key === 'Escape') close()
      }}
    >
      {form.lead && <p className="quiet">{form.lead}</p>}
      <ProblemAlert problem={problem} />
      {prepared?.((key, value) => setValues((now) => ({ ...now, [key]: value })))}
      {form.fields
        .filter((field) => isShown(field, values))
        .map((field) => (
          <div key={field.key} className="field">
            {namesItself(field) ? (
              (field.kind === 'choice' || field.kind === 'photos') && (
                <span className="field-name">{field.title}</span>
              )
            ) : (
              <label htmlFor={`${id}-${field.key}`}>
                {field.title}
                {field.optional && <span className="field-optional">可不填</span>}
              </label>
            )}
            <StepControl
              id={`${id}-${field.key}`}
              field={field}
              matter={matter.id}
              value={values[field.key]}
              set={(value) => setValues((now) => ({ ...now, [field.key]: value }))}
            />
            {field.help && <p className="field-help">{field.help}</p>}
            {missing[field.key] && (
              <p className="field-error" role="alert">
                {missing[field.key]}
              </p>
            )}
          </div>
        ))}
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={sending}>
          {form.title}
        </Button>
        <Button onClick={close}>取消</Button>
      </div>
    </form>
  )
}
