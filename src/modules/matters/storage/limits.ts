import type { Repository } from '../../../platform/server/repository/repository.ts'
import { callbackLimit, defaultLimits, dueAfter, type Limit, type Limits } from '../clock/limit.ts'
import type { MatterClass } from '../codes.ts'
import type { SetClock } from '../life/step.ts'

/** Sets clocks by the terms of the office. */
export interface Clocks {
  readonly limits: Limits
  accept(of: MatterClass, from: Date): SetClock
  finish(of: MatterClass, from: Date): SetClock
  /** How long an answered matter may wait for its callback. */
  callback(from: Date): SetClock
}

/** The office's own terms over the usual ones. */
export const readClocks = async ({ db, district }: Repository, zone: string): Promise<Clocks> => {
  const own = (await db
    .selectFrom('matter_setting')
    .select('value')
    .where('district', '=', district)
    .where('key', '=', 'limits')
    .executeTakeFirst()) as { value: Partial<Limits> } | undefined
  const limits: Limits = { ...defaultLimits, ...own?.value }
  const set = (limit: Limit, from: Date): SetClock => {
    const { at, assumed } = dueAfter(from, limit, zone)
    return { from: from.toISOString(), due: at.toISOString(), assumed }
  }
  return {
    limits,
    accept: (of, from) => set(limits[of].accept, from),
    finish: (of, from) => set(limits[of].finish, from),
    callback: (from) => set(callbackLimit, from),
  }
}
