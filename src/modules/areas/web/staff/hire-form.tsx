import { Button, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { AreaSelect } from '../../../../platform/web/input/area-select.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { hireStaff } from '../../posts-contract.ts'
import { ToldPassword } from './told-password.tsx'

interface HireFormProps {
  roles: readonly { role: string; title: string }[]
  area: string | undefined
  close: () => void
}

/** Somebody new: account, post, area. The password is shown once. */
export const HireForm = ({ roles, area: wanted, close }: HireFormProps) => {
  const { today } = useViewpoint()
  const id = useId()
  const [name, setName] = useState('')
  const [username, setUsername] = useState('')
  const [role, setRole] = useState(roles[0]?.role)
  const [area, setArea] = useState(wanted)
  const [told, setTold] = useState<{ name: string; password: string | null }>()
  const { send, sending, problem } = useAction(hireStaff)
  const hire = async () => {
    if (!role || !area) return
    const answer = await send({ name, username, role: role as never, area, on: today }).catch(() => undefined)
    if (!answer) return
    setTold({ name, password: answer.password })
    setName('')
    setUsername('')
  }
  return (
    <Section
      title="添加人员"
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
          void hire()
        }}
      >
        <div className="field">
          <label htmlFor={`${id}name`}>姓名</label>
          <Input
            id={`${id}name`}
            value={name}
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}username`}>用户名</label>
          <Input
            id={`${id}username`}
            value={username}
            autoComplete="off"
            placeholder="字母开头，如 zhangmin"
            onChange={(event) => setUsername(event.target.value)}
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
        <ProblemAlert problem={problem} />
        <p>
          <Button
            type="primary"
            htmlType="submit"
            loading={sending}
            disabled={name.trim().length < 2 || username.trim() === '' || !role || !area}
          >
            添加
          </Button>
        </p>
        {told && <ToldPassword {...told} />}
      </form>
    </Section>
  )
}
