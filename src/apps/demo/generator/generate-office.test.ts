import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { parentOf } from '../../../core/area/index.ts'
import { readIdNumber, readPhone } from '../../../core/identity/index.ts'
import { addMonths, ageOn } from '../../../core/time/index.ts'
import { checkValues } from '../../../platform/server/repository/check-values.ts'
import type { Tracked, Version } from './chronicle.ts'
import { type GeneratedOffice, generateOffice } from './generate-office.ts'

const today = '2025-11-21'
const residents = 1800

let office: GeneratedOffice
let records: Tracked[]
beforeAll(() => {
  office = generateOffice({ residents, seed: 7, today })
  records = office.subdistricts.flatMap((subdistrict) => subdistrict.makeRecords())
})

interface Standing {
  readonly id: string
  readonly subject: string | null
  readonly area: string
  readonly values: Readonly<Record<string, unknown>>
}

const versionsOf = (record: Tracked): Version[] => [
  ...record.past,
  ...(record.current ? [record.current] : []),
]

/** What the tables say of a day, by the same rule as the repository's `versionsAt`. */
const standingOn = (day: string): Map<string, Standing[]> => {
  const standing = new Map<string, Standing[]>()
  for (const record of records) {
    const holding = versionsOf(record).filter(
      (version) =>
        version.supersededAt === null &&
        version.validFrom <= day &&
        (version.validTo === null || version.validTo > day),
    )
    if (holding.length > 1) throw new Error(`${record.id} holds twice on ${day}`)
    const [version] = holding
    if (!version) continue
    const of = standing.get(record.definition.name) ?? []
    of.push({ id: record.id, subject: record.subject, area: version.area, values: version.values })
    standing.set(record.definition.name, of)
  }
  return standing
}

const days = () => {
  const { start } = office.span
  // Not only the first of a month, where little happens.
  return Array.from(
    { length: 26 },
    (_, month) => addMonths(start, month).slice(0, 8) + (month % 2 ? '01' : '17'),
  ).filter((day) => day <= today)
}

/** Faults found on the days, each with its day; an empty list is what we want. */
const faultsOn = (
  check: (standing: Map<string, Standing[]>, day: string, fault: (what: string) => void) => void,
) => {
  const faults: string[] = []
  for (const day of [...days(), today]) check(standingOn(day), day, (what) => faults.push(`${day} ${what}`))
  return faults.slice(0, 10)
}

describe('on every day of the two years', () => {
  test('everybody lives in one household of that area, which has its head', () => {
    const faults = faultsOn((standing, _day, fault) => {
      const households = new Map(standing.get('household')!.map((household) => [household.id, household]))
      const dwellings = new Map(standing.get('dwelling')!.map((dwelling) => [dwelling.id, dwelling]))
      const members = Map.groupBy(standing.get('person')!, (person) => String(person.values.household))
      for (const id of members.keys()) if (!households.has(id)) fault(`members of no household ${id}`)
      for (const [id, { area, values }] of households) {
        const at = members.get(id) ?? []
        const heads = at.filter((person) => person.values.relationToHead === '02')
        if (heads.length !== 1 || heads[0]!.id !== values.head) fault(`head of household ${id}`)
        if (dwellings.get(String(values.dwelling))?.area !== area) fault(`dwelling of household ${id}`)
        if (at.some((person) => person.area !== area)) fault(`area of household ${id}`)
      }
      const lived = new Set([...households.values()].map((household) => household.values.dwelling))
      for (const [id, { values }] of dwellings)
        if ((values.use === '3') === lived.has(id)) fault(`use of dwelling ${id}`)
    })
    expect(faults).toEqual([])
  })

  test('ledgers hold who is present, once, in their area, and by the rules', () => {
    const faults = faultsOn((standing, day, fault) => {
      const persons = new Map(standing.get('person')!.map((person) => [person.id, person]))
      const households = Map.groupBy(persons.values(), (person) => String(person.values.household))
      const valuesOf = (id: string) => persons.get(id)?.values ?? {}
      const ageOf = (id: string) => ageOn(String(valuesOf(id).birthDate), day)
      const entriesOf = (ledger: string) => {
        const entries = new Map<string, Standing>()
        for (const entry of standing.get(ledger) ?? []) {
          if (persons.get(entry.subject!)?.area !== entry.area) fault(`area of ${ledger} ${entry.id}`)
          if (entries.has(entry.subject!)) fault(`${ledger} twice for ${entry.subject}`)
          entries.set(entry.subject!, entry)
        }
        return entries
      }
      const elders = entriesOf('elderCare')
      for (const id of persons.keys()) if (elders.has(id) !== ageOf(id) >= 60) fault(`elder ${id}`)
      for (const [id, { values }] of elders) {
        const size = households.get(String(valuesOf(id).household))!.length
        if ((values.livingArrangement === '1') !== (size === 1)) fault(`${id} lives alone or not`)
        if (values.livingArrangement === '2' && size !== 2) fault(`${id} lives with the spouse or not`)
        if ((values.spouseStatus === '2') !== (valuesOf(id).maritalStatus === '30')) fault(`spouse of ${id}`)
      }
      const assisted = entriesOf('assistance')
      for (const [id, { values }] of entriesOf('disability')) {
        const { level, kind, certificateNumber, livingSubsidy, careSubsidy } = values
        if (careSubsidy && level !== '1' && level !== '2') fault(`care subsidy of ${id}`)
        if (livingSubsidy !== (assisted.get(id)?.values.familyCategory === '2'))
          fault(`living subsidy of ${id}`)
        if (certificateNumber !== `${valuesOf(id).idNumber}${kind}${level}`) fault(`certificate of ${id}`)
      }
      const jobless = entriesOf('unemployment')
      for (const [id, { values }] of jobless) {
        const isOldEnough = ageOf(id) >= (valuesOf(id).sex === '1' ? 50 : 40)
        const isHard = isOldEnough && addMonths(String(values.since), 12) <= day
        if (values.isHardToEmploy !== isHard) fault(`hard to employ ${id}`)
        if (ageOf(id) < 16) fault(`age of jobless ${id}`)
      }
      for (const id of persons.keys())
        if ((valuesOf(id).employmentStatus === '70') !== jobless.has(id)) fault(`employment of ${id}`)
    })
    expect(faults).toEqual([])
  })

  test('agreements stand as long as their organisation, relations as long as both live there', () => {
    const faults = faultsOn((standing, _day, fault) => {
      const ids = (name: string) => new Map((standing.get(name) ?? []).map((one) => [one.id, one]))
      const [firms, persons] = [ids('organisation'), ids('person')]
      for (const { id, area, values } of standing.get('agreement') ?? [])
        if (firms.get(String(values.organisation))?.area !== area) fault(`organisation of agreement ${id}`)
      for (const { id, values } of standing.get('facility') ?? [])
        if (values.maintainer && !firms.has(String(values.maintainer))) fault(`maintainer of facility ${id}`)
      for (const { id, area, values } of standing.get('personRelation') ?? []) {
        if (persons.get(String(values.person))?.area !== area) fault(`ward of relation ${id}`)
        if (values.relative && !persons.has(String(values.relative))) fault(`relative of relation ${id}`)
      }
    })
    expect(faults).toEqual([])
    const now = standingOn(today)
    for (const name of ['organisation', 'agreement', 'facility', 'personRelation'])
      expect(now.get(name)!.length).toBeGreaterThan(0)
    const ends = now.get('agreement')!.map(({ values }) => String(values.expiresOn))
    expect(ends.filter((day) => day < today).length).toBeGreaterThan(0)
    expect(ends.filter((day) => day > addMonths(today, 1)).length).toBeGreaterThan(0)
  })

  test('numbers change as in a city: slowly, and there is something in every ledger', () => {
    const now = standingOn(today)
    const before = standingOn(addMonths(today, -12))
    const growth = now.get('person')!.length / before.get('person')!.length - 1
    expect(now.get('person')!.length).toBe(residents)
    expect(growth).toBeGreaterThan(-0.01)
    expect(growth).toBeLessThan(0.02)
    for (const ledger of ['disability', 'elderCare', 'assistance', 'unemployment', 'volunteerTeam'])
      expect(now.get(ledger)!.length).toBeGreaterThan(0)
    const ages = now.get('person')!.map((person) => ageOn(String(person.values.birthDate), today))
    const share = (least: number, most: number) =>
      ages.filter((age) => age >= least && age <= most).length / residents
    expect(share(60, 130)).toBeGreaterThan(0.17)
    expect(share(60, 130)).toBeLessThan(0.25)
    expect(share(0, 14)).toBeGreaterThan(0.12)
    expect(share(0, 14)).toBeLessThan(0.2)
  })
})

test('versions follow one another, and were learned in order, before today', () => {
  const midnight = Date.parse(`${today}T00:00:00+08:00`)
  const isSound = (record: Tracked): boolean => {
    const versions = versionsOf(record)
    return versions.every((version, index) => {
      const { recordedAt, closedAt, supersededAt, validFrom, validTo } = version
      const next = versions[index + 1]
      const follows =
        !next ||
        ((closedAt ?? supersededAt) === next.recordedAt &&
          next.validFrom === (supersededAt ? validFrom : validTo))
      const isPast = recordedAt < midnight && (validTo === null || (validTo < today && validTo >= validFrom))
      return version.number === index + 1 && follows && isPast && (closedAt === null || closedAt > recordedAt)
    })
  }
  expect(records.filter((record) => !isSound(record))).toEqual([])
  expect(records.filter((record) => versionsOf(record)[0]!.validFrom !== record.since)).toEqual([])
})

test('every version is what its definition accepts', () => {
  for (const record of records)
    for (const { values } of versionsOf(record)) checkValues(record.definition, values)
})

test('identity numbers are valid, told apart, of nobody, and agree with the record', () => {
  const persons = records.filter(({ definition }) => definition.name === 'person')
  const numbers = persons.map((person) => String(versionsOf(person).at(-1)!.values.idNumber))
  expect(new Set(numbers).size).toBe(numbers.length)
  persons.forEach((person, index) => {
    const { birthDate, sex, mobile } = versionsOf(person).at(-1)!.values
    expect(readIdNumber(numbers[index]!, { today })).toMatchObject({ ok: true, value: { birthDate, sex } })
    expect(numbers[index]!.startsWith('99')).toBe(true)
    if (mobile !== null) expect(readPhone(String(mobile)).ok).toBe(true)
  })
})

test('a district of any size is divided as districts are', () => {
  const { plan } = generateOffice({ residents: 1_000_000, seed: 1, today })
  const communities = plan.subdistricts.flatMap((subdistrict) => subdistrict.communities)
  const areas = [plan.subdistricts, communities, communities.flatMap((community) => community.grids)].flat()
  expect(plan.subdistricts.length).toBe(20)
  expect(Math.max(...plan.subdistricts.map((subdistrict) => subdistrict.residents))).toBeLessThanOrEqual(
    60_000,
  )
  expect(plan.subdistricts.reduce((sum, subdistrict) => sum + subdistrict.residents, 0)).toBe(1_000_000)
  expect(new Set(areas.map((area) => area.path)).size).toBe(areas.length)
  expect(new Set(areas.map((area) => area.name)).size).toBe(areas.length)
  for (const area of areas) expect(area.parent).toBe(parentOf(area.path))
  const standard = generateOffice({ residents: 30_000, seed: 1, today }).plan.subdistricts
  expect(standard.map((subdistrict) => subdistrict.name)).toEqual(['幸福街道'])
  expect(standard[0]!.communities.map((community) => community.grids.length)).toEqual([
    10, 10, 10, 10, 10, 10,
  ])
})

test('the same seed makes the same office, another seed another', () => {
  const digest = (seed: number) => {
    const hash = createHash('sha256')
    for (const subdistrict of generateOffice({ residents: 400, seed, today }).subdistricts)
      for (const { id, past, current } of subdistrict.makeRecords())
        hash.update(JSON.stringify([id, past, current]))
    return hash.digest('hex')
  }
  expect(digest(3)).toBe(digest(3))
  expect(digest(3)).not.toBe(digest(4))
})
