import { sql } from 'kysely'
import { type Role, roles } from '../../contract/right.ts'
import type { Repository } from '../repository/repository.ts'

interface Found {
  name: string
  role: Role
  area: string
}

/**
 * Who held a post over an area on a day, the nearest first: grid worker, then community. Posts tell it of any past day,
 * since they end and are never erased.
 */
export const listResponsible = async (repository: Repository, area: string, on: string) => {
  const { rows } = await sql<Found>`
    select s.name, p.role, p.area from post p join staff s on s.district = p.district and s.id = p.staff
    where p.district = ${repository.district} and starts_with(${area}, p.area) and length(p.area) >= 12
      and p.valid_from <= ${on} and (p.valid_to is null or p.valid_to > ${on}) and p.role in ('gridWorker', 'head', 'clerk')
    order by length(p.area) desc, p.role desc, s.name`.execute(repository.db)
  return rows.map(({ name, role, area: at }) => ({
    name,
    roleTitle: roles[role].title,
    areaName: repository.areas.nameOf(at, on),
  }))
}
