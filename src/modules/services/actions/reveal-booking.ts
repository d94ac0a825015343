import { defineAction } from '../../../platform/server/action/define-action.ts'
import { refuseManyReveals } from '../../../platform/server/records/refuse-many-reveals.ts'
import { revealBooking as contract } from '../contract.ts'
import { getOwnBooking } from '../storage/bookings.ts'

/** The number to call, such as when a time has to be moved; written down with the purpose. */
export const revealBooking = defineAction(
  contract,
  async (repository, { id, purpose }) => {
    const { area, phone } = await getOwnBooking(repository, id)
    await refuseManyReveals(repository)
    return {
      answer: { phone },
      audit: { subject: id, area, purpose, detail: { field: 'phone' } },
    }
  },
  { looks: true },
)
