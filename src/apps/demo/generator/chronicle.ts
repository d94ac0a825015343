import type { Definition } from '../../../core/definition/index.ts'
import { newId } from '../../../platform/server/new-id.ts'
import type { Random } from './random.ts'

export type Values = Readonly<Record<string, unknown>>

/** One version of a record, as the tables hold it. Days are `YYYY-MM-DD`, instants milliseconds. */
export interface Version {
  readonly number: number
  readonly area: string
  readonly validFrom: string
  readonly validTo: string | null
  readonly recordedAt: number
  readonly closedAt: number | null
  readonly supersededAt: number | null
  readonly ended: EndCause | null
  readonly cause: 'imported' | 'registered' | 'changed' | 'corrected'
  readonly reason: string
  readonly values: Values
}

export type EndCause = 'moved' | 'died' | 'reclassified' | 'expired' | 'mistaken' | 'closed'

/** A record with all its versions. */
export interface Tracked {
  readonly definition: Definition
  readonly id: string
  readonly subject: string | null
  readonly since: string
  /** The version that holds today; none where the record has ended. */
  current: Version | undefined
  readonly past: Version[]
}

export interface Chronicle {
  readonly records: Tracked[]
  newId(on: string): string
  register(
    definition: Definition,
    record: { id?: string; area: string; on: string; values: Values; subject?: string; cause?: 'imported' },
  ): Tracked
  /** True from `on`; a second change on one day joins the first. */
  change(record: Tracked, on: string, values: Values, reason?: string, area?: string): void
  /** It had always been so; learned on `on`. */
  correct(record: Tracked, on: string, values: Values, reason: string): void
  end(record: Tracked, on: string, cause: EndCause, reason?: string): void
}

const [second, hour, day] = [1000, 3_600_000, 86_400_000]

/** Midnight in China. */
const midnight = (date: string): number => Date.parse(`${date}T00:00:00+08:00`)

/**
 * Keeps versions as the repository would have: nothing overwritten, each learned at working hours some days after
 * it came true, in order, and all before `today` began.
 */
export const makeChronicle = (random: Random, today: string): Chronicle => {
  const records: Tracked[] = []
  const deadline = midnight(today) - 6 * hour
  let made = 0
  const instantFor = (on: string, after = 0): number => {
    const delay = random.chance(0.5) ? 0 : random.between(1, 5) * day
    const noticed = midnight(on) + delay + 8.5 * hour + random.between(0, 9 * 60 * 60) * second
    return Math.max(Math.min(noticed, deadline), after + second)
  }
  const idFor = (on: string) => newId(midnight(on) + 9 * hour + made++, random.bytes(10))
  const currentOf = (record: Tracked): Version => {
    if (!record.current) throw new Error(`${record.definition.name} ${record.id} has ended`)
    return record.current
  }

  return {
    records,
    newId: idFor,
    register(definition, { id, area, on, values, subject, cause }) {
      const recordedAt = cause === 'imported' ? midnight(on) + 9 * hour : instantFor(on)
      const record: Tracked = {
        definition,
        id: id ?? idFor(on),
        subject: subject ?? null,
        since: on,
        current: {
          number: 1,
          area,
          validFrom: on,
          validTo: null,
          recordedAt,
          closedAt: null,
          supersededAt: null,
          ended: null,
          cause: cause ?? 'registered',
          reason: '',
          values,
        },
        past: [],
      }
      records.push(record)
      return record
    },
    change(record, on, values, reason = '', area = currentOf(record).area) {
      const old = currentOf(record)
      if (old.validFrom === on) {
        record.current = { ...old, area, values: { ...old.values, ...values } }
        return
      }
      const now = instantFor(on, old.recordedAt)
      record.past.push({ ...old, validTo: on, closedAt: now })
      record.current = {
        ...old,
        number: old.number + 1,
        area,
        validFrom: on,
        recordedAt: now,
        cause: 'changed',
        reason,
        values: { ...old.values, ...values },
      }
    },
    correct(record, on, values, reason) {
      const old = currentOf(record)
      const now = instantFor(on, old.recordedAt)
      record.past.push({ ...old, supersededAt: now })
      record.current = {
        ...old,
        number: old.number + 1,
        recordedAt: now,
        cause: 'corrected',
        reason,
        values: { ...old.values, ...values },
      }
    },
    end(record, on, cause, reason = '') {
      const old = currentOf(record)
      record.past.push({
        ...old,
        validTo: on,
        closedAt: instantFor(on, old.recordedAt),
        ended: cause,
        reason: reason || old.reason,
      })
      record.current = undefined
    },
  }
}
