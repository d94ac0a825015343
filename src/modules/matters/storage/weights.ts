import { sql } from 'kysely'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { defaultWeights, type Weights } from '../measures/weigh.ts'

/** How the office weighs the three rates. */
export const readWeights = async ({ db, district }: Repository): Promise<Weights> => {
  const { rows } = await sql<{ value: Weights }>`
    select value from matter_setting where district = ${district} and key = 'weights'`.execute(db)
  return rows[0]?.value ?? defaultWeights
}

export const saveWeights = async ({ db, district }: Repository, weights: Weights): Promise<void> => {
  await sql`insert into matter_setting (district, key, value)
    values (${district}, 'weights', ${JSON.stringify(weights)}::jsonb)
    on conflict (district, key) do update set value = excluded.value`.execute(db)
}
