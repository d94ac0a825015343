import { newId } from '../../../platform/server/new-id.ts'
import { type Office, repositoryFor } from '../../../platform/server/office.ts'
import { systemActor } from '../../../platform/server/permission/system-actor.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { leads } from '../life/states.ts'
import type { Step, StepDetails, StepKind } from '../life/step.ts'
import { bodyAbove } from '../storage/bodies.ts'
import { type DueClock, settleClock, takeClock } from '../storage/clocks.ts'
import { readClocks } from '../storage/limits.ts'
import { getMatter, type Matter } from '../storage/matter.ts'
import { writeStep } from '../storage/write-step.ts'
import { resumedClock } from './resume-matter.ts'

const step = <Kind extends StepKind>(kind: Kind, detail: StepDetails[Kind], now: Date): Step =>
  ({ kind, at: now.toISOString(), actor: null, detail }) as unknown as Step

/** What the house does when a clock has run out; the first step always tells which. */
const stepsAtEnd = async (
  repository: Repository,
  { facts }: Matter,
  { name }: DueClock,
  zone: string,
  now: Date,
): Promise<Step[]> => {
  if (name === 'resume')
    return [step('resume', { text: '暂停期满，自动恢复', finish: resumedClock(facts, now) }, now)]
  const expired = step('expire', { clock: name }, now)
  if (name !== 'accept' || !leads('escalate', facts.state)) return [expired]
  const to = await bodyAbove(repository, facts.pending ?? facts.owner)
  if (to === facts.pending) return [expired]
  const { accept } = await readClocks(repository, zone)
  return [
    expired,
    step('escalate', { to, text: '到期没有签收，自动上报', accept: accept(facts.class, now) }, now),
  ]
}

const act = async (repository: Repository, clock: DueClock, zone: string, now: Date): Promise<void> => {
  // Locked after the clock: a step that is under way holds the matter and will set the clock itself.
  let standing = await getMatter(repository, clock.matter, { bodies: 'all', lock: true })
  const steps =
    clock.stage === 'warn'
      ? [step('warn', { clock: clock.name }, now)]
      : await stepsAtEnd(repository, standing, clock, zone, now)
  for (const each of steps) {
    await writeStep(repository, standing, each, { zone, now, body: '' })
    standing = await getMatter(repository, clock.matter, { bodies: 'all' })
  }
  await settleClock(repository, clock)
}

/**
 * Looks at every clock that is due, each in a transaction of its own, so that each is acted on once, however many
 * servers run and whenever one dies. Answers how many there were, at most `most`.
 */
export const runClocks = async (office: Office, now: Date = new Date(), most = 500): Promise<number> => {
  for (let count = 0; count < most; count++) {
    const found = await office.connection.db.transaction().execute(async (db) => {
      const repository = repositoryFor(office, systemActor(office.district), { db, command: newId() })
      const clock = await takeClock(repository, now)
      if (clock) await act(repository, clock, office.zone, now)
      return clock !== undefined
    })
    if (!found) return count
  }
  return most
}
