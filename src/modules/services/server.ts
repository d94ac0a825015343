import { phone as phoneType } from '../../core/definition/index.ts'
import type { ServerModule } from '../../platform/server/http/module.ts'
import { defineReader } from '../../platform/server/http/mount-route.ts'
import { repositoryFor } from '../../platform/server/office.ts'
import { systemActor } from '../../platform/server/permission/system-actor.ts'
import { defineService } from './actions/define-service.ts'
import { markBooking } from './actions/mark-booking.ts'
import { openSlots } from './actions/open-slots.ts'
import { revealBooking } from './actions/reveal-booking.ts'
import { setCapacity } from './actions/set-capacity.ts'
import { getService, listServices } from './contract.ts'
import { bookedPage } from './public/booked-page.ts'
import { guidePage } from './public/guide-page.ts'
import { forgetBookings, listBookings } from './storage/bookings.ts'
import { getOwnService, listOwnServices } from './storage/services.ts'
import { listSlots } from './storage/slots.ts'

const iso = (at: Date) => new Date(at).toISOString()

/** 办事预约: what is done for residents, and when they come for it. */
export const servicesServer: ServerModule = {
  actions: [defineService, openSlots, setCapacity, markBooking, revealBooking],
  readers: [
    defineReader(listServices, async (repository, { query }) => ({
      rows: (await listOwnServices(repository, query.area)).map(({ area, ...row }) => ({
        ...row,
        areaName: repository.areas.nameOf(area),
      })),
    })),
    defineReader(getService, async (repository, { params }) => {
      const service = await getOwnService(repository, params.id)
      return {
        service: { ...service, areaName: repository.areas.nameOf(service.area) },
        slots: (await listSlots(repository, service.id, 'all')).map(
          ({ id, starts_at, ends_at, capacity, booked }) => ({
            id,
            startsAt: iso(starts_at),
            endsAt: iso(ends_at),
            capacity,
            booked,
          }),
        ),
        bookings: (await listBookings(repository, service.id)).map(
          ({ id, startsAt, state, name, phone, note }) => ({
            id,
            startsAt: startsAt.toISOString(),
            state,
            name,
            phone: phoneType.mask?.(phone) ?? '',
            note,
          }),
        ),
      }
    }),
  ],
  publicPages: [guidePage, bookedPage],
  sealed: (['name', 'phone'] as const).map((column) => ({
    table: 'booking',
    column,
    names: ['id'],
    place: ({ id }: Readonly<Record<string, string>>) => `booking.${column}.${id}`,
  })),
  jobs: () => ({}),
  beats: (office) => [
    {
      name: 'forget-bookings',
      everySeconds: 3600,
      run: async () => void (await forgetBookings(repositoryFor(office, systemActor(office.district)))),
    },
  ],
}
