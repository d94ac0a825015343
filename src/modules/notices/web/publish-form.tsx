import { Button, Input, Radio } from 'antd'
import { useId, useState } from 'react'
import { addDays } from '../../../core/time/date-arithmetic.ts'
import { useAction } from '../../../platform/web/api/use-action.ts'
import { ProblemAlert } from '../../../platform/web/feedback/problem-alert.tsx'
import { AreaSelect } from '../../../platform/web/input/area-select.tsx'
import { DateField } from '../../../platform/web/input/date-field.tsx'
import { useMe } from '../../../platform/web/session/use-me.ts'
import { useViewpoint } from '../../../platform/web/viewpoint/use-viewpoint.ts'
import { publishNotice } from '../contract.ts'

/** What everybody is to read, from when to when. */
export const PublishForm = ({ close }: { close: () => void }) => {
  const id = useId()
  const { area: lookedAt, today } = useViewpoint()
  const { posts } = useMe()
  const [area, setArea] = useState(lookedAt ?? posts[0]?.area)
  const [kind, setKind] = useState<'announcement' | 'posting'>('announcement')
  const [title, setTitle] = useState('')
  const [body, setBody] = useState('')
  const [from, setFrom] = useState(today)
  const [to, setTo] = useState(addDays(today, 7))
  const [objection, setObjection] = useState('')
  const { send, sending, problem } = useAction(publishNotice)
  const submit = () =>
    send({
      area: area ?? '',
      kind,
      title,
      body,
      from,
      to,
      objection: kind === 'posting' ? objection : '',
    }).then(close, () => undefined)
  return (
    <form
      className="form-stack notice-form"
      aria-label="发布公告公示"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <ProblemAlert problem={problem} />
      <Radio.Group
        aria-label="种类"
        value={kind}
        options={[
          { value: 'announcement', label: '公告' },
          { value: 'posting', label: '公示（可以提异议）' },
        ]}
        onChange={(event) => setKind(event.target.value as typeof kind)}
      />
      <div className="field">
        <label htmlFor={`${id}-title`}>标题</label>
        <Input
          id={`${id}-title`}
          maxLength={80}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-body`}>内容</label>
        <Input.TextArea
          id={`${id}-body`}
          rows={8}
          maxLength={5000}
          value={body}
          onChange={(event) => setBody(event.target.value)}
        />
        <p className="field-help">谁都能看到。姓名该遮的请遮住一个字；不要写身份证号和电话。</p>
      </div>
      {kind === 'posting' && (
        <div className="field">
          <label htmlFor={`${id}-objection`}>怎么提异议</label>
          <Input.TextArea
            id={`${id}-objection`}
            rows={2}
            maxLength={300}
            value={objection}
            placeholder="向谁、打什么电话或到哪里、哪天以前。"
            onChange={(event) => setObjection(event.target.value)}
          />
        </div>
      )}
      <div className="field">
        <label htmlFor={`${id}-area`}>发布的区域</label>
        <AreaSelect id={`${id}-area`} value={area} onChange={setArea} />
      </div>
      <div className="field">
        <label htmlFor={`${id}-from`}>从哪天</label>
        <DateField id={`${id}-from`} value={from} onChange={setFrom} />
      </div>
      <div className="field">
        <label htmlFor={`${id}-to`}>到哪天</label>
        <DateField id={`${id}-to`} value={to} onChange={setTo} />
      </div>
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={sending}>
          发布
        </Button>
        <Button onClick={close}>取消</Button>
      </div>
    </form>
  )
}
