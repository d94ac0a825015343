import { sql } from 'kysely'
import { Problem } from '../../../platform/contract/problem.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { inScope } from '../../../platform/server/repository/scope.ts'

export interface Service {
  readonly id: string
  readonly area: string
  readonly kind: 'window' | 'agency'
  readonly title: string
  readonly about: string
  readonly who: string
  readonly bring: string
  readonly place: string
  readonly hours: string
  readonly phone: string
  readonly ended: boolean
}

const columns = sql`e.id, e.area, e.kind, e.title, e.about, e.who, e.bring, e.place, e.hours, e.phone,
  e.ended_on is not null as ended`

/** Services of one's areas, with how many places are free and taken from now on. */
export const listOwnServices = async (
  repository: Repository,
  area: string | undefined,
): Promise<(Service & { free: number; booked: number })[]> => {
  const { rows } = await sql<Service & { free: number; booked: number }>`
    select ${columns}, coalesce(s.free, 0)::int as free, coalesce(s.booked, 0)::int as booked
    from public_service e
    left join lateral (select sum(capacity - booked) as free, sum(booked) as booked from service_slot s
      where s.district = e.district and s.service = e.id and s.starts_at > now()) s on true
    where e.district = ${repository.district} and ${inScope(repository, 'public.write', area)}
    order by e.ended_on is not null, e.title`.execute(repository.db)
  return rows
}

/** A service of one's areas. Throws `record.not_found`. */
export const getOwnService = async (repository: Repository, id: string): Promise<Service> => {
  const { rows } = await sql<Service>`
    select ${columns} from public_service e where e.district = ${repository.district} and e.id = ${id}
      and ${inScope(repository, 'public.write')}`.execute(repository.db)
  if (!rows[0]) throw new Problem('record.not_found', '没有找到这个事项，或者它不归您管。')
  return rows[0]
}

/** What everybody may read: services that go on. */
export const listOfferedServices = async ({ db, district }: Repository): Promise<Service[]> => {
  const { rows } = await sql<Service>`
    select ${columns} from public_service e where e.district = ${district} and e.ended_on is null
    order by e.kind desc, e.title`.execute(db)
  return rows
}

/** Writes a service; one that ends is no longer offered. */
export const saveService = async ({ db, district, today }: Repository, service: Service): Promise<void> => {
  const endedOn = service.ended ? today : null
  await sql`insert into public_service (district, id, area, kind, title, about, who, bring, place, hours, phone, ended_on)
    values (${district}, ${service.id}, ${service.area}, ${service.kind}, ${service.title}, ${service.about},
      ${service.who}, ${service.bring}, ${service.place}, ${service.hours}, ${service.phone}, ${endedOn})
    on conflict (district, id) do update set area = excluded.area, kind = excluded.kind, title = excluded.title,
      about = excluded.about, who = excluded.who, bring = excluded.bring, place = excluded.place,
      hours = excluded.hours, phone = excluded.phone, ended_on = excluded.ended_on`.execute(db)
}
