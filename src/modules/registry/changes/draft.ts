import type { RecordDefinition } from '../../../core/definition/index.ts'
import { Problem } from '../../../platform/contract/problem.ts'
import { refuseFuture } from '../../../platform/server/action/refuse-future.ts'
import { newId } from '../../../platform/server/new-id.ts'
import { may } from '../../../platform/server/permission/actor.ts'
import type { Row } from '../../../platform/server/repository/columns.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import type { Values } from '../../../platform/server/repository/row.ts'
import { type EndCause, lockRecord, valuesOf } from '../../../platform/server/repository/write.ts'
import { household, person } from '../definition.ts'
import { lockMembers } from '../storage/lock-members.ts'

/** A record as it will stand; nothing is written until the whole change is known. */
export interface Staged {
  readonly definition: RecordDefinition
  readonly id: string
  /** The current version, locked; absent for what is entered. */
  readonly old: Row | undefined
  readonly before: Values
  values: Values
  area: string
  /** Why it ends with this change. */
  end?: EndCause
  /** Where it ends on another day than that of the change. */
  endsOn?: string
  /** For what is entered: the number of its version, above 1 for somebody who returns. */
  version: number
  mode: 'change' | 'correction'
}

/** A change while it is made up: what it touches, as it will stand. */
export interface Draft {
  readonly repository: Repository
  readonly on: string
  readonly reason: string
  readonly staged: Map<string, Staged>
}

export const openDraft = (repository: Repository, on: string, reason: string): Draft => {
  refuseFuture(repository, on)
  return { repository, on, reason, staged: new Map() }
}

const stage = (draft: Draft, definition: RecordDefinition, row: Row): Staged => {
  const standing = draft.staged.get(row.id)
  if (standing) return standing
  const values = valuesOf(draft.repository, definition, row)
  const staged: Staged = {
    definition,
    id: row.id,
    old: row,
    before: values,
    values: { ...values },
    area: row.area,
    version: row.version,
    mode: 'change',
  }
  draft.staged.set(row.id, staged)
  return staged
}

const stageById = async (draft: Draft, definition: RecordDefinition, id: string): Promise<Staged> => {
  const standing = draft.staged.get(id)
  if (standing) return standing
  const staged = stage(draft, definition, await lockRecord(draft.repository, definition, id))
  if (staged.old!.since > draft.on)
    throw new Problem(
      'field.invalid',
      `${definition.title}从 ${staged.old!.since} 才登记在册，变动日期不能更早。`,
      { places: [{ field: 'on', message: `不能早于 ${staged.old!.since}` }] },
    )
  return staged
}

/** A person who lives here, locked. Throws `record.not_found` outside one's scope. */
export const stagePerson = (draft: Draft, id: string): Promise<Staged> => stageById(draft, person, id)

/** A household that stands, locked. */
export const stageHousehold = (draft: Draft, id: string): Promise<Staged> => stageById(draft, household, id)

/** Something new, or somebody who returns. Throws `right.missing` where one may not write in the area. */
export const enter = (
  draft: Draft,
  definition: RecordDefinition,
  record: { id?: string; area: string; values: Values; version?: number },
): Staged => {
  if (!may(draft.repository.actor, 'registry.write', record.area))
    throw new Problem(
      'right.missing',
      '您的岗位不能在这个区域登记。请由那里的社区办理，或在自己的辖区内选择。',
    )
  const staged: Staged = {
    definition,
    id: record.id ?? newId(),
    old: undefined,
    before: {},
    values: record.values,
    area: record.area,
    version: record.version ?? 1,
    mode: 'change',
  }
  draft.staged.set(staged.id, staged)
  return staged
}

/** Who lives in the household now, as it stands before the change; all locked. */
export const membersBefore = async (draft: Draft, id: string): Promise<Staged[]> => {
  const rows = await lockMembers(draft.repository, id)
  return rows.map((row) => stage(draft, person, row))
}

/** Who will live in the household. */
export const membersAfter = async (draft: Draft, id: string): Promise<Staged[]> => {
  await membersBefore(draft, id)
  return stagedPersons(draft).filter((one) => !one.end && one.values.household === id)
}

/** Every staged person. */
export const stagedPersons = (draft: Draft): Staged[] =>
  [...draft.staged.values()].filter((one) => one.definition === person)

export const nameOf = (staged: Staged): string => String(staged.values.name ?? '')

/** What people call a household: by its head, else by its number. */
export const homeName = (draft: Draft, home: Staged): string => {
  const head = draft.staged.get(String(home.before.head)) ?? draft.staged.get(String(home.values.head))
  return head ? `${nameOf(head)}户` : `${String(home.values.number)} 户`
}

/** Who comes into a household comes into it as it stands; before its last change it may have stood elsewhere. */
export const refuseEarlier = (draft: Draft, home: Staged): void => {
  const from = home.old?.valid_from
  if (from !== undefined && from > draft.on)
    throw new Problem(
      'field.invalid',
      `${homeName(draft, home)}在 ${from} 有过变更，转入的日期不能更早。请改用之后的日期，或先撤销那次变更。`,
      { places: [{ field: 'on', message: `不能早于 ${from}` }] },
    )
}

/** Somebody leaves for another household, and goes where it is. */
export const moveTo = (draft: Draft, person: Staged, home: Staged): void => {
  refuseEarlier(draft, home)
  person.values.household = home.id
  person.area = home.area
}
