import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { DateField } from '../../../../platform/web/input/date-field.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { editFormRequest } from '../../contract.ts'
import type { RequestView } from '../../contract-request.ts'

const Editing = ({ request, close }: { request: RequestView; close: () => void }) => {
  const id = useId()
  const [title, setTitle] = useState(request.title)
  const [askedBy, setAskedBy] = useState(request.askedBy)
  const [deadline, setDeadline] = useState(request.deadline ?? '')
  const [purpose, setPurpose] = useState(request.purpose)
  const { send, sending, problem } = useAction(editFormRequest)
  const save = () =>
    void send({
      id: request.id,
      version: request.version,
      title,
      askedBy,
      deadline: deadline || null,
      purpose,
    }).then(close, () => undefined)
  const line = (key: string, label: string, value: string, set: (text: string) => void) => (
    <div className="field">
      <label htmlFor={`${id}-${key}`}>{label}</label>
      <Input id={`${id}-${key}`} value={value} onChange={(event) => set(event.target.value)} />
    </div>
  )
  return (
    <form
      className="form-stack"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <ProblemAlert problem={problem} />
      {line('title', '表名', title, setTitle)}
      {line('by', '谁要的', askedBy, setAskedBy)}
      <div className="field">
        <label htmlFor={`${id}-deadline`}>
          什么时候报<span className="field-optional">可不填</span>
        </label>
        <DateField id={`${id}-deadline`} value={deadline} onChange={setDeadline} />
      </div>
      {line('purpose', '用途', purpose, setPurpose)}
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={sending}>
          保存
        </Button>
        <Button onClick={close}>取消</Button>
      </div>
    </form>
  )
}

/** Who asked, until when, what for. */
export const RequestHead = ({ request }: { request: RequestView }) => {
  const [editing, setEditing] = useState(false)
  return (
    <Section
      title="谁要的"
      extra={
        !editing &&
        request.state !== 'closed' && (
          <Button size="small" onClick={() => setEditing(true)}>
            修改
          </Button>
        )
      }
    >
      {editing ? (
        <Editing key={request.version} request={request} close={() => setEditing(false)} />
      ) : (
        <dl className="facts">
          <dt>部门</dt>
          <dd>{request.askedBy || '没有写明'}</dd>
          <dt>期限</dt>
          <dd>{request.deadline ?? '没有写明'}</dd>
          <dt>用途</dt>
          <dd>{request.purpose || '没有写明'}</dd>
          <dt>接收</dt>
          <dd>{request.by}</dd>
        </dl>
      )}
    </Section>
  )
}
