import { App, Button, Input, InputNumber, Select } from 'antd'
import { useId, useState } from 'react'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { type DutyRule, type DutyShift, setDutyRule } from '../../roster-contract.ts'

const whens = [
  { value: 'every', label: '每天' },
  { value: 'working', label: '工作日' },
  { value: 'free', label: '休息日' },
] as const

const nextKey = (shifts: readonly DutyShift[]): string => {
  const taken = new Set(shifts.map(({ key }) => key))
  return Array.from({ length: 20 }, (_, index) => `shift${index + 1}`).find((key) => !taken.has(key))!
}

/** Which shifts there are, from when to when, and how many people they want. */
export const RuleForm = ({ area, rule }: { area: string; rule: DutyRule }) => {
  const { message } = App.useApp()
  const id = useId()
  const [least, setLeast] = useState(rule.least)
  const [shifts, setShifts] = useState<readonly DutyShift[]>(rule.shifts)
  const { send, sending, problem } = useAction(setDutyRule)
  const set = (index: number, change: Partial<DutyShift>) =>
    setShifts(shifts.map((shift, at) => (at === index ? { ...shift, ...change } : shift)))
  const save = async () => {
    if (await send({ area, least, shifts: [...shifts] }).catch(() => undefined))
      void message.success('班次已保存。')
  }
  return (
    <Section title="班次设置">
      <form
        className="form-stack no-print"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <div className="field">
          <label htmlFor={`${id}least`}>每天至少几人</label>
          <InputNumber
            id={`${id}least`}
            min={0}
            max={20}
            value={least}
            onChange={(value) => setLeast(value ?? 0)}
          />
        </div>
        {shifts.map((shift, index) => (
          <fieldset key={shift.key} className="roster-names">
            <legend className="visually-hidden">第 {index + 1} 班</legend>
            <Input
              aria-label={`第 ${index + 1} 班的名称`}
              style={{ width: '8em' }}
              value={shift.title}
              onChange={(event) => set(index, { title: event.target.value })}
            />
            <Input
              aria-label={`${shift.title}几点开始`}
              style={{ width: '5.5em' }}
              value={shift.from}
              onChange={(event) => set(index, { from: event.target.value })}
            />
            <Input
              aria-label={`${shift.title}几点结束`}
              style={{ width: '5.5em' }}
              value={shift.to}
              onChange={(event) => set(index, { to: event.target.value })}
            />
            <InputNumber
              aria-label={`${shift.title}至少几人`}
              min={0}
              max={20}
              value={shift.least}
              onChange={(value) => set(index, { least: value ?? 0 })}
            />
            <Select
              aria-label={`${shift.title}在哪些日子`}
              style={{ width: '7em' }}
              value={shift.on}
              options={[...whens]}
              onChange={(on: DutyShift['on']) => set(index, { on })}
            />
            <Button
              disabled={shifts.length === 1}
              onClick={() => setShifts(shifts.filter((_, at) => at !== index))}
            >
              去掉<span className="visually-hidden">{shift.title}</span>
            </Button>
          </fieldset>
        ))}
        <ProblemAlert problem={problem} />
        <p className="roster-names">
          <Button type="primary" htmlType="submit" loading={sending}>
            保存班次
          </Button>
          <Button
            disabled={shifts.length >= 6}
            onClick={() =>
              setShifts([
                ...shifts,
                { key: nextKey(shifts), title: '新班次', from: '09:00', to: '17:00', least: 1, on: 'every' },
              ])
            }
          >
            加一班
          </Button>
        </p>
      </form>
    </Section>
  )
}
