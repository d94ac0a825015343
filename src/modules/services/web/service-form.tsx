import { Button, Checkbox, Input, Radio } from 'antd'
import { useId, useState } from 'react'
import { useAction } from '../../../platform/web/api/use-action.ts'
import { ProblemAlert } from '../../../platform/web/feedback/problem-alert.tsx'
import { AreaSelect } from '../../../platform/web/input/area-select.tsx'
import { useMe } from '../../../platform/web/session/use-me.ts'
import { useViewpoint } from '../../../platform/web/viewpoint/use-viewpoint.ts'
import { defineService, type ServiceView, serviceKinds } from '../contract.ts'

const blank = {
  kind: 'window' as 'window' | 'agency',
  title: '',
  about: '',
  who: '',
  bring: '',
  place: '',
  hours: '工作日 9:00–11:30，14:00–17:00',
  phone: '',
  ended: false,
}

type Words = 'title' | 'about' | 'who' | 'bring' | 'place' | 'hours' | 'phone'

const fields: readonly { key: Words; title: string; max: number; rows?: number; help?: string }[] = [
  { key: 'title', title: '名称', max: 40 },
  { key: 'about', title: '办什么事', max: 1000, rows: 2 },
  { key: 'who', title: '谁可以办', max: 500, rows: 2 },
  { key: 'bring', title: '带什么', max: 1000, rows: 3, help: '一行一样，写明原件还是复印件、几份。' },
  { key: 'place', title: '在哪里办', max: 120 },
  { key: 'hours', title: '办理时间', max: 120 },
  { key: 'phone', title: '咨询电话（可不填）', max: 40 },
]

/** What is done, for whom, with which papers, where and when: as residents read it. */
export const ServiceForm = ({
  service,
  close,
}: {
  service?: ServiceView & { area: string }
  close: (id?: string) => void
}) => {
  const id = useId()
  const { area: lookedAt } = useViewpoint()
  const { posts } = useMe()
  const [area, setArea] = useState(service?.area ?? lookedAt ?? posts[0]?.area)
  const [said, setSaid] = useState({ ...blank, ...service })
  const { send, sending, problem } = useAction(defineService)
  const set = (change: Partial<typeof blank>) => setSaid((now) => ({ ...now, ...change }))
  const submit = () => {
    const { kind, title, about, who, bring, place, hours, phone, ended } = said
    const input = { area: area ?? '', kind, title, about, who, bring, place, hours, phone, ended }
    return send(service ? { id: service.id, ...input } : input).then(
      (made) => close(made.id),
      () => undefined,
    )
  }
  return (
    <form
      className="form-stack service-form"
      aria-label="办事事项"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <ProblemAlert problem={problem} />
      <Radio.Group
        aria-label="怎么办"
        value={said.kind}
        options={[
          { value: 'window', label: `${serviceKinds.window}（到窗口办）` },
          { value: 'agency', label: `${serviceKinds.agency}（社区替他去办）` },
        ]}
        onChange={(event) => set({ kind: event.target.value as 'window' })}
      />
      {fields.map(({ key, title, max, rows, help }) => (
        <div key={key} className="field">
          <label htmlFor={`${id}-${key}`}>{title}</label>
          {rows ? (
            <Input.TextArea
              id={`${id}-${key}`}
              rows={rows}
              maxLength={max}
              value={said[key]}
              onChange={(event) => set({ [key]: event.target.value })}
            />
          ) : (
            <Input
              id={`${id}-${key}`}
              maxLength={max}
              value={said[key]}
              onChange={(event) => set({ [key]: event.target.value })}
            />
          )}
          {help && <p className="field-help">{help}</p>}
        </div>
      ))}
      <div className="field">
        <label htmlFor={`${id}-area`}>办理的区域</label>
        <AreaSelect id={`${id}-area`} value={area} onChange={setArea} />
      </div>
      {service && (
        <Checkbox checked={said.ended} onChange={(event) => set({ ended: event.target.checked })}>
          不再办理（居民看不到，也约不了）
        </Checkbox>
      )}
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={sending}>
          保存
        </Button>
        <Button onClick={() => close()}>取消</Button>
      </div>
    </form>
  )
}
