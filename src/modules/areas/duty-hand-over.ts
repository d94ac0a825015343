import type { HandOverSource } from './hand-over-source.ts'
import { listDutiesOf, passDuties } from './storage/duties.ts'

/** Shifts that lie ahead go to whoever takes the post over. */
export const dutyHandOver: HandOverSource = {
  kind: '排好的值班',
  list: async (repository, staff) =>
    (await listDutiesOf(repository, staff, repository.today)).map(({ id, day }) => ({
      id,
      title: `${day} 值班`,
    })),
  give: (repository, from, to) => passDuties(repository, from, to, repository.today),
}
