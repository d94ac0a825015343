import type { LedgerDefinition } from '../../../core/definition/index.ts'
import { addDays, ageOn, daysBetween } from '../../../core/time/index.ts'
import {
  floatingResident,
  leftBehindChild,
  leftBehindElder,
  rental,
  veteran,
  volunteer,
} from '../../../modules/ledgers/index.ts'
import { birthdayAt } from './birthday.ts'
import type { Tracked, Version } from './chronicle.ts'
import { livesOf } from './lives.ts'
import { makeMobile } from './person-values.ts'
import { drawFrom } from './random.ts'
import type { World } from './world.ts'

/** A stretch of a record's life through which something about it stays true, with the areas it was in. */
interface Stretch {
  readonly from: string
  /** The day it ended, and how; absent where it lasts. */
  readonly end?: { on: string; cause: NonNullable<Version['ended']>; reason: string }
  readonly moves: readonly { on: string; area: string }[]
  readonly area: string
}

/** The stretches in which a record's versions meet a test. */
const stretchesOf = (record: Tracked, holds: (version: Version) => boolean): Stretch[] => {
  const stretches: Stretch[] = []
  let open: { from: string; area: string; moves: { on: string; area: string }[] } | undefined
  const close = (end: NonNullable<Stretch['end']>) => {
    if (open && open.from < end.on) stretches.push({ ...open, end })
    open = undefined
  }
  for (const version of livesOf(record)) {
    if (!holds(version)) close({ on: version.validFrom, cause: 'reclassified', reason: '' })
    else if (!open) open = { from: version.validFrom, area: version.area, moves: [] }
    else if ((open.moves.at(-1)?.area ?? open.area) !== version.area)
      open.moves.push({ on: version.validFrom, area: version.area })
    if (version.ended && version.validTo)
      close({ on: version.validTo, cause: version.ended, reason: version.reason })
  }
  return open ? [...stretches, open] : stretches
}

/** Enters a subject for a stretch of its life; the entry moves with it and ends with it. */
const enterFor = (
  world: World,
  ledger: LedgerDefinition,
  record: Tracked,
  stretch: Stretch,
  on: string,
  values: Record<string, unknown>,
  leave?: { on: string; reason: string },
) => {
  const { chronicle, span } = world
  const last = stretch.end && (!leave || stretch.end.on <= leave.on) ? stretch.end : undefined
  const end = last ?? (leave ? { ...leave, cause: 'expired' as const } : undefined)
  if (on > span.last || (end && end.on <= on)) return
  const before = stretch.moves.filter((move) => move.on <= on).at(-1)
  const entry = chronicle.register(ledger, {
    area: before?.area ?? stretch.area,
    on,
    subject: record.id,
    ...(on === span.start ? { cause: 'imported' as const } : {}),
    values,
  })
  for (const move of stretch.moves)
    if (move.on > on && (!end || move.on < end.on))
      chronicle.change(entry, move.on, {}, '区内搬迁', move.area)
  if (end && end.on <= span.last) chronicle.end(entry, end.on, end.cause, end.reason)
}

const drawInflow = drawFrom([
  ['01', 60],
  ['03', 12],
  ['06', 8],
  ['09', 12],
  ['12', 6],
  ['99', 2],
] as const)
const drawVeteran = drawFrom([
  ['1', 78],
  ['2', 10],
  ['3', 4],
  ['4', 4],
  ['8', 4],
] as const)
const drawTeam = drawFrom([
  ['01', 20],
  ['04', 20],
  ['05', 16],
  ['06', 16],
  ['08', 14],
  ['13', 14],
] as const)
const origins = ['河北省', '河南省', '山东省', '安徽省', '四川省', '湖北省', '江西省', '山西省']

const enterFloating = (world: World, record: Tracked) => {
  const { random } = world
  for (const stretch of stretchesOf(record, ({ values }) => values.populationType === '2')) {
    // A few are not written down yet: they are proposed.
    const late = random.chance(0.06)
    enterFor(world, floatingResident, record, stretch, late ? addDays(stretch.from, 400) : stretch.from, {
      inflowReason: drawInflow(random),
      inflowDate: addDays(stretch.from, -random.between(0, 40)),
      origin: origins[random.between(0, origins.length - 1)],
      lodgingKind: random.chance(0.8) ? '1' : random.chance(0.5) ? '4' : '2',
      permitExpiresOn: addDays(stretch.from, random.between(300, 1100)),
    })
  }
}

const enterPerson = (world: World, record: Tracked) => {
  const { random } = world
  const birthDate = String(livesOf(record)[0]!.values.birthDate)
  const [stretch] = stretchesOf(record, () => true)
  if (!stretch) return
  const age = ageOn(birthDate, stretch.from)
  const within = () => addDays(stretch.from, random.chance(0.6) ? 0 : random.between(1, 500))
  if (age >= 3 && age < 16 && random.chance(0.012))
    enterFor(
      world,
      leftBehindChild,
      record,
      stretch,
      within(),
      {
        situation: random.chance(0.8) ? '1' : '2',
        guardianshipKind: random.chance(0.85) ? '1' : '3',
        hasEntrustedGuardian: random.chance(0.7),
        guardianPhone: makeMobile(world),
      },
      { on: birthdayAt(birthDate, 16), reason: '年满 16 周岁' },
    )
  if (age >= 65 && random.chance(0.02))
    enterFor(world, leftBehindElder, record, stretch, within(), {
      livingArrangement: random.chance(0.5) ? '1' : '2',
      contactPhone: makeMobile(world),
    })
  const man = livesOf(record)[0]!.values.sex === '1'
  if (age >= 22 && random.chance(man ? 0.035 : 0.003))
    enterFor(world, veteran, record, stretch, within(), {
      kind: drawVeteran(random),
      dischargedOn: addDays(birthDate, 365 * 22 + random.between(0, 700)),
    })
  if (age >= 18 && age < 72 && random.chance(0.05)) {
    const on = within()
    enterFor(world, volunteer, record, stretch, on, {
      teamKind: drawTeam(random),
      registeredOn: on,
      consentOn: on,
      consentHow: random.chance(0.7) ? '1' : '3',
      number: `990101${String(random.between(0, 9_999_999)).padStart(7, '0')}`,
    })
  }
}

const enterRental = (world: World, record: Tracked) => {
  const { random } = world
  for (const stretch of stretchesOf(record, ({ values }) => values.isRented === true)) {
    if (stretch.end && daysBetween(stretch.from, stretch.end.on) < 30) continue
    const { roomCount } = livesOf(record)[0]!.values
    const late = random.chance(0.05)
    const ended = stretch.end && { ...stretch.end, reason: '房屋不再出租' }
    enterFor(
      world,
      rental,
      record,
      ended ? { ...stretch, end: ended } : stretch,
      late ? addDays(stretch.from, 300) : stretch.from,
      {
        kind: random.chance(0.7) ? '1' : random.chance(0.8) ? '2' : '4',
        lessorName: world.persons.draw(random)?.name ?? null,
        lessorPhone: makeMobile(world),
        startedOn: stretch.from,
        roomCount: roomCount ?? 2,
        occupantLimit: Number(roomCount ?? 2) * 2,
        monthlyRent: random.between(12, 60) * 100,
        hasEmergencyExit: random.chance(0.96),
      },
    )
  }
}

/** The ledgers of people and dwellings that follow from who lives where, written once the history is known. */
export const enterFurtherLedgers = (world: World): void => {
  const records = [...world.chronicle.records]
  for (const record of records) {
    if (record.definition.name === 'person') {
      enterFloating(world, record)
      enterPerson(world, record)
    }
    if (record.definition.name === 'dwelling') enterRental(world, record)
  }
}
