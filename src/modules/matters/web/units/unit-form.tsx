import { App, Button, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { AreaSelect } from '../../../../platform/web/input/area-select.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { defineUnit, type UnitView } from '../../contract-units.ts'

interface UnitFormProps {
  /** The one to change; absent for a new one. */
  unit: UnitView | undefined
  staff: readonly { id: string; name: string }[]
  close: () => void
}

/** A section: what it is called, where it works, who belongs to it. */
export const UnitForm = ({ unit, staff, close }: UnitFormProps) => {
  const id = useId()
  const { message } = App.useApp()
  const { area: lookedAt } = useViewpoint()
  const [title, setTitle] = useState(unit?.title ?? '')
  const [area, setArea] = useState(unit?.area ?? lookedAt)
  const [members, setMembers] = useState<string[]>(unit?.members.map((member) => member.id) ?? [])
  const [missing, setMissing] = useState<Record<string, string>>({})
  const { send, sending, problem } = useAction(defineUnit)
  // Whoever belongs to it already stays a choice, also where they hold no post in one's charge any more.
  const people = [
    ...staff,
    ...(unit?.members.filter((each) => !staff.some((one) => one.id === each.id)) ?? []),
  ]

  const save = async () => {
    const faults = {
      ...(title.trim().length < 2 ? { title: '请写科室的名称，至少两个字。' } : {}),
      ...(area ? {} : { area: '请选择它所在的街道或区域。' }),
    }
    setMissing(faults)
    const first = Object.keys(faults)[0]
    if (first) {
      document.getElementById(`${id}-${first}`)?.focus()
      return
    }
    const input = { title, area: area!, members, ...(unit ? { id: unit.id } : {}) }
    if (!(await send(input).catch(() => undefined))) return
    void message.success(unit ? '已保存。' : `已建立「${title.trim()}」，从今天起可以派给它。`)
    close()
  }
  const fault = (key: string) =>
    missing[key] && (
      <p className="field-error" role="alert">
        {missing[key]}
      </p>
    )
  return (
    <Section title={unit ? `修改${unit.title}` : '添加科室'}>
      <form
        className="form-stack"
        aria-label="科室"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.ctrlKey) void save()
        }}
      >
        <ProblemAlert problem={problem} />
        <div className="field">
          <label htmlFor={`${id}-title`}>名称</label>
          <Input
            id={`${id}-title`}
            autoFocus
            maxLength={40}
            value={title}
            placeholder="例如：城市管理科、区供热公司"
            onChange={(event) => setTitle(event.target.value)}
          />
          {fault('title')}
        </div>
        {!unit && (
          <div className="field">
            <label htmlFor={`${id}-area`}>设在哪里</label>
            <AreaSelect id={`${id}-area`} value={area} onChange={setArea} invalid={'area' in missing} />
            <p className="field-help">退回、上报时交给这一级裁定；建立以后不能换。</p>
            {fault('area')}
          </div>
        )}
        <div className="field">
          <label htmlFor={`${id}-members`}>
            成员<span className="field-optional">可以以后再加</span>
          </label>
          <Select
            id={`${id}-members`}
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="输入姓名查找"
            value={members}
            options={people.map((one) => ({ value: one.id, label: one.name }))}
            onChange={setMembers}
          />
          <p className="field-help">只列出有办理岗位的人；没有的，先在“岗位人员”里给一个岗位。</p>
        </div>
        <div className="form-actions">
          <Button type="primary" htmlType="submit" loading={sending}>
            保存
          </Button>
          <Button onClick={close}>取消</Button>
        </div>
      </form>
    </Section>
  )
}
