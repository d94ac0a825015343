import { App, Button, Select } from 'antd'
import { useId, useState } from 'react'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { AreaSelect } from '../../../../platform/web/input/area-select.tsx'
import { DateField } from '../../../../platform/web/input/date-field.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { givePost, type StaffRow } from '../../posts-contract.ts'

interface GivePostProps {
  roles: readonly { role: string; title: string }[]
  staff: readonly StaffRow[]
  area: string | undefined
  close: () => void
}

/** Another post for somebody who is there. */
export const GivePost = ({ roles, staff, area: wanted, close }: GivePostProps) => {
  const { today } = useViewpoint()
  const { message } = App.useApp()
  const id = useId()
  const [who, setWho] = useState<string>()
  const [role, setRole] = useState(roles[0]?.role)
  const [area, setArea] = useState(wanted)
  const [from, setFrom] = useState(today)
  const [to, setTo] = useState('')
  const { send, sending, problem } = useAction(givePost)
  const give = async () => {
    if (!who || !role || !area) return
    const input = { staff: who, role: role as never, area, from, ...(to ? { to } : {}) }
    if (!(await send(input).catch(() => undefined))) return
    void message.success(`已安排，从 ${from} 起在岗。`)
    close()
  }
  return (
    <Section
      title="安排岗位"
      extra={
        <Button size="small" onClick={close}>
          收起
        </Button>
      }
    >
      <form
        className="record-form"
        onSubmit={(event) => {
          event.preventDefault()
          void give()
        }}
      >
        <div className="field">
          <label htmlFor={`${id}who`}>谁</label>
          <Select
            id={`${id}who`}
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="输入姓名查找"
            value={who ?? null}
            options={staff.map((one) => ({ value: one.id, label: one.name }))}
            onChange={(chosen: string | null) => setWho(chosen ?? undefined)}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}role`}>岗位</label>
          <Select
            id={`${id}role`}
            value={role ?? null}
            options={roles.map((one) => ({ value: one.role, label: one.title }))}
            onChange={(chosen: string | null) => setRole(chosen ?? undefined)}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}area`}>负责的区域</label>
          <AreaSelect id={`${id}area`} value={area} onChange={setArea} />
        </div>
        <div className="field">
          <label htmlFor={`${id}from`}>从哪一天起</label>
          <DateField id={`${id}from`} value={from} onChange={setFrom} />
        </div>
        <div className="field">
          <label htmlFor={`${id}to`}>
            到哪一天为止<span className="field-optional">不填就是长期</span>
          </label>
          <DateField id={`${id}to`} value={to} onChange={setTo} />
        </div>
        <ProblemAlert problem={problem} />
        <p>
          <Button
            type="primary"
            htmlType="submit"
            loading={sending}
            disabled={!who || !role || !area || from === ''}
          >
            安排
          </Button>
        </p>
      </form>
    </Section>
  )
}
