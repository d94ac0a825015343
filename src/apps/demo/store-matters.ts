import type { PoolClient } from 'pg'
import {
  applyStep,
  clocksOf,
  type Facts,
  matter,
  nextLook,
  recordValues,
} from '../../modules/matters/index.ts'
import { copyRows } from '../../platform/server/repository/bulk.ts'
import type { Tracked, Version } from './generator/chronicle.ts'
import type { MadeMatter } from './generator/make-matters.ts'
import { storeRecords, type Within } from './store-records.ts'

const zone = 'Asia/Shanghai'
const dayOf = (instant: number): string => new Date(instant + 8 * 3_600_000).toISOString().slice(0, 10)

interface Lived {
  readonly made: MadeMatter
  readonly facts: Facts
  readonly record: Tracked
}

/** Versions of the record, one a day on which something that it shows has changed, as the steps would have left them. */
const liveOf = (made: MadeMatter): Lived => {
  let facts: Facts | undefined
  const byDay = new Map<
    string,
    { values: Record<string, unknown>; area: string; at: number; closed: boolean }
  >()
  for (const { step } of made.steps) {
    facts = applyStep(facts, step)
    const at = Date.parse(step.at)
    const values = { ...made.said, number: made.number, ...recordValues(facts, zone, new Date(at)) }
    byDay.set(dayOf(at), { values, area: facts.area, at, closed: facts.state === 'closed' })
  }
  const days = [...byDay]
  const since = days[0]![0]
  const version = ([on, state]: (typeof days)[number], index: number): Version => {
    const next = days[index + 1]
    return {
      number: index + 1,
      area: state.area,
      validFrom: on,
      validTo: next?.[0] ?? (state.closed ? on : null),
      recordedAt: state.at,
      closedAt: next?.[1].at ?? (state.closed ? state.at : null),
      supersededAt: null,
      ended: state.closed && !next ? 'closed' : null,
      cause: index === 0 ? 'registered' : 'changed',
      reason: '',
      values: state.values,
    }
  }
  const versions = days.map(version)
  const last = versions.at(-1)!
  return {
    made,
    facts: facts!,
    record: {
      definition: matter,
      id: made.id,
      subject: null,
      since,
      current: last.validTo === null ? last : undefined,
      past: last.validTo === null ? versions.slice(0, -1) : versions,
    },
  }
}

/** Stores matters with their steps, facts and running clocks. */
export const storeMatters = async (
  client: PoolClient,
  within: Within,
  made: readonly MadeMatter[],
): Promise<void> => {
  const { district } = within
  const lived = made.map(liveOf)
  await storeRecords(
    client,
    within,
    lived.map(({ record }) => record),
  )
  await copyRows(
    client,
    'matter_flow',
    ['district', 'matter', 'seq', 'facts', 'code'],
    lived.map(({ made: { id, code, steps }, facts }) => [district, id, steps.length, facts, code]),
  )
  await copyRows(
    client,
    'matter_step',
    ['district', 'matter', 'seq', 'at', 'kind', 'actor', 'actor_name', 'body', 'detail', 'command'],
    made.flatMap(({ id, steps }) =>
      steps.map(({ step, by }, index) => [
        district,
        id,
        index + 1,
        step.at,
        step.kind,
        step.actor,
        by?.name ?? '',
        by?.body ?? '',
        step.detail,
        within.commandAt(Date.parse(step.at)),
      ]),
    ),
  )
  const now = new Date()
  await copyRows(
    client,
    'matter_clock',
    ['district', 'matter', 'name', 'due_at', 'next_at', 'stage'],
    lived.flatMap(({ made: { id }, facts }) =>
      clocksOf(facts).map((clock) => {
        const { at, stage } = nextLook(clock, now)
        return [district, id, clock.name, clock.due, at, stage]
      }),
    ),
  )
  // New matters go on numbering after these.
  await client.query(`select setval('matter_number_seq', $1)`, [Math.max(1, made.length)])
}
