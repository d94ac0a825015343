import { sql } from 'kysely'
import { parentOf } from '../../../core/area/index.ts'
import { Problem } from '../../../platform/contract/problem.ts'
import { roleHas } from '../../../platform/contract/right.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import type { Body } from '../life/facts.ts'

export interface HandlingUnit {
  readonly id: string
  readonly title: string
  readonly area: string
}

/** The bodies that somebody belongs to today: the very areas of their posts, and the units they are members of. */
export const findBodies = async ({ actor, db, district, today }: Repository): Promise<Body[]> => {
  const areas = actor.posts.filter(({ role }) => roleHas(role, 'matter.write')).map(({ area }) => area)
  const { rows } = await sql<{ unit: string }>`
    select unit from handling_unit_member where district = ${district} and staff = ${actor.id}
      and valid_from <= ${today} and (valid_to is null or valid_to > ${today})`.execute(db)
  return [
    ...[...new Set(areas)].map((area): Body => `area:${area}`),
    ...rows.map(({ unit }): Body => `unit:${unit}`),
  ]
}

/** Sections and departments that handle matters now. */
export const listUnits = async ({ db, district, today }: Repository): Promise<HandlingUnit[]> => {
  const { rows } = await sql<HandlingUnit>`
    select id, title, area from handling_unit where district = ${district}
      and (ended_on is null or ended_on > ${today}) order by area, title`.execute(db)
  return rows
}

const findUnit = async ({ db, district }: Repository, body: Body): Promise<HandlingUnit | undefined> => {
  if (!/^unit:[0-9a-f-]{36}$/.test(body)) return undefined
  const { rows } = await sql<HandlingUnit>`
    select id, title, area from handling_unit where district = ${district} and id = ${body.slice(5)}`.execute(
    db,
  )
  return rows[0]
}

/** The area in which a body works. Throws `request.invalid` for a body that there is not. */
export const areaOfBody = async (repository: Repository, body: Body): Promise<string> => {
  const path = body.slice(5)
  const known = body.startsWith('area:') && repository.areas.nameOf(path) !== path
  const area = known ? path : (await findUnit(repository, body))?.area
  if (area === undefined) throw new Problem('request.invalid', '没有这个承办单位，请重新选择。')
  return area
}

/** Throws `request.invalid` for a body that nothing can be handed to: there is none, or it was closed down. */
export const refuseEndedBody = async (repository: Repository, body: Body): Promise<void> => {
  await areaOfBody(repository, body)
  if (await hasEnded(repository, body))
    throw new Problem('request.invalid', '这个科室已经撤销，请另选一个承办单位。')
}

/** Whether a unit was closed down; areas end otherwise. */
export const hasEnded = async (repository: Repository, body: Body): Promise<boolean> =>
  body.startsWith('unit:') && !(await listUnits(repository)).some(({ id }) => `unit:${id}` === body)

/** The level above: of a unit its own area, of an area the one that holds it; the district stays with itself. */
export const bodyAbove = async (repository: Repository, body: Body): Promise<Body> => {
  if (body.startsWith('unit:')) return `area:${await areaOfBody(repository, body)}`
  const area = body.slice(5)
  if (area.length <= repository.district.length) return body
  return `area:${parentOf(area) ?? repository.district}`
}

/** What bodies are called, such as 和平社区 or 城市管理科. */
export const nameBodies = async (
  repository: Repository,
  bodies: Iterable<Body>,
): Promise<ReadonlyMap<Body, string>> => {
  const wanted = [...new Set(bodies)]
  const units = wanted.filter((body) => body.startsWith('unit:')).map((body) => body.slice(5))
  const { rows } = units.length
    ? await sql<{ id: string; title: string }>`select id, title from handling_unit
        where district = ${repository.district} and id = any(${units}::uuid[])`.execute(repository.db)
    : { rows: [] }
  const titles = new Map(rows.map(({ id, title }) => [id, title]))
  return new Map(
    wanted.map((body) => [
      body,
      body.startsWith('area:')
        ? repository.areas.nameOf(body.slice(5))
        : (titles.get(body.slice(5)) ?? '已撤销的单位'),
    ]),
  )
}
