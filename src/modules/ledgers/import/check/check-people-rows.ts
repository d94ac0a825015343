import { findEntriesOf } from '../../storage/find-entries.ts'
import type { CheckContext } from './check-context.ts'
import { checkEntry } from './check-entry.ts'
import { checkPerson } from './check-person.ts'
import { findSubjects } from './find-subjects.ts'
import { faulty, type Outcome } from './outcome.ts'
import type { ReadRow } from './read-row.ts'
import { makeSeenNumbers } from './seen-numbers.ts'

/** Checks rows about people, some at a time; it remembers whom the file has named already. */
export const makePeopleChecker = (context: CheckContext) => {
  const { repository, plan, lock } = context
  const seenNumbers = makeSeenNumbers()
  const seenPeople = new Map<string, number>()

  /** The row that named the same before, if any. */
  const earlier = (person: string, row: ReadRow): number | undefined => {
    const first = seenPeople.get(person)
    if (first === undefined) seenPeople.set(person, row.number)
    return first
  }
  const twice = (row: ReadRow, first: number): Outcome =>
    faulty(row.fault('person.idNumber', `与第 ${first} 行是同一个人，一个人在表中只能有一行。`))

  return async (rows: readonly ReadRow[]): Promise<Outcome[]> => {
    const outcomes = new Map<ReadRow, Outcome>()
    for (const row of rows) {
      const { idNumber } = row.person
      const first = typeof idNumber === 'string' ? seenNumbers(idNumber, row.number) : undefined
      if (row.faults.length > 0) outcomes.set(row, faulty(...row.faults))
      else if (first !== undefined) outcomes.set(row, twice(row, first))
    }
    const open = rows.filter((row) => !outcomes.has(row))
    const subjects = await findSubjects(context, open)
    const addresses = open.flatMap(({ places }) => places['dwelling.address'] ?? [])
    const dwellings = await context.findDwellings([...new Set(addresses)])
    const people = new Map(open.map((row) => [row, checkPerson(context, row, subjects.get(row)!, dwellings)]))
    const registered = [...people.values()].filter(({ isNew, faults }) => !isNew && faults.length === 0)
    const resumed = [...subjects.values()].flatMap(({ ended }) => (ended ? [ended.id] : []))
    const entries = await findEntriesOf(
      repository,
      plan.ledger,
      [...registered.map(({ id }) => id), ...resumed],
      lock,
    )
    const entryOf = new Map(entries.map((entry) => [entry.subject!, entry]))
    for (const [row, person] of people) {
      if (person.id === '') {
        outcomes.set(row, faulty(...person.faults))
        continue
      }
      // An id made just now is nobody else's.
      const first = person.isNew && row.id ? undefined : earlier(person.id, row)
      if (first !== undefined) {
        outcomes.set(row, twice(row, first))
        continue
      }
      const { faults, entry } = checkEntry(context, row, {
        area: person.area,
        subject: person.id,
        subjectBirth: person.birthDate,
        subjectValues: person.values,
        old: entryOf.get(person.id),
      })
      const all = [...person.faults, ...faults]
      if (all.length > 0) outcomes.set(row, faulty(...all))
      else
        outcomes.set(row, {
          kind: entry && !entry.old ? 'add' : entry || person.write ? 'change' : 'same',
          newPerson: person.isNew,
          person: person.write,
          entry,
        })
    }
    return rows.map((row) => outcomes.get(row)!)
  }
}
