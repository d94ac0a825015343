import { Button } from 'antd'
import { useId, useState } from 'react'
import type { z } from 'zod'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { useDefinition } from '../../../../platform/web/definition/use-definition.ts'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { FieldRow } from '../../../../platform/web/form/field-row.tsx'
import { completeGap, type listGapRecords } from '../../contract-gaps.ts'

type GapRecordView = z.infer<typeof listGapRecords.answer>['rows'][number]['records'][number]

/** What one record lacks: each field with its own control, saved together, or said to be nothing. */
export const GapRecord = ({
  request,
  record,
  name,
}: {
  request: string
  record: GapRecordView
  name: string
}) => {
  const id = useId()
  const definition = useDefinition(record.definition)
  const { send, sending, problem } = useAction(completeGap)
  const [values, setValues] = useState<Record<string, unknown>>({})
  const [unreadable, setUnreadable] = useState<Record<string, string | null>>({})
  const fields = (definition?.fields ?? []).filter(({ key }) => record.fields.includes(key))
  const filled = Object.entries(values).filter(([, value]) => value !== undefined && value !== '')
  const wrong = Object.values(unreadable).some((message) => message !== null)
  const complete = (none: string[]) =>
    void send({
      request,
      definition: record.definition,
      id: record.id,
      version: record.version,
      values: Object.fromEntries(filled),
      none,
    }).catch(() => undefined)
  const faultOf = (key: string) => problem?.places?.find(({ field }) => field === key)?.message
  return (
    <form
      className="form-gap"
      aria-label={`${name}：${definition?.title ?? ''}`}
      onSubmit={(event) => {
        event.preventDefault()
        complete([])
      }}
    >
      <ProblemAlert problem={problem} />
      {fields.map((field) => (
        <FieldRow
          key={field.key}
          id={`${id}-${field.key}`}
          field={field}
          value={values[field.key]}
          onChange={(value) => setValues((now) => ({ ...now, [field.key]: value }))}
          error={unreadable[field.key] ?? faultOf(field.key)}
          from={undefined}
          kept={undefined}
          onUnreadable={(message) => setUnreadable((now) => ({ ...now, [field.key]: message }))}
        />
      ))}
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={sending} disabled={filled.length === 0 || wrong}>
          保存
        </Button>
        <Button onClick={() => complete(record.fields.filter((key) => values[key] === undefined))}>
          确实没有
        </Button>
      </div>
    </form>
  )
}
