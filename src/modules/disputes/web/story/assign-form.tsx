import { Select } from 'antd'
import { useId, useState } from 'react'
import { assignMediators } from '../../contract.ts'
import type { FormProps } from './step-form.ts'
import { StepShell, useStep } from './step-shell.tsx'

/** Who mediates, out of those with a post over the place. */
export const AssignForm = ({ story, close }: FormProps) => {
  const id = useId()
  const [mediators, setMediators] = useState(story.mediators.map(({ staff }) => staff))
  const step = useStep(assignMediators, story, close)
  return (
    <StepShell title="指派调解员" step={step} send={() => step.take({ mediators })} close={close}>
      <div className="field">
        <label htmlFor={id}>调解员</label>
        <Select
          id={id}
          mode="multiple"
          value={mediators}
          onChange={setMediators}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="输入姓名查找，可以选几位"
          options={story.staff.map(({ staff, name, title }) => ({
            value: staff,
            label: `${name} · ${title}`,
          }))}
        />
        <p className="field-help">没有选上的看不到这件纠纷；以后可以再改。与当事人有亲属关系的请不要指派。</p>
      </div>
    </StepShell>
  )
}
