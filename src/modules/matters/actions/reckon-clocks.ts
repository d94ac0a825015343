import { newId } from '../../../platform/server/new-id.ts'
import { type Office, repositoryFor } from '../../../platform/server/office.ts'
import { systemActor } from '../../../platform/server/permission/system-actor.ts'
import { dueAfter } from '../clock/limit.ts'
import { reckonAnew } from '../clock/reckon-anew.ts'
import type { Step } from '../life/step.ts'
import { listReckonable } from '../storage/clocks.ts'
import { readClocks } from '../storage/limits.ts'
import { getMatter, listSteps, stepOf } from '../storage/matter.ts'
import { writeStep } from '../storage/write-step.ts'

/**
 * Sets clocks anew that had assumed the holidays of a year, once these are known: each in a transaction of its own and
 * once, however many servers look. Answers how many matters changed.
 */
export const reckonClocks = async (
  office: Office,
  now: Date = new Date(),
  due: typeof dueAfter = dueAfter,
): Promise<number> => {
  const { zone } = office
  const actor = systemActor(office.district)
  let count = 0
  for (const id of await listReckonable(repositoryFor(office, actor), zone))
    await office.connection.db.transaction().execute(async (db) => {
      const repository = repositoryFor(office, actor, { db, command: newId() })
      const standing = await getMatter(repository, id, { bodies: 'all', lock: true })
      const steps = (await listSteps(repository, id)).map(stepOf)
      const { limits } = await readClocks(repository, zone)
      const detail = reckonAnew(standing.facts, steps, { limits, due, zone, now })
      if (!detail) return
      const step: Step = { kind: 'reckon', at: now.toISOString(), actor: null, detail }
      await writeStep(repository, standing, step, { zone, now, body: '' })
      count++
    })
  return count
}
