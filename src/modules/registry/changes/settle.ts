import { Problem } from '../../../platform/contract/problem.ts'
import { household } from '../definition.ts'
import { type Rebased, type Relative, rebaseKinship } from '../kinship/rebase-kinship.ts'
import { findLastLeaving } from '../storage/lock-members.ts'
import { type Draft, membersAfter, membersBefore, nameOf, type Staged } from './draft.ts'

/** What the person who carries out a change says about relations. */
export interface Said {
  /** Person → code of GB/T 4761, to the head of the household in which they will live. */
  readonly relations: Readonly<Record<string, string>>
  /** Who becomes head where the head leaves. */
  readonly newHead?: string | undefined
}

/** A relation to the head that the change gives somebody. */
export interface Relation {
  readonly person: string
  readonly name: string
  readonly before: string | null
  readonly code: string | null
  /** Follows surely; otherwise somebody has to choose or confirm it. */
  readonly certain: boolean
}

export interface Settled {
  readonly relations: readonly Relation[]
  /** Households that nobody heads any more. */
  readonly headless: readonly Staged[]
}

const headCode = '02'

const relativeOf = (values: Staged['values']): Relative => ({
  sex: String(values.sex),
  birthDate: String(values.birthDate),
  relation: (values.relationToHead as string | undefined) ?? undefined,
})

/** Who stood at the head of the household in which somebody lived before, as far as it is staged. */
const formerHead = (draft: Draft, one: Staged): Staged | undefined => {
  const home = draft.staged.get(String(one.before.household))
  return home && draft.staged.get(String(home.before.head))
}

/** What somebody will be to the head: said, unchanged, following from what both were to one head, or to be asked. */
const relate = (draft: Draft, one: Staged, head: Staged): Rebased => {
  const old = formerHead(draft, one)
  // Where nothing changes, a relation that nobody ever told stays untold.
  if (old === head && one.before.household === one.values.household)
    return { code: (one.before.relationToHead as string | undefined) ?? undefined, certain: true }
  if (!old || !head.old || !one.old || one.before.household !== head.before.household)
    return { code: undefined, certain: false }
  return rebaseKinship(relativeOf(one.before), relativeOf(head.before), {
    ...relativeOf(old.before),
    relation: headCode,
  })
}

const chooseHead = (home: Staged, members: readonly Staged[], said: Said): Staged | undefined => {
  const standing = members.find((one) => one.id === home.values.head)
  if (standing) return standing
  const named = members.find((one) => one.id === said.newHead)
  if (said.newHead && !named && home.old)
    throw new Problem('field.invalid', '新户主要从留在户里的人中选。', {
      places: [{ field: 'newHead', message: '请选择留在户里的人' }],
    })
  return named ?? (members.length === 1 ? members[0] : undefined)
}

const settleRelations = (draft: Draft, members: readonly Staged[], head: Staged, said: Said): Relation[] => {
  const changed: Relation[] = []
  for (const one of members) {
    const before = (one.before.relationToHead as string | undefined) ?? null
    if (one === head) {
      one.values.relationToHead = headCode
      if (before !== headCode && one.old)
        changed.push({ person: one.id, name: nameOf(one), before, code: headCode, certain: true })
      continue
    }
    const staged =
      one.values.relationToHead !== one.before.relationToHead ? String(one.values.relationToHead) : undefined
    const told = said.relations[one.id] ?? staged
    const found = told ? { code: told, certain: true } : relate(draft, one, head)
    one.values.relationToHead = found.code ?? null
    if (found.certain && (found.code ?? null) === before) continue
    changed.push({
      person: one.id,
      name: nameOf(one),
      before,
      code: found.code ?? null,
      certain: found.certain,
    })
  }
  return changed
}

/** An empty household ends when the last one left it, also where the change is told late. */
const endEmpty = async (draft: Draft, home: Staged) => {
  home.end = 'moved'
  const leaving = await findLastLeaving(draft.repository, home.id)
  const days = [draft.on, home.old!.valid_from, leaving ?? draft.on].sort()
  home.endsOn = days.at(-1)!
}

const touchedHomes = (draft: Draft): Set<string> =>
  new Set(
    [...draft.staged.values()].flatMap((one) =>
      one.definition === household
        ? [one.id]
        : [one.before.household, one.values.household].filter(Boolean).map(String),
    ),
  )

/**
 * Brings every household that the change touches in order: an empty one ends, one without its head gets another
 * where there is no choice or one is named, and relations are those to the head. Outside of a rehearsal, throws
 * `household.relation_needed` where a relation does not follow and has not been said.
 */
export const settleHouseholds = async (draft: Draft, said: Said): Promise<Settled> => {
  const relations: Relation[] = []
  const headless: Staged[] = []
  for (const id of touchedHomes(draft)) {
    const home = draft.staged.get(id)
    // Somebody's own household that the change leaves as it is.
    if (!home || home.end) continue
    const before = home.old ? await membersBefore(draft, id) : []
    const members = await membersAfter(draft, id)
    if (members.length === 0) {
      if (home.old && before.length > 0) await endEmpty(draft, home)
      continue
    }
    const head = chooseHead(home, members, said)
    home.values.head = head?.id ?? null
    if (head) relations.push(...settleRelations(draft, members, head, said))
    else {
      headless.push(home)
      for (const one of members)
        if (one.before.household !== id) one.values.relationToHead = said.relations[one.id] ?? null
    }
  }
  const open = relations.filter((one) => !one.certain && !said.relations[one.person])
  if (open.length > 0 && !draft.repository.rehearsal)
    throw new Problem(
      'household.relation_needed',
      `请确认${open.map(({ name }) => name).join('、')}与户主的关系，系统推断不出唯一的答案。`,
      { places: open.map((one) => ({ field: `relations.${one.person}`, message: '请选择与户主关系' })) },
    )
  return { relations, headless }
}
