import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { refusePersonal } from '../../../platform/server/http/refuse-personal.ts'
import { type BookingState, bookingStates, markBooking as contract } from '../contract.ts'
import { getOwnBooking, setState } from '../storage/bookings.ts'

/** What can follow from where. */
const next: Record<BookingState, readonly BookingState[]> = {
  booked: ['received', 'done', 'missed', 'cancelled'],
  received: ['received', 'done'],
  missed: ['received'],
  done: [],
  cancelled: [],
}

/** Says where a booking stands; its resident reads the note. */
export const markBooking = defineAction(contract, async (repository, { id, state, note }) => {
  const booking = await getOwnBooking(repository, id)
  if (!next[booking.state].includes(state))
    throw new Problem(
      'rule.unmet',
      `这个预约现在是“${bookingStates[booking.state]}”，不能改为“${bookingStates[state]}”。请刷新页面再看。`,
    )
  refusePersonal('note', note)
  await setState(repository, booking, state, note)
  return { answer: { state }, audit: { subject: id, area: booking.area, detail: { state } } }
})
