import type { LedgerDefinition } from '../../core/definition/index.ts'
import { addDays, ageOn } from '../../core/time/index.ts'
import { newId } from '../../platform/server/new-id.ts'
import type { Row } from '../../platform/server/repository/columns.ts'
import type { Repository } from '../../platform/server/repository/repository.ts'
import type { Values } from '../../platform/server/repository/row.ts'
import { changeRecord, endRecord, insertRecord, valuesOf } from '../../platform/server/repository/write.ts'
import type { ChangeFollower, Consequence, Happening, PersonChange } from '../registry/server.ts'
import { lockEntriesOf } from './storage/lock-entries-of.ts'

type Entry = Row & { ledger: string; subject: string }

/** Somebody's entry in a ledger, beside what happens to them. */
interface Standing {
  readonly ledger: LedgerDefinition
  readonly entry: Entry
  readonly person: PersonChange
}

const later = (a: string, b: string): string => (a > b ? a : b)

const about = ({ ledger, entry }: Standing, kind: string, title: string) => ({
  kind,
  title,
  area: entry.area,
  definition: ledger.name,
  record: entry.id,
})

/** Who dies or leaves the district leaves every ledger, with the reason. */
const leaveLedger = (standing: Standing, { on, title }: Happening): Consequence => {
  const { ledger, entry, person } = standing
  return {
    ...about(standing, 'ledgerLeft', `${person.name}移出${ledger.title}`),
    effect: 'done',
    carryOut: async (repository) => {
      await endRecord(repository, ledger, entry, {
        on: later(on, entry.valid_from),
        cause: person.end!,
        reason: title,
      })
      return [{ definition: ledger.name, record: entry.id, before: entry.version, after: null }]
    },
  }
}

/** An entry passes to the record that stands for the same person, unless that has one of its own. */
const passEntry = (standing: Standing, happening: Happening): Consequence => {
  const { ledger, entry, person } = standing
  const left = leaveLedger(standing, happening)
  return {
    ...left,
    title: `${person.name}的${ledger.title}登记转到保留的一条`,
    carryOut: async (repository) => {
      const ended = await left.carryOut!(repository)
      const row = await insertRecord(repository, ledger, {
        id: newId(),
        area: entry.area,
        subject: person.mergedInto,
        on: later(happening.on, entry.valid_from),
        values: valuesOf(repository, ledger, entry),
        reason: happening.title,
      })
      return [...ended, { definition: ledger.name, record: row.id, before: null, after: row.version }]
    },
  }
}

/** 配偶情况 by 婚姻状况 (GB/T 2261.2). */
const spouseStatusBy: Readonly<Record<string, string>> = { 20: '1', 21: '1', 22: '1', 23: '1', 30: '2', 40: '3' }

/** What the ledger of elders tells about company and spouse, kept in step with the registry. */
const elderValues = ({ ledger, person }: Standing): Values => {
  if (ledger.name !== 'elderCare') return {}
  const { before, after } = person
  const values: Values = {}
  if (after!.companions === 0 && before && before.companions > 0) values.livingArrangement = '1'
  const spouse = spouseStatusBy[String(after!.values.maritalStatus)]
  if (spouse && before?.values.maritalStatus !== after!.values.maritalStatus) values.spouseStatus = spouse
  return values
}

/** An entry stays with the person: in their area, and true about them. */
const keepInStep = (standing: Standing, { on, title }: Happening, repository: Repository): Consequence[] => {
  const { ledger, entry, person } = standing
  const area = person.after!.area
  const held = valuesOf(repository, ledger, entry)
  const values = Object.fromEntries(
    Object.entries(elderValues(standing)).filter(([key, value]) => held[key] !== value),
  )
  if (area === entry.area && Object.keys(values).length === 0) return []
  const fields = Object.keys(values).map((key) => ledger.fields[key]!)
  const words = fields.map((field) => `${field.title}改为${field.type.format(values[field.key])}`)
  if (area !== entry.area) words.unshift(`随人转到${repository.areas.nameOf(area)}`)
  return [
    {
      ...about(standing, 'ledgerChanged', `${person.name}的${ledger.title}登记${words.join('，')}`),
      area,
      effect: 'done',
      carryOut: async (tx) => {
        const row = await changeRecord(tx, ledger, entry, {
          values: { ...held, ...values },
          on: later(on, entry.valid_from),
          mode: 'change',
          area,
          reason: title,
        })
        return [{ definition: ledger.name, record: entry.id, before: entry.version, after: row.version }]
      },
    },
  ]
}

/** Who draws an allowance of the household, and no longer lives with the same people. */
const reviewBenefit = (standing: Standing, repository: Repository): Consequence[] => {
  const { ledger, person } = standing
  if (ledger.name !== 'assistance' || !person.before) return []
  const same =
    person.before.companions === person.after!.companions &&
    person.before.values.household === person.after!.values.household
  if (same) return []
  return [
    {
      ...about(standing, 'benefitReview', `${person.name}享受低保，家庭人口有变，请复核待遇`),
      effect: 'todo',
      due: addDays(repository.today, 30),
    },
  ]
}

/** Elders who come and stand in no ledger of elders yet. */
const proposeEntry = (repository: Repository, person: PersonChange, on: string): Consequence[] => {
  const elders = repository.catalogue.ledgers.get('elderCare')
  const { after, before } = person
  if (!elders || before || !after || ageOn(String(after.values.birthDate), on) < 60) return []
  return [
    {
      kind: 'ledgerEntry',
      effect: 'todo',
      title: `${person.name}已满 60 周岁，请核实后登记${elders.title}`,
      area: after.area,
      definition: 'person',
      record: person.id,
      due: addDays(repository.today, 30),
    },
  ]
}

/** What follows in the ledgers when something happens to people: entries end, move along, or are to be reviewed. */
export const followChanges: ChangeFollower = async (repository, happening) => {
  const byId = new Map(happening.persons.map((person) => [person.id, person]))
  const merged = happening.persons.flatMap(({ mergedInto }) => (mergedInto ? [mergedInto] : []))
  const entries = (await lockEntriesOf(repository, [...byId.keys(), ...merged])) as Entry[]
  const consequences: Consequence[] = []
  for (const entry of entries) {
    const ledger = repository.catalogue.ledgers.get(entry.ledger)
    const person = byId.get(entry.subject)
    if (!ledger || !person) continue
    const standing = { ledger, entry, person }
    const taken = entries.some(
      (other) => other.subject === person.mergedInto && other.ledger === entry.ledger,
    )
    if (person.after)
      consequences.push(...keepInStep(standing, happening, repository), ...reviewBenefit(standing, repository))
    else
      consequences.push(
        person.mergedInto && !taken ? passEntry(standing, happening) : leaveLedger(standing, happening),
      )
  }
  for (const person of happening.persons) consequences.push(...proposeEntry(repository, person, happening.on))
  return consequences
}
