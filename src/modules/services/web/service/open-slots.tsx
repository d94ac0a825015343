import { Button, Input, InputNumber } from 'antd'
import { useId, useState } from 'react'
import { addDays } from '../../../../core/time/date-arithmetic.ts'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { DateField } from '../../../../platform/web/input/date-field.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { openSlots } from '../../contract.ts'

const usual = [
  { key: 1, from: '09:00', to: '10:00', capacity: 4 },
  { key: 2, from: '10:00', to: '11:00', capacity: 4 },
  { key: 3, from: '14:30', to: '16:00', capacity: 6 },
]

/** Opens times on the working days from one day to another. */
export const OpenSlots = ({ service, close }: { service: string; close: () => void }) => {
  const id = useId()
  const { today } = useViewpoint()
  const [from, setFrom] = useState(addDays(today, 1))
  const [to, setTo] = useState(addDays(today, 14))
  const [times, setTimes] = useState(usual)
  const { send, sending, problem } = useAction(openSlots)
  const set = (key: number, change: Partial<(typeof usual)[number]>) =>
    setTimes((now) => now.map((time) => (time.key === key ? { ...time, ...change } : time)))
  const submit = () =>
    send({ service, from, to, times: times.map(({ key: _, ...time }) => time) }).then(close, () => undefined)
  return (
    <form
      className="form-stack service-form"
      aria-label="开放时段"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <ProblemAlert problem={problem} />
      <div className="field">
        <label htmlFor={`${id}-from`}>从哪天</label>
        <DateField id={`${id}-from`} value={from} onChange={setFrom} />
      </div>
      <div className="field">
        <label htmlFor={`${id}-to`}>到哪天</label>
        <DateField id={`${id}-to`} value={to} onChange={setTo} />
        <p className="field-help">只开工作日；来年放假安排没有公布的，暂按周一至周五。</p>
      </div>
      {times.map(({ key, from: start, to: end, capacity }, index) => (
        <div key={key} className="slot-times">
          <Input
            aria-label={`第 ${index + 1} 个时段从`}
            value={start}
            onChange={(event) => set(key, { from: event.target.value })}
          />
          至
          <Input
            aria-label={`第 ${index + 1} 个时段到`}
            value={end}
            onChange={(event) => set(key, { to: event.target.value })}
          />
          <InputNumber
            aria-label={`第 ${index + 1} 个时段的名额`}
            min={0}
            max={500}
            precision={0}
            value={capacity}
            suffix="人"
            onChange={(value) => set(key, { capacity: value ?? 0 })}
          />
          {times.length > 1 && (
            <Button
              size="small"
              type="text"
              aria-label={`去掉第 ${index + 1} 个时段`}
              onClick={() => setTimes(times.filter((time) => time.key !== key))}
            >
              去掉
            </Button>
          )}
        </div>
      ))}
      <div>
        <Button
          size="small"
          onClick={() =>
            setTimes([...times, { ...usual[0]!, key: Math.max(...times.map(({ key }) => key)) + 1 }])
          }
        >
          再加一个时段
        </Button>
      </div>
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={sending}>
          开放
        </Button>
        <Button onClick={close}>取消</Button>
      </div>
    </form>
  )
}
