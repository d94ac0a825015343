import { sql } from 'kysely'
import { Problem } from '../../../platform/contract/problem.ts'
import { newId } from '../../../platform/server/new-id.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { inScope } from '../../../platform/server/repository/scope.ts'

export interface Slot {
  readonly id: string
  readonly starts_at: Date
  readonly ends_at: Date
  readonly capacity: number
  readonly booked: number
}

/** Times of a service from now on; `free` alone those with room. */
export const listSlots = async (
  { db, district }: Repository,
  service: string,
  only: 'free' | 'all',
): Promise<Slot[]> => {
  const { rows } = await sql<Slot>`
    select id, starts_at, ends_at, capacity, booked from service_slot
    where district = ${district} and service = ${service} and starts_at > now()
      and ${only === 'free' ? sql`booked < capacity` : sql`true`}
    order by starts_at limit 300`.execute(db)
  return rows
}

/** Opens a time; one that is open already gets this room, and no less than is taken. */
export const openSlot = async (
  { db, district }: Repository,
  service: string,
  { startsAt, endsAt, capacity }: { startsAt: Date; endsAt: Date; capacity: number },
): Promise<void> => {
  await sql`insert into service_slot (district, id, service, starts_at, ends_at, capacity)
    values (${district}, ${newId()}, ${service}, ${startsAt}, ${endsAt}, ${capacity})
    on conflict (district, service, starts_at) do update
    set ends_at = excluded.ends_at, capacity = greatest(excluded.capacity, service_slot.booked)`.execute(db)
}

/** Sets how many may come at a time of a service of one's areas. Throws where more have booked. */
export const resizeSlot = async (repository: Repository, id: string, capacity: number): Promise<string> => {
  const { rows } = await sql<{ area: string; booked: number }>`
    select e.area, s.booked from service_slot s
    join public_service e on e.district = s.district and e.id = s.service
    where s.district = ${repository.district} and s.id = ${id} and ${inScope(repository, 'public.write')}
    for update of s`.execute(repository.db)
  const found = rows[0]
  if (!found) throw new Problem('record.not_found', '没有找到这个时段，或者它不归您管。')
  if (capacity < found.booked)
    throw new Problem(
      'rule.unmet',
      `已经有 ${found.booked} 人约了这个时段，名额不能更少。请先和他们商量改期。`,
    )
  await sql`update service_slot set capacity = ${capacity}
    where district = ${repository.district} and id = ${id}`.execute(repository.db)
  return found.area
}
