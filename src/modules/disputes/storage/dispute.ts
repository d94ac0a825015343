import { type RawBuilder, sql } from 'kysely'
import { Problem } from '../../../platform/contract/problem.ts'
import { roleHas } from '../../../platform/contract/right.ts'
import { areasWith } from '../../../platform/server/permission/actor.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { inAreas } from '../../../platform/server/repository/scope.ts'
import { applyStep } from '../life/apply-step.ts'
import { dueOf, type Facts } from '../life/facts.ts'
import { factsPlace, stepPlace } from '../life/sealed-place.ts'
import type { Step } from '../life/step.ts'

/** A dispute as it stands, how many steps led there, and as what the reader takes part. */
export interface Dispute {
  readonly id: string
  readonly number: string
  readonly seq: number
  readonly facts: Facts
  readonly isHead: boolean
  readonly isMediator: boolean
}

interface Row {
  id: string
  number: string
  seq: number
  facts: Buffer
  is_head: boolean
  is_mediator: boolean
}

/** Areas of whose very level the actor is head today. */
const headAreas = ({ actor }: Repository): string[] =>
  actor.posts.filter(({ role }) => roleHas(role, 'dispute.assign')).map(({ area }) => area)

const isHead = (repository: Repository): RawBuilder<boolean> =>
  sql<boolean>`e.head_area = any(${headAreas(repository)})`

/** A mediator whose post over the place has ended is none any more. */
const isMediator = (repository: Repository): RawBuilder<boolean> => sql<boolean>`(
  ${inAreas(areasWith(repository.actor, 'dispute.write'), sql`e.area`)} and exists (
    select from dispute_mediator m where m.district = e.district and m.dispute = e.id
      and m.staff = ${repository.actor.id}))`

const read = (repository: Repository, row: Row): Dispute => ({
  id: row.id,
  number: row.number,
  seq: row.seq,
  facts: JSON.parse(repository.cipher.decrypt(row.facts, factsPlace(row.id))),
  isHead: row.is_head,
  isMediator: row.is_mediator,
})

/** Disputes in which the actor takes part: open ones by when they are due, or the closed ones, newest first. */
export const listOwnDisputes = async (repository: Repository, closed: boolean): Promise<Dispute[]> => {
  const { rows } = await sql<Row>`
    select e.id, e.number, e.seq, e.facts, ${isHead(repository)} as is_head, ${isMediator(repository)} as is_mediator
    from dispute e
    where e.district = ${repository.district} and (${isHead(repository)} or ${isMediator(repository)})
      and ${closed ? sql`e.state = 'closed'` : sql`e.state <> 'closed'`}
    order by ${closed ? sql`e.closed_on desc` : sql`e.due_on`}, e.id limit 200`.execute(repository.db)
  return rows.map((row) => read(repository, row))
}

/**
 * One of the disputes in which the actor takes part, locked where it is to change. Throws `record.not_found` for any
 * other, as for none; `record.stale` where somebody took a step after the one that was seen.
 */
export const getOwnDispute = async (
  repository: Repository,
  id: string,
  by: { seen?: number; lock?: boolean } = {},
): Promise<Dispute> => {
  const { rows } = await sql<Row>`
    select e.id, e.number, e.seq, e.facts, ${isHead(repository)} as is_head, ${isMediator(repository)} as is_mediator
    from dispute e
    where e.district = ${repository.district} and e.id = ${id}
      and (${isHead(repository)} or ${isMediator(repository)})
    ${by.lock ? sql`for update of e` : sql``}`.execute(repository.db)
  const row = rows[0]
  if (!row) throw new Problem('record.not_found', '没有找到这件纠纷，或者您没有参与调解。')
  if (by.seen !== undefined && by.seen !== row.seq)
    throw new Problem('record.stale', '这件纠纷刚刚有了新的记录。请看过最新情况再办，您填的内容没有丢。', {
      detail: { seen: row.seq },
    })
  return read(repository, row)
}

const insertStep = async (repository: Repository, id: string, seq: number, step: Step): Promise<void> => {
  const { db, district, actor, cipher, command } = repository
  await sql`insert into dispute_step (district, dispute, seq, at, actor, actor_name, step, command)
    values (${district}, ${id}, ${seq}, now(), ${actor.id}, ${actor.name},
      ${cipher.encrypt(JSON.stringify(step), stepPlace(id, seq))}, ${command ?? null})`.execute(db)
}

const setMediators = async (
  { db, district }: Repository,
  id: string,
  { mediators }: Facts,
): Promise<void> => {
  await sql`delete from dispute_mediator where district = ${district} and dispute = ${id}`.execute(db)
  await sql`insert into dispute_mediator (district, dispute, staff)
    select ${district}, ${id}, unnest(${mediators.map(({ staff }) => staff)}::uuid[])`.execute(db)
}

/** Writes a new dispute with its first step; answers its number. */
export const insertDispute = async (
  repository: Repository,
  id: string,
  step: Extract<Step, { kind: 'open' }>,
): Promise<string> => {
  const { db, district, cipher, today } = repository
  const facts = applyStep(undefined, step)
  const { rows } = await sql<{ number: string }>`
    insert into dispute (district, id, number, seq, area, head_area, kind, state, opened_on, due_on, facts)
    values (${district}, ${id}, ${`调${today.replaceAll('-', '')}`} || lpad(nextval('dispute_number_seq')::text, 4, '0'),
      1, ${facts.area}, ${facts.headArea}, ${facts.kind}, ${facts.state}, ${facts.openedOn}, ${dueOf(facts)},
      ${cipher.encrypt(JSON.stringify(facts), factsPlace(id))})
    returning number`.execute(db)
  await insertStep(repository, id, 1, step)
  return rows[0]!.number
}

/** Takes a step: writes it down and brings the facts to what follows from it. The dispute is locked by the caller. */
export const writeStep = async (
  repository: Repository,
  standing: Dispute,
  step: Step,
): Promise<{ seq: number; facts: Facts }> => {
  const { db, district, cipher } = repository
  const { id } = standing
  const facts = applyStep(standing.facts, step)
  const seq = standing.seq + 1
  await insertStep(repository, id, seq, step)
  await sql`update dispute set seq = ${seq}, state = ${facts.state}, due_on = ${dueOf(facts)},
      closed_on = ${facts.closedOn}, outcome = ${facts.outcome},
      facts = ${cipher.encrypt(JSON.stringify(facts), factsPlace(id))}
    where district = ${district} and id = ${id}`.execute(db)
  if (step.kind === 'assign') await setMediators(repository, id, facts)
  return { seq, facts }
}

export interface StoredStep {
  readonly seq: number
  readonly at: Date
  readonly by: string
  readonly step: Step
}

/** A dispute's steps, the first one first; for those who may see the dispute. */
export const listSteps = async (
  { db, district, cipher }: Repository,
  { id }: Dispute,
): Promise<StoredStep[]> => {
  const { rows } = await sql<{ seq: number; at: Date; actor_name: string; step: Buffer }>`
    select seq, at, actor_name, step from dispute_step where district = ${district} and dispute = ${id}
    order by seq`.execute(db)
  return rows.map(({ seq, at, actor_name, step }) => ({
    seq,
    at: new Date(at),
    by: actor_name,
    step: JSON.parse(cipher.decrypt(step, stepPlace(id, seq))),
  }))
}
