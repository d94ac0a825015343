import { sql } from 'kysely'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { clocksOf, nextLook } from '../clock/clocks-of.ts'
import type { Facts } from '../life/facts.ts'

/** Clocks whose end is another than before begin anew; those that no longer run go. */
export const setClocks = async ({ db, district }: Repository, id: string, facts: Facts, now: Date) => {
  const clocks = clocksOf(facts)
  const names = clocks.map(({ name }) => name)
  await sql`delete from matter_clock where district = ${district} and matter = ${id}
    and name <> all(${names})`.execute(db)
  for (const clock of clocks) {
    const { at, stage } = nextLook(clock, now)
    await sql`insert into matter_clock (district, matter, name, due_at, next_at, stage)
      values (${district}, ${id}, ${clock.name}, ${clock.due}, ${at}, ${stage})
      on conflict (district, matter, name) do update
      set due_at = excluded.due_at, next_at = excluded.next_at, stage = excluded.stage
      where matter_clock.due_at <> excluded.due_at`.execute(db)
  }
}

/** A clock at which the house has to look. */
export interface DueClock {
  readonly matter: string
  readonly name: string
  readonly stage: 'warn' | 'expire'
  readonly due_at: Date
}

/** The next clock that has to be looked at, held until the transaction ends; other workers pass it over. */
export const takeClock = async ({ db, district }: Repository, now: Date): Promise<DueClock | undefined> => {
  const { rows } = await sql<DueClock>`
    select matter, name, stage, due_at from matter_clock
    where district = ${district} and next_at <= ${now}
    order by next_at limit 1 for update skip locked`.execute(db)
  return rows[0]
}

/** After a warning the end comes; after the end nothing, unless a step set the clock anew. */
export const settleClock = async ({ db, district }: Repository, clock: DueClock): Promise<void> => {
  const [next, stage] = clock.stage === 'warn' ? [clock.due_at, 'expire'] : [null, 'over']
  await sql`update matter_clock set next_at = ${next}, stage = ${stage}
    where district = ${district} and matter = ${clock.matter} and name = ${clock.name}
      and due_at = ${clock.due_at}`.execute(db)
}

/** Matters whose time to finish was assumed, and those that have to be accepted or called back early in January. */
export const listReckonable = async ({ db, district }: Repository, zone: string): Promise<string[]> => {
  const { rows } = await sql<{ matter: string }>`
    select matter from matter_flow
      where district = ${district} and facts->>'assumed' = 'true' and facts->>'state' <> 'closed'
    union select matter from matter_clock
      where district = ${district} and next_at is not null and name in ('accept', 'callback')
        and extract(doy from due_at at time zone ${zone}) <= 14`.execute(db)
  return rows.map(({ matter }) => matter)
}
