import { App, Button, Select } from 'antd'
import { useId, useState } from 'react'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { type Roster, swapDuty } from '../../roster-contract.ts'

/** Two people take each other's place. */
export const SwapForm = ({ roster, close }: { roster: Roster; close: () => void }) => {
  const { today } = useViewpoint()
  const { message } = App.useApp()
  const id = useId()
  const [one, setOne] = useState<string>()
  const [other, setOther] = useState<string>()
  const { send, sending, problem } = useAction(swapDuty)
  const titles = new Map(roster.rule.shifts.map(({ key, title }) => [key, title]))
  const options = roster.duties
    .filter(({ day }) => day >= today)
    .map((duty) => ({
      value: duty.id,
      label: `${duty.day} ${titles.get(duty.shift) ?? ''} ${duty.name}`,
    }))
  const swap = async () => {
    if (!one || !other) return
    if (!(await send({ area: roster.area, one, other }).catch(() => undefined))) return
    void message.success('已换班。')
    close()
  }
  const choose = (
    name: string,
    label: string,
    value: string | undefined,
    set: (id: string | undefined) => void,
  ) => (
    <div className="field">
      <label htmlFor={`${id}${name}`}>{label}</label>
      <Select
        id={`${id}${name}`}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="输入日期或姓名查找"
        value={value ?? null}
        options={options.filter((option) => option.value !== (name === 'one' ? other : one))}
        onChange={(chosen: string | null) => set(chosen ?? undefined)}
      />
    </div>
  )
  return (
    <Section title="换班">
      <form
        className="record-form no-print"
        onSubmit={(event) => {
          event.preventDefault()
          void swap()
        }}
      >
        {choose('one', '这一班', one, setOne)}
        {choose('other', '和这一班对换', other, setOther)}
        <ProblemAlert problem={problem} />
        <p className="roster-names">
          <Button type="primary" htmlType="submit" loading={sending} disabled={!one || !other}>
            对换
          </Button>
          <Button onClick={close}>取消</Button>
        </p>
      </form>
    </Section>
  )
}
