import { addDays, ageOn } from '../../../core/time/index.ts'
import { disability } from '../../../modules/ledgers/index.ts'
import { laterOf } from './birthday.ts'
import { type Person, recordOf } from './person.ts'
import { drawFrom, type Random } from './random.ts'
import type { World } from './world.ts'

const drawKindOfYoung = drawFrom(
  [
    ['1', 22],
    ['2', 14],
    ['3', 6],
    ['4', 4],
    ['5', 38],
    ['6', 8],
    ['7', 8],
  ].map(([kind, weight]) => [String(kind), Number(weight)] as const),
)
const drawKind = drawFrom(
  [
    ['1', 56],
    ['2', 10],
    ['3', 1.5],
    ['4', 12],
    ['5', 7.5],
    ['6', 10.5],
    ['7', 2.5],
  ].map(([kind, weight]) => [String(kind), Number(weight)] as const),
)
const drawLevel = drawFrom([
  ['1', 11],
  ['2', 25],
  ['3', 28],
  ['4', 36],
] as const)
const drawSevereLevel = drawFrom([
  ['1', 22],
  ['2', 47],
  ['3', 22],
  ['4', 9],
] as const)

/** Share of people with a certificate, by age. */
export const disabilityShare = (age: number): number => {
  if (age < 15) return 0.0055
  if (age < 40) return 0.011
  if (age < 60) return 0.0285
  return age < 75 ? 0.053 : 0.072
}

const kindOf = (random: Random, age: number): string => {
  const kind = age < 18 ? drawKindOfYoung(random) : drawKind(random)
  // The list has sight first, limbs fourth.
  return kind === '1' ? '4' : kind === '4' ? '1' : kind
}

/** Certificates carry the identity number, the kind and the level. */
const certificateOf = (person: Person, kind: string, level: string): string =>
  `${recordOf(person).current!.values.idNumber}${kind}${level}`

const isSevere = (level: unknown): boolean => level === '1' || level === '2'

/** Living subsidy: who draws the minimum living allowance. */
const drawsAllowance = (person: Person): boolean =>
  person.entries.assistance?.current?.values.familyCategory === '2'

/** Enters somebody who was found disabled. */
export const enterDisability = (world: World, person: Person, on: string, cause?: 'imported'): void => {
  const { random, chronicle } = world
  const record = recordOf(person)
  const age = ageOn(person.birthDate, on)
  const kind = kindOf(random, age)
  const level = kind === '5' || kind === '6' || kind === '7' ? drawSevereLevel(random) : drawLevel(random)
  const inborn = kind === '5' || kind === '3' || age < 10
  const years = inborn ? age : random.between(0, Math.min(age, 25))
  const onset = addDays(on, -Math.floor(years * 365.2425) - random.between(30, 360))
  person.entries.disability = chronicle.register(disability, {
    area: record.current!.area,
    on,
    subject: person.id,
    ...(cause ? { cause } : {}),
    values: {
      kind,
      level,
      certificateNumber: certificateOf(person, kind, level),
      cause: inborn ? '1' : random.pick(['2', '2', '2', '3', '3', '4', '8', '9']),
      onsetDate: laterOf(onset, person.birthDate),
      hasCareService: isSevere(level) && random.chance(0.12),
      livingSubsidy: drawsAllowance(person),
      careSubsidy: isSevere(level) && random.chance(0.8),
    },
  })
  world.listed.disability.add(person)
}

/** The allowance began or ended, and the living subsidy with it. */
export const updateLivingSubsidy = (world: World, person: Person, on: string): void => {
  const entry = person.entries.disability
  const livingSubsidy = drawsAllowance(person)
  if (!entry || entry.current!.values.livingSubsidy === livingSubsidy) return
  world.chronicle.change(entry, on, { livingSubsidy }, livingSubsidy ? '纳入低保' : '退出低保')
}

/** The level was assessed anew; the certificate's number and the care subsidy follow. */
export const reassessLevel = (world: World, person: Person, on: string): void => {
  const entry = person.entries.disability
  if (!entry) return
  const { kind, level, careSubsidy } = entry.current!.values
  const changed = Math.min(4, Math.max(1, Number(level) + (world.random.chance(0.7) ? -1 : 1)))
  if (String(changed) === level) return
  world.chronicle.change(
    entry,
    on,
    {
      level: String(changed),
      certificateNumber: certificateOf(person, String(kind), String(changed)),
      careSubsidy: changed <= 2 && (careSubsidy === true || !isSevere(level)),
      hasCareService: changed <= 2 && entry.current!.values.hasCareService === true,
    },
    '残疾等级重新评定',
  )
}

/** The level had been copied wrongly. */
export const correctLevel = (world: World, person: Person, on: string): void => {
  const entry = person.entries.disability
  if (!entry) return
  const { kind, level } = entry.current!.values
  const right = level === '3' ? '4' : '3'
  if (isSevere(level)) return
  world.chronicle.correct(
    entry,
    on,
    { level: right, certificateNumber: certificateOf(person, String(kind), right) },
    '核对残疾人证后更正',
  )
}
