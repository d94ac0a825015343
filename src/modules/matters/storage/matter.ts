import { sql } from 'kysely'
import { Problem } from '../../../platform/contract/problem.ts'
import type { Row } from '../../../platform/server/repository/columns.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { matter } from '../definition.ts'
import type { Body, Facts } from '../life/facts.ts'
import type { Step } from '../life/step.ts'
import { visible } from './visible.ts'

/** A matter as it stands: its record (the last version where it is closed), its facts, and how many steps led there. */
export interface Matter {
  readonly id: string
  readonly seq: number
  readonly code: string
  readonly facts: Facts
  readonly row: Row
}

const notFound = () => new Problem('record.not_found', '没有找到这件诉求，或者它不归您办理。')

interface Flow {
  seq: number
  code: string
  facts: Facts
}

const findFlow = async (
  { db, district }: Repository,
  id: string,
  lock: boolean,
): Promise<Flow | undefined> => {
  const { rows } = await sql<Flow>`
    select seq, code, facts from matter_flow where district = ${district} and matter = ${id}
    ${lock ? sql`for update` : sql``}`.execute(db)
  return rows[0]
}

/** The record's standing version, or the last one of a closed matter. */
const findVersion = async (
  repository: Repository,
  id: string,
  bodies: readonly Body[] | 'all',
): Promise<Row | undefined> => {
  const { rows } = await sql<Row>`
    select * from (
      select * from ${sql.table(matter.table)} where district = ${repository.district} and id = ${id}
      union all (select * from ${sql.table(`${matter.table}_past`)}
        where district = ${repository.district} and id = ${id} order by version desc limit 1)
    ) e
    where ${bodies === 'all' ? sql`true` : visible(repository, bodies)}
    order by e.version desc limit 1`.execute(repository.db)
  return rows[0]
}

/**
 * The matter, locked until the transaction ends where it is to change. Throws `record.not_found`, also for one
 * that the bodies may not see; `record.stale` where somebody took a step after the one that was seen.
 */
export const getMatter = async (
  repository: Repository,
  id: string,
  by: { bodies: readonly Body[] | 'all'; lock?: boolean; seen?: number },
): Promise<Matter> => {
  const flow = await findFlow(repository, id, by.lock ?? false)
  const row = flow && (await findVersion(repository, id, by.bodies))
  if (!flow || !row) throw notFound()
  if (by.seen !== undefined && flow.seq !== by.seen)
    throw new Problem('record.stale', '这件诉求刚刚有了新的进展。请看过最新情况再办，您填的内容没有丢。', {
      detail: { seen: flow.seq },
    })
  return { id, row, ...flow }
}

interface StoredStep {
  seq: number
  at: Date
  kind: Step['kind']
  actor: string | null
  actor_name: string
  body: string
  detail: unknown
}

/** A matter's steps, the first one first. */
export const listSteps = async ({ db, district }: Repository, id: string): Promise<StoredStep[]> => {
  const { rows } = await sql<StoredStep>`
    select seq, at, kind, actor, actor_name, body, detail from matter_step
    where district = ${district} and matter = ${id} order by seq`.execute(db)
  return rows
}

/** A stored step as the life of a matter replays it. */
export const stepOf = ({ kind, at, actor, detail }: StoredStep): Step =>
  ({ kind, at: new Date(at).toISOString(), actor, detail }) as Step
