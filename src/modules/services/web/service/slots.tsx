import { Button, InputNumber } from 'antd'
import { useState } from 'react'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { wordInstant } from '../../../../platform/web/wording/word-instant.ts'
import { setCapacity } from '../../contract.ts'

interface Slot {
  id: string
  startsAt: string
  endsAt: string
  capacity: number
  booked: number
}

const shownAtFirst = 12

const Line = ({ slot }: { slot: Slot }) => {
  const { send, problem } = useAction(setCapacity)
  const when = wordInstant(slot.startsAt)
  return (
    <li>
      <div className="slot-line">
        <span>
          {when}–{wordInstant(slot.endsAt).slice(-5)}
        </span>
        <span className="quiet">已约 {slot.booked} 人，名额</span>
        <InputNumber
          aria-label={`${when} 的名额`}
          size="small"
          min={0}
          max={500}
          precision={0}
          defaultValue={slot.capacity}
          onBlur={(event) => {
            const capacity = Number(event.target.value)
            if (capacity !== slot.capacity) void send({ slot: slot.id, capacity }).catch(() => undefined)
          }}
        />
      </div>
      <ProblemAlert problem={problem} />
    </li>
  )
}

/** Times that are open from now on, each with its room. */
export const Slots = ({ slots }: { slots: readonly Slot[] }) => {
  const [all, setAll] = useState(false)
  if (slots.length === 0) return <p className="quiet">还没有开放的时段，居民约不了。</p>
  return (
    <>
      <ul className="plain-list slot-days">
        {(all ? slots : slots.slice(0, shownAtFirst)).map((slot) => (
          <Line key={slot.id} slot={slot} />
        ))}
      </ul>
      {!all && slots.length > shownAtFirst && (
        <Button type="link" onClick={() => setAll(true)}>
          显示全部 {slots.length} 个时段
        </Button>
      )}
    </>
  )
}
