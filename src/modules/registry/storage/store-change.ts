import { sql } from 'kysely'
import { newId } from '../../../platform/server/new-id.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { inScope } from '../../../platform/server/repository/scope.ts'

interface ChangeLine {
  readonly kind: string
  readonly area: string
  readonly on: string
  readonly title: string
  readonly reason: string
}

/** What is left for a person to do. */
interface Todo {
  readonly kind: string
  readonly title: string
  readonly area: string
  readonly definition: string
  readonly record: string
  readonly due?: string | undefined
}

/** Writes down a change under its command, and what it leaves for people to do. */
export const storeChange = async (
  repository: Repository,
  { kind, area, on, title, reason }: ChangeLine,
  todos: readonly Todo[],
): Promise<void> => {
  const { district, command } = repository
  await repository.db
    .insertInto('registry_change')
    .values({ district, id: command, kind, area, on_day: on, title, reason })
    .execute()
  if (todos.length === 0) return
  await repository.db
    .insertInto('follow_up')
    .values(
      todos.map((todo) => ({
        district,
        id: newId(),
        command,
        area: todo.area,
        kind: todo.kind,
        title: todo.title,
        definition: todo.definition,
        record: todo.record,
        due: todo.due ?? null,
      })),
    )
    .execute()
}

/**
 * The follow-up, open, in the actor's writing scope, settled with those that ask for the same; undefined where there is
 * none.
 */
export const settleOpen = async (
  repository: Repository,
  id: string,
  outcome: string,
): Promise<{ area: string; record: string; definition: string } | undefined> => {
  const { rows } = await sql<{ area: string; record: string; definition: string }>`
    with asked as (
      select e.record, e.kind, e.title from follow_up e
      where e.district = ${repository.district} and e.id = ${id} and e.settled_by is null
        and ${inScope(repository, 'registry.write')})
    update follow_up e set settled_by = ${repository.command}, settled_at = now(), outcome = ${outcome}
    from asked
    where e.district = ${repository.district} and (e.record, e.kind, e.title) = (asked.record, asked.kind, asked.title)
      and e.settled_by is null and ${inScope(repository, 'registry.write')}
    returning e.area, e.record, e.definition`.execute(repository.db)
  return rows[0]
}
