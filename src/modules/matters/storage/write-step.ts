import { sql } from 'kysely'
import { todayIn } from '../../../core/time/index.ts'
import type { Row } from '../../../platform/server/repository/columns.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { changeRecord, endRecord, insertRecord, valuesOf } from '../../../platform/server/repository/write.ts'
import { matter } from '../definition.ts'
import { applyStep } from '../life/apply-step.ts'
import type { Facts, Part } from '../life/facts.ts'
import { recordValues } from '../life/record-values.ts'
import type { Step } from '../life/step.ts'
import { announce } from './announce.ts'
import { setClocks } from './clocks.ts'
import type { Matter } from './matter.ts'

const insertStep = async (
  repository: Repository,
  id: string,
  seq: number,
  step: Step,
  body: string,
): Promise<void> => {
  await repository.db
    .insertInto('matter_step')
    .values({
      district: repository.district,
      matter: id,
      seq,
      at: step.at,
      kind: step.kind,
      actor: step.actor,
      actor_name: step.actor === null ? '' : repository.actor.name,
      body,
      detail: JSON.stringify(step.detail),
      command: repository.command ?? null,
    })
    .execute()
}

const setParts = async ({ db, district }: Repository, id: string, parts: readonly Part[]) => {
  for (const part of parts)
    await sql`insert into matter_part (district, id, matter, body, due_at, state)
      values (${district}, ${part.id}, ${id}, ${part.body}, ${part.due}, ${part.state})
      on conflict (district, id) do update set state = excluded.state`.execute(db)
}

const same = (a: Record<string, unknown>, b: Record<string, unknown>): boolean =>
  Object.keys(b).every((key) => (a[key] ?? null) === (b[key] ?? null))

/** Brings the record up to the facts: a new version where something that it shows has changed. */
const setRecord = async (
  repository: Repository,
  { row, facts: before }: Pick<Matter, 'row' | 'facts'>,
  facts: Facts,
  more: Record<string, unknown>,
  zone: string,
  now: Date,
): Promise<void> => {
  const old = valuesOf(repository, matter, row)
  const values = { ...old, ...recordValues(facts, zone, now), ...more }
  const on = todayIn(zone, now)
  const wasClosed = before.state === 'closed'
  if (wasClosed && facts.state !== 'closed') {
    await insertRecord(repository, matter, {
      id: row.id,
      area: facts.area,
      on,
      values,
      cause: 'resumed',
      version: row.version + 1,
      since: row.since,
    })
    return
  }
  if (same(old, values) && row.area === facts.area) return
  const changed: Row = await changeRecord(repository, matter, row, {
    values,
    on,
    mode: 'change',
    area: facts.area,
  })
  if (facts.state === 'closed') await endRecord(repository, matter, changed, { on, cause: 'closed' })
}

/** Where and when a step is taken. */
export interface Taking {
  readonly zone: string
  readonly now: Date
  /** The body for which the actor takes it. */
  readonly body: string
  /** What else of the record changes with it. */
  readonly more?: Record<string, unknown>
}

/**
 * Takes a step: writes it down, and brings facts, record, clocks and parts to what follows from it. The matter is
 * locked by the caller, in the command's transaction.
 */
export const writeStep = async (
  repository: Repository,
  standing: Matter,
  step: Step,
  { zone, now, body, more = {} }: Taking,
): Promise<{ seq: number; facts: Facts }> => {
  const facts = applyStep(standing.facts, step)
  const seq = standing.seq + 1
  await insertStep(repository, standing.id, seq, step, body)
  await sql`update matter_flow set seq = ${seq}, facts = ${JSON.stringify(facts)}::jsonb
    where district = ${repository.district} and matter = ${standing.id}`.execute(repository.db)
  await setRecord(repository, standing, facts, more, zone, now)
  await setClocks(repository, standing.id, facts, now)
  await setParts(repository, standing.id, facts.parts)
  const number = String(standing.row.number)
  await announce(repository, { id: standing.id, number, seq, facts, step }, { zone, now })
  return { seq, facts }
}

/**
 * Writes down what somebody added, also to a closed matter: nothing follows from it. The matter is locked by the
 * caller.
 */
export const writeAddition = async (
  repository: Repository,
  { id, seq: last, facts, row }: Matter,
  step: Extract<Step, { kind: 'add' }>,
  taking: Pick<Taking, 'zone' | 'now'>,
): Promise<number> => {
  const seq = last + 1
  await insertStep(repository, id, seq, step, '')
  await sql`update matter_flow set seq = ${seq}
    where district = ${repository.district} and matter = ${id}`.execute(repository.db)
  await announce(repository, { id, number: String(row.number), seq, facts, step }, taking)
  return seq
}

/** Writes a new matter with its first step. `said` holds what the record keeps of what was said. */
export const writeReceipt = async (
  repository: Repository,
  receipt: {
    id: string
    code: string
    step: Extract<Step, { kind: 'receive' }>
    said: Record<string, unknown>
  },
  { zone, now, body }: Taking,
): Promise<Facts> => {
  const facts = applyStep(undefined, receipt.step)
  await insertRecord(repository, matter, {
    id: receipt.id,
    area: facts.area,
    on: todayIn(zone, now),
    values: { ...receipt.said, ...recordValues(facts, zone, now) },
  })
  await repository.db
    .insertInto('matter_flow')
    .values({
      district: repository.district,
      matter: receipt.id,
      seq: 1,
      facts: JSON.stringify(facts),
      code: receipt.code,
    })
    .execute()
  await insertStep(repository, receipt.id, 1, receipt.step, body)
  await setClocks(repository, receipt.id, facts, now)
  const { id, step } = receipt
  await announce(repository, { id, number: String(receipt.said.number), seq: 1, facts, step }, { zone, now })
  return facts
}
