import {
  type Departure,
  type LedgerConsequence,
  type LedgerDefinition,
  ledgerConsequences,
} from '../../core/definition/index.ts'
import { addDays } from '../../core/time/index.ts'
import { newId } from '../../platform/server/new-id.ts'
import type { Row } from '../../platform/server/repository/columns.ts'
import type { Repository } from '../../platform/server/repository/repository.ts'
import type { Values } from '../../platform/server/repository/row.ts'
import { changeRecord, endRecord, insertRecord, valuesOf } from '../../platform/server/repository/write.ts'
import type { ChangeFollower, Consequence, Happening, PersonChange, PersonFacts } from '../registry/server.ts'
import { assistance } from './definition.ts'
import { lockEntriesOf } from './storage/lock-entries-of.ts'

/** Somebody's entry in a ledger, beside what happens to them. */
interface Standing {
  readonly ledger: LedgerDefinition
  readonly entry: Row
  readonly values: Values
  readonly person: PersonChange
}

/** Days within which what the rules leave to a person is to be looked at. */
const reviewDays = 30

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
      const end = { on: later(on, entry.valid_from), cause: person.end!, reason: title }
      await endRecord(repository, ledger, entry, end)
      return [{ definition: ledger.name, record: entry.id, before: entry.version, after: null }]
    },
  }
}

/** An entry passes to the record that stands for the same person. */
const passEntry = (standing: Standing, happening: Happening): Consequence => {
  const { ledger, entry, person, values } = standing
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
        values,
        reason: happening.title,
      })
      return [...ended, { definition: ledger.name, record: row.id, before: null, after: row.version }]
    },
  }
}

/** What an entry takes over from the person: the area in which they live, and fields that follow by rule. */
const keepInStep = (
  standing: Standing,
  followed: readonly Extract<LedgerConsequence, { kind: 'change' }>[],
  { on, title }: Happening,
  repository: Repository,
): Consequence[] => {
  const { ledger, entry, person } = standing
  const area = person.after!.area
  if (area === entry.area && followed.length === 0) return []
  const values = Object.fromEntries(followed.map(({ field, value }) => [field, value]))
  const words = followed.map(({ field: key, value }) => {
    const field = ledger.fields[key]!
    return `${field.title}改为${field.type.format(value)}`
  })
  if (area !== entry.area) words.unshift(`随人转到${repository.areas.nameOf(area)}`)
  return [
    {
      ...about(standing, 'ledgerChanged', `${person.name}的${ledger.title}登记${words.join('，')}`),
      area,
      effect: 'done',
      carryOut: async (tx) => {
        const row = await changeRecord(tx, ledger, entry, {
          values: { ...standing.values, ...values },
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

/** Who draws an allowance as a household, and no longer lives with the same people. */
const reviewBenefit = (standing: Standing, repository: Repository): Consequence[] => {
  const { before, after, name } = standing.person
  if (standing.ledger.name !== assistance.name || !before || !after) return []
  if (before.companions === after.companions && before.values.household === after.values.household) return []
  return [
    {
      ...about(standing, 'benefitReview', `${name}享受低保，家庭人口有变，请复核待遇`),
      effect: 'todo',
      due: addDays(repository.today, reviewDays),
    },
  ]
}

const factsOf = ({ values, companions }: PersonFacts) =>
  values.household ? { values, householdSize: companions + 1 } : { values }

/** What the ledgers' own rules say, but for those who go. */
const ruled = (repository: Repository, { on }: Happening, person: PersonChange, own: readonly Standing[]) =>
  ledgerConsequences(repository.catalogue.ledgers.values(), {
    of: 'person',
    on,
    before: person.before && factsOf(person.before),
    after: person.after ? factsOf(person.after) : ((person.end ?? 'moved') as Departure),
    standing: own.map(({ ledger, values }) => ({ ledger: ledger.name, values })),
  })

/** Ledgers that somebody should enter or leave, as somebody has to look at first. */
const proposals = (
  repository: Repository,
  person: PersonChange,
  consequences: readonly LedgerConsequence[],
): Consequence[] =>
  consequences
    .filter(({ kind }) => kind !== 'change')
    .map((one) => ({
      kind: one.kind === 'enter' ? 'ledgerEntry' : 'ledgerExit',
      effect: 'todo',
      title: `${person.name}${one.kind === 'enter' ? '应登记' : '应移出'}${one.ledgerTitle}：${one.reason}`,
      area: person.after!.area,
      definition: 'person',
      record: person.id,
      due: addDays(repository.today, reviewDays),
    }))

const followOne = (
  repository: Repository,
  happening: Happening,
  person: PersonChange,
  own: readonly Standing[],
  taken: ReadonlySet<string>,
): Consequence[] => {
  if (!person.after)
    return own.map((standing) =>
      person.mergedInto && !taken.has(standing.ledger.name)
        ? passEntry(standing, happening)
        : leaveLedger(standing, happening),
    )
  const consequences = ruled(repository, happening, person, own)
  return [
    ...own.flatMap((standing) => [
      ...keepInStep(
        standing,
        consequences.filter((one) => one.kind === 'change' && one.ledger === standing.ledger.name) as Extract<
          LedgerConsequence,
          { kind: 'change' }
        >[],
        happening,
        repository,
      ),
      ...reviewBenefit(standing, repository),
    ]),
    ...proposals(repository, person, consequences),
  ]
}

/** What follows in the ledgers when something happens to people: entries end, move along, or are to be reviewed. */
export const followChanges: ChangeFollower = async (repository, happening) => {
  const { persons } = happening
  const kept = persons.flatMap(({ mergedInto }) => (mergedInto ? [mergedInto] : []))
  const entries = await lockEntriesOf(repository, [...new Set([...persons.map(({ id }) => id), ...kept])])
  return persons.flatMap((person) => {
    const own = entries.flatMap((entry): Standing[] => {
      const ledger = repository.catalogue.ledgers.get(entry.ledger)
      return ledger && entry.subject === person.id
        ? [{ ledger, entry, person, values: valuesOf(repository, ledger, entry) }]
        : []
    })
    const taken = new Set(
      entries.filter(({ subject }) => subject === person.mergedInto).map(({ ledger }) => ledger),
    )
    return followOne(repository, happening, person, own, taken)
  })
}
