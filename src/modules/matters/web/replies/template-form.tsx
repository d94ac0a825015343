import { Button, Input, Radio, Select } from 'antd'
import { useId, useState } from 'react'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { AreaSelect } from '../../../../platform/web/input/area-select.tsx'
import { useMe } from '../../../../platform/web/session/use-me.ts'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { categories } from '../../category/categories.ts'
import { type ReplyTemplate, saveReplyTemplate } from '../../contract-replies.ts'
import { placeholders } from '../../replies/fill-reply.ts'

const options = [
  { value: '', label: '各类通用' },
  ...categories.map(({ code, title }) => ({ value: code, label: title })),
]

/** A template's words; what stands in braces is taken from the matter. */
export const TemplateForm = ({ template, close }: { template?: ReplyTemplate; close: () => void }) => {
  const id = useId()
  const { area: lookedAt } = useViewpoint()
  const { posts } = useMe()
  const [area, setArea] = useState(template?.area ?? lookedAt ?? posts[0]?.area)
  const [use, setUse] = useState(template?.use ?? 'answer')
  const [category, setCategory] = useState(template?.category ?? '')
  const [title, setTitle] = useState(template?.title ?? '')
  const [text, setText] = useState(template?.text ?? '')
  const { send, sending, problem } = useAction(saveReplyTemplate)
  const submit = () => {
    const input = { area: area ?? '', use, category, title, text }
    return send(template ? { id: template.id, ...input } : input).then(close, () => undefined)
  }
  return (
    <form
      className="form-stack reply-form"
      aria-label="答复模板"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <ProblemAlert problem={problem} />
      <Radio.Group
        aria-label="用在哪里"
        value={use}
        options={[
          { value: 'answer', label: '答复反映人' },
          { value: 'callback', label: '回访时照着问' },
        ]}
        onChange={(event) => setUse(event.target.value as typeof use)}
      />
      <div className="field">
        <label htmlFor={`${id}-title`}>名称</label>
        <Input
          id={`${id}-title`}
          maxLength={40}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-category`}>类别</label>
        <Select
          id={`${id}-category`}
          showSearch={{ optionFilterProp: 'label' }}
          value={category}
          options={options}
          onChange={setCategory}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-text`}>内容</label>
        <Input.TextArea
          id={`${id}-text`}
          rows={5}
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <p className="field-help">点一下放进去，办理时自动换成这件诉求的：</p>
        <div className="form-actions">
          {placeholders.map((name) => (
            <Button key={name} size="small" onClick={() => setText((now) => `${now}{${name}}`)}>
              {name}
            </Button>
          ))}
        </div>
      </div>
      <div className="field">
        <label htmlFor={`${id}-area`}>用在哪个区域</label>
        <AreaSelect id={`${id}-area`} value={area} onChange={setArea} />
      </div>
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={sending}>
          保存
        </Button>
        <Button onClick={close}>取消</Button>
      </div>
    </form>
  )
}
