import { sql } from 'kysely'
import { Problem } from '../../../platform/contract/problem.ts'
import { plainCode } from '../../../platform/server/http/public-code.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { inScope } from '../../../platform/server/repository/scope.ts'
import type { BookingState } from '../contract.ts'

export interface Booking {
  readonly id: string
  readonly service: string
  readonly slot: string
  readonly area: string
  readonly startsAt: Date
  readonly code: string
  readonly state: BookingState
  /** Empty once erased. */
  readonly name: string
  readonly phone: string
}

interface Row extends Omit<Booking, 'name' | 'phone' | 'startsAt'> {
  starts_at: Date
  name: Buffer | null
  phone: Buffer | null
}

const columns = sql`e.id, e.service, e.slot, e.area, e.starts_at, e.code, e.state, e.name, e.phone`

const open = ({ cipher }: Repository, { starts_at, name, phone, ...row }: Row): Booking => ({
  ...row,
  startsAt: new Date(starts_at),
  name: name ? cipher.decrypt(name, `booking.name.${row.id}`) : '',
  phone: phone ? cipher.decrypt(phone, `booking.phone.${row.id}`) : '',
})

const phoneHash = ({ cipher }: Repository, phone: string) => cipher.lookup(phone, 'booking.phone')

/** Adds what happened to a booking; the resident reads the note. */
const writeStep = async (
  { db, district, actor }: Repository,
  id: string,
  state: BookingState,
  note: string,
) => {
  await sql`insert into booking_step (district, booking, seq, at, state, note, actor_name)
    select ${district}, ${id}, coalesce(max(seq), 0) + 1, now(), ${state}, ${note}, ${actor.name}
    from booking_step where district = ${district} and booking = ${id}`.execute(db)
}

/**
 * Takes a place in a slot. One statement takes it, so that of two who come at once for the last place one is refused.
 * Throws `rule.unmet` where no place is left, or this telephone holds one for the service already.
 */
export const takePlace = async (
  repository: Repository,
  { id, slot, code, name, phone }: Pick<Booking, 'id' | 'slot' | 'code' | 'name' | 'phone'>,
): Promise<string> => {
  const { db, district, cipher } = repository
  const { rows } = await sql<{ service: string; area: string; starts_at: Date }>`
    update service_slot s set booked = booked + 1 from public_service e
    where s.district = ${district} and s.id = ${slot} and s.booked < s.capacity and s.starts_at > now()
      and e.district = s.district and e.id = s.service and e.ended_on is null
    returning s.service, e.area, s.starts_at`.execute(db)
  const taken = rows[0]
  if (!taken) throw new Problem('rule.unmet', '这个时间刚刚约满了。请换一个时间。')
  const { rows: made } = await sql`
    insert into booking (district, id, service, slot, area, starts_at, code, state, name, phone, phone_hash)
    values (${district}, ${id}, ${taken.service}, ${slot}, ${taken.area}, ${taken.starts_at}, ${code}, 'booked',
      ${cipher.encrypt(name, `booking.name.${id}`)}, ${cipher.encrypt(phone, `booking.phone.${id}`)},
      ${phoneHash(repository, phone)})
    on conflict (district, service, phone_hash) where state = 'booked' do nothing returning id`.execute(db)
  if (made.length === 0)
    throw new Problem('rule.unmet', '这个电话已经约了这件事。要改时间，请先在“查预约”里取消原来的。')
  await writeStep(repository, id, 'booked', '')
  return taken.area
}

/** Writes where a booking stands; a cancelled one gives its place back. The booking is locked by the caller. */
export const setState = async (
  repository: Repository,
  { id, slot, state: before }: Booking,
  state: BookingState,
  note: string,
): Promise<void> => {
  const { db, district } = repository
  await sql`update booking set state = ${state} where district = ${district} and id = ${id}`.execute(db)
  if (state === 'cancelled' && before === 'booked')
    await sql`update service_slot set booked = booked - 1 where district = ${district} and id = ${slot}`.execute(
      db,
    )
  await writeStep(repository, id, state, note)
}

/** What a code and tail open; undefined where either is wrong: the two are not told apart. */
export const findByCode = async (
  repository: Repository,
  { code, tail }: { code: string; tail: string },
  lock = false,
): Promise<Booking | undefined> => {
  const { rows } = await sql<Row>`
    select ${columns} from booking e where e.district = ${repository.district} and e.code = ${plainCode(code)}
    ${lock ? sql`for update` : sql``}`.execute(repository.db)
  const found = rows[0] && open(repository, rows[0])
  const right = found && found.phone !== '' && found.phone.slice(-4) === tail.replace(/\D/g, '')
  return right ? found : undefined
}

/** A booking at a service of one's areas, locked. Throws `record.not_found`. */
export const getOwnBooking = async (repository: Repository, id: string): Promise<Booking> => {
  const { rows } = await sql<Row>`
    select ${columns} from booking e where e.district = ${repository.district} and e.id = ${id}
      and ${inScope(repository, 'public.write')} for update`.execute(repository.db)
  if (!rows[0]) throw new Problem('record.not_found', '没有找到这个预约，或者它不归您管。')
  return open(repository, rows[0])
}

/** Bookings of a service that are not long over, those that come first in front; for whoever keeps the service. */
export const listBookings = async (
  repository: Repository,
  service: string,
): Promise<(Booking & { note: string })[]> => {
  const { rows } = await sql<Row & { note: string }>`
    select ${columns}, coalesce((select note from booking_step t where t.district = e.district and t.booking = e.id
      order by seq desc limit 1), '') as note
    from booking e where e.district = ${repository.district} and e.service = ${service}
      and ${inScope(repository, 'public.write')} and e.phone is not null
      and (e.starts_at > now() - interval '7 days' or e.state in ('booked', 'received'))
    order by e.starts_at limit 300`.execute(repository.db)
  return rows.map(({ note, ...row }) => ({ ...open(repository, row), note }))
}

/** What happened to a booking, newest first, as its resident reads it. */
export const listBookingSteps = async (
  { db, district }: Repository,
  id: string,
): Promise<{ at: Date; state: BookingState; note: string }[]> => {
  const { rows } = await sql<{ at: Date; state: BookingState; note: string }>`
    select at, state, note from booking_step where district = ${district} and booking = ${id}
    order by seq desc`.execute(db)
  return rows
}

/** Erases names and telephones of bookings that are 90 days over; answers how many. */
export const forgetBookings = async ({ db, district }: Repository): Promise<number> => {
  const { rows } = await sql`
    update booking set name = null, phone = null, phone_hash = null
    where district = ${district} and phone is not null and starts_at < now() - interval '90 days'
    returning id`.execute(db)
  return rows.length
}
