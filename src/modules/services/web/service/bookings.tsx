import { Button, Input } from 'antd'
import { useState } from 'react'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { Bubble } from '../../../../platform/web/bubble/bubble.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { StatusTag, type Tone } from '../../../../platform/web/feedback/status-tag.tsx'
import { wordInstant } from '../../../../platform/web/wording/word-instant.ts'
import {
  type BookingState,
  type BookingView,
  bookingStates,
  markBooking,
  revealBooking,
} from '../../contract.ts'

const tones: Record<BookingState, Tone> = {
  booked: 'look',
  received: 'plain',
  done: 'good',
  missed: 'plain',
  cancelled: 'plain',
}

type Marked = 'received' | 'done' | 'missed' | 'cancelled'

const next: Record<BookingState, readonly Marked[]> = {
  booked: ['received', 'done', 'missed', 'cancelled'],
  received: ['received', 'done'],
  missed: ['received'],
  done: [],
  cancelled: [],
}

const acts: Record<Marked, string> = {
  received: '收件，在办',
  done: '办好了',
  missed: '没有来',
  cancelled: '取消',
}

const Phone = ({ id }: { id: string }) => {
  const [purpose, setPurpose] = useState('')
  const [phone, setPhone] = useState<string>()
  const { send, sending, problem } = useAction(revealBooking)
  if (phone)
    return (
      <p>
        <a href={`tel:${phone}`}>{phone}</a>
      </p>
    )
  return (
    <form
      className="form-stack"
      onSubmit={(event) => {
        event.preventDefault()
        void send({ id, purpose }).then(
          (answer) => setPhone(answer.phone),
          () => undefined,
        )
      }}
    >
      <ProblemAlert problem={problem} />
      <Input
        autoFocus
        aria-label="查看的用途"
        placeholder="查看的用途，如：通知改期"
        value={purpose}
        onChange={(event) => setPurpose(event.target.value)}
      />
      <Button type="primary" htmlType="submit" loading={sending} disabled={purpose.trim().length < 2}>
        查看
      </Button>
      <p className="quiet">看一次记一次。</p>
    </form>
  )
}

const Row = ({ booking }: { booking: BookingView }) => {
  const [note, setNote] = useState('')
  const { send, sending, problem } = useAction(markBooking)
  const mark = (state: Marked) =>
    void send({ id: booking.id, state, note }).then(
      () => setNote(''),
      () => undefined,
    )
  const possible = next[booking.state]
  return (
    <li>
      <div className="slot-line">
        <strong>{wordInstant(booking.startsAt)}</strong>
        <span>{booking.name}</span>
        <span>{booking.phone}</span>
        <StatusTag tone={tones[booking.state]}>{bookingStates[booking.state]}</StatusTag>
        <Bubble
          label={`${booking.name}的电话`}
          button={(trigger) => (
            <Button size="small" {...trigger}>
              查看电话
            </Button>
          )}
          content={() => <Phone id={booking.id} />}
        />
      </div>
      {booking.note && <p className="quiet">告诉他：{booking.note}</p>}
      <ProblemAlert problem={problem} />
      {possible.length > 0 && (
        <div className="slot-line">
          <Input
            className="booking-note"
            aria-label={`告诉${booking.name}的话`}
            placeholder="告诉他的话（可不填），如：三天后来取"
            maxLength={300}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
          {possible.map((state) => (
            <Button key={state} size="small" loading={sending} onClick={() => mark(state)}>
              {acts[state]}
            </Button>
          ))}
        </div>
      )}
    </li>
  )
}

/** Who comes when, and how far it is; the resident reads the notes. */
export const Bookings = ({ bookings }: { bookings: readonly BookingView[] }) => {
  if (bookings.length === 0) return <p className="quiet">现在没有人预约。</p>
  return (
    <ul className="plain-list booking-list">
      {bookings.map((booking) => (
        <Row key={booking.id} booking={booking} />
      ))}
    </ul>
  )
}
