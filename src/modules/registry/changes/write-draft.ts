import type { Touched } from '../../../platform/server/repository/command-records.ts'
import { changeRecord, endRecord, insertRecord } from '../../../platform/server/repository/write.ts'
import { household } from '../definition.ts'
import { type Draft, membersAfter, membersBefore, nameOf, type Staged, stagedPersons } from './draft.ts'
import type { Happening, PersonChange, PersonFacts } from './happening.ts'

const isEmpty = (value: unknown) => value === null || value === undefined

const isChanged = ({ before, values, area, old }: Staged): boolean =>
  area !== old?.area ||
  [...new Set([...Object.keys(before), ...Object.keys(values)])].some((key) =>
    isEmpty(before[key]) ? !isEmpty(values[key]) : before[key] !== values[key],
  )

const write = async ({ repository, on, reason }: Draft, one: Staged): Promise<Touched[]> => {
  const { definition, id, old, values, area, version, mode } = one
  const touched = { definition: definition.name, record: id }
  if (!old) {
    const cause = version > 1 ? 'resumed' : 'registered'
    const row = await insertRecord(repository, definition, { id, area, on, values, version, cause, reason })
    return [{ ...touched, before: null, after: row.version }]
  }
  if (one.end) {
    await endRecord(repository, definition, old, { on: one.endsOn ?? on, cause: one.end, reason })
    return [{ ...touched, before: old.version, after: null }]
  }
  if (!isChanged(one)) return []
  const row = await changeRecord(repository, definition, old, { values, on, mode, area, reason })
  return [{ ...touched, before: old.version, after: row.version }]
}

const rank = ({ old, end }: Staged): number => (end ? 0 : old ? 1 : 2)

/** Writes what is staged; what ends goes first, since its number may pass to what stays. */
export const writeDraft = async (draft: Draft): Promise<Touched[]> => {
  const touched: Touched[] = []
  for (const one of [...draft.staged.values()].sort((a, b) => rank(a) - rank(b)))
    touched.push(...(await write(draft, one)))
  return touched
}

/** Everybody whom the change concerns, before and after: those who change, and those whose company does. */
export const describeHappening = async (
  draft: Draft,
  title: string,
  mergedInto: ReadonlyMap<string, string>,
): Promise<Happening> => {
  const persons: PersonChange[] = []
  const homes = new Map<string, { before: number; after: number }>()
  for (const one of [...draft.staged.values()].filter(({ definition }) => definition === household))
    homes.set(one.id, {
      before: one.old ? (await membersBefore(draft, one.id)).filter((member) => member.old).length : 0,
      after: (await membersAfter(draft, one.id)).length,
    })
  const factsOf = (values: Staged['values'], area: string, side: 'before' | 'after'): PersonFacts => {
    const count = homes.get(String(values.household))?.[side]
    return { area, values, companions: count === undefined ? 0 : count - 1 }
  }
  for (const one of stagedPersons(draft)) {
    const before = one.old ? factsOf(one.before, one.old.area, 'before') : undefined
    const after = one.end ? undefined : factsOf(one.values, one.area, 'after')
    if (before && after && !isChanged(one) && before.companions === after.companions) continue
    persons.push({
      id: one.id,
      name: nameOf(one),
      before,
      after,
      end: one.end,
      mergedInto: mergedInto.get(one.id),
    })
  }
  return { on: draft.on, title, persons }
}
