import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { cancelBooking as contract } from '../contract.ts'
import { findByCode, setState } from '../storage/bookings.ts'

/** A resident gives their place back; what is cancelled already stays so. */
export const cancelBooking = defineAction(contract, async (repository, proof) => {
  const booking = await findByCode(repository, proof, true)
  if (!booking) throw new Problem('record.not_found', '预约码或电话后四位不对。')
  if (booking.state === 'booked') await setState(repository, booking, 'cancelled', '')
  else if (booking.state !== 'cancelled')
    throw new Problem('rule.unmet', '这件事已经在办了，不能取消。要改，请打电话给办事窗口。')
  return { answer: { state: 'cancelled' }, audit: { subject: booking.id, area: booking.area } }
})
