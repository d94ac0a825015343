import { Alert, Button, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { AreaSelect } from '../../../../platform/web/input/area-select.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { makeHook } from '../../contract.ts'
import { kinds } from './kinds.ts'

/** What a group of colleagues wants to hear of first. */
const usual = ['matter.assigned', 'matter.warning', 'matter.overdue', 'matter.escalated', 'matter.unsolved']

interface HookFormProps {
  events: readonly { event: string; title: string }[]
  made: () => void
}

/** A robot of a group, or another program: where, what kind, of which area, of what. */
export const HookForm = ({ events, made }: HookFormProps) => {
  const id = useId()
  const [title, setTitle] = useState('')
  const [kind, setKind] = useState<keyof typeof kinds>('wecom')
  const [area, setArea] = useState<string>()
  const [url, setUrl] = useState('')
  const [secret, setSecret] = useState('')
  const [chosen, setChosen] = useState<string[]>(usual)
  const [told, setTold] = useState<string | null>()
  const { send, sending, problem } = useAction(makeHook)
  const make = async () => {
    if (!area) return
    const answer = await send({ title, kind, area, url, secret, events: chosen }).catch(() => undefined)
    if (!answer) return
    setTold(answer.secret)
    setTitle('')
    setUrl('')
    setSecret('')
    made()
  }
  const text = (key: string, label: string, value: string, set: (text: string) => void, hint = '') => (
    <div className="field">
      <label htmlFor={`${id}${key}`}>{label}</label>
      <Input
        id={`${id}${key}`}
        value={value}
        autoComplete="off"
        placeholder={hint}
        onChange={(event) => set(event.target.value)}
      />
    </div>
  )
  return (
    <Section title="添加推送">
      <form
        className="record-form"
        aria-label="添加推送"
        onSubmit={(event) => {
          event.preventDefault()
          void make()
        }}
      >
        {text('title', '名称', title, setTitle, '如：和平社区工作群')}
        <div className="field">
          <label htmlFor={`${id}kind`}>推送给</label>
          <Select
            id={`${id}kind`}
            value={kind}
            options={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
            onChange={(value: string) => setKind(value as keyof typeof kinds)}
          />
        </div>
        {text('url', '地址', url, setUrl, 'https://')}
        {kind === 'dingtalk' && text('secret', '加签密钥（没有就不填）', secret, setSecret)}
        <div className="field">
          <label htmlFor={`${id}area`}>哪里的诉求</label>
          <AreaSelect id={`${id}area`} value={area} onChange={setArea} />
        </div>
        <div className="field">
          <label htmlFor={`${id}events`}>什么事</label>
          <Select
            id={`${id}events`}
            mode="multiple"
            value={chosen}
            options={events.map(({ event, title: label }) => ({ value: event, label }))}
            onChange={setChosen}
          />
        </div>
        <ProblemAlert problem={problem} />
        <p>
          <Button
            type="primary"
            htmlType="submit"
            loading={sending}
            disabled={title.trim().length < 2 || !area || url.trim() === '' || chosen.length === 0}
          >
            添加
          </Button>
        </p>
        {told && (
          <Alert
            type="info"
            showIcon
            title={
              <>
                签名密钥：<code style={{ overflowWrap: 'anywhere' }}>{told}</code>
              </>
            }
            description="只显示这一次，请交给接收的系统，按 Standard Webhooks 核对签名。"
          />
        )}
      </form>
    </Section>
  )
}
