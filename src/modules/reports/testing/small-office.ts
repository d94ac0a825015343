import { makeIdNumber } from '../../../core/identity/index.ts'
import { newId } from '../../../platform/server/new-id.ts'
import { repositoryFor } from '../../../platform/server/office.ts'
import { systemActor } from '../../../platform/server/permission/system-actor.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { insertRecord } from '../../../platform/server/repository/write.ts'
import { at, createTestOffice, type TestOffice } from '../../../platform/server/testing/test-office.ts'
import {
  assistance,
  builtInLedgers,
  disability,
  elderCare,
  ledgerMetrics,
  unemployment,
  volunteerTeam,
} from '../../ledgers/index.ts'
import { dwelling, household, person, registryMetrics, registryRecords } from '../../registry/index.ts'

const named = <Named extends { name: string }>(list: readonly Named[]) =>
  new Map(list.map((each) => [each.name, each]))

const grids = ['northFirst', 'northSecond', 'southFirst'] as const

/** Residents by number: what they are and in which ledgers follows from it. One in five came in October 2025. */
const populate = async (repository: Repository, count: number) => {
  const enter = (
    definition: Parameters<typeof insertRecord>[1],
    record: Parameters<typeof insertRecord>[2],
  ) => insertRecord(repository, definition, record)
  for (let n = 0; n < count; n++) {
    const area = at(grids[n % 3]!)
    const birthDate = `${1935 + ((n * 7) % 85)}-03-0${1 + (n % 9)}`
    const on = n % 5 === 4 ? '2025-10-12' : '2024-05-01'
    const home = newId()
    if (n % 2 === 0) {
      const house = newId()
      await enter(dwelling, {
        id: house,
        area,
        on: '2024-01-01',
        values: { code: `F${n}`, address: `幸福路${n}号`, isRented: n % 6 === 0 },
      })
      await enter(household, {
        id: home,
        area,
        on: '2024-01-01',
        values: { number: `H${n}`, dwelling: house },
      })
    }
    const id = newId()
    await enter(person, {
      id,
      area,
      on,
      values: {
        name: `居民${n}`,
        idNumber: makeIdNumber('990101', birthDate, n + 1),
        sex: String(1 + (n % 2)),
        birthDate,
        populationType: n % 7 === 0 ? '2' : '1',
        ...(n % 2 === 0 ? { household: home } : {}),
      },
    })
    const born = Number(birthDate.slice(0, 4))
    const entry = { area, subject: id, on }
    if (n % 4 === 0)
      await enter(disability, {
        ...entry,
        id: newId(),
        values: {
          kind: String(1 + (n % 7)),
          level: String(1 + ((n >> 2) % 4)),
          livingSubsidy: n % 8 === 0,
          careSubsidy: n % 16 === 0,
          hasCareService: n % 12 === 0,
        },
      })
    if (born <= 1966 && n % 6 !== 0)
      await enter(elderCare, {
        ...entry,
        id: newId(),
        values: { currentStatus: String(1 + (n % 3)), livingArrangement: String(1 + (n % 4)) },
      })
    if (n % 9 === 0)
      await enter(assistance, {
        ...entry,
        id: newId(),
        values: { familyCategory: String(1 + (n % 3)), amount: 800 + n, startedOn: '2024-01-01' },
      })
    if (n % 11 === 0 && born > 1970 && born < 2005)
      await enter(unemployment, {
        ...entry,
        id: newId(),
        values: { since: '2024-01-01', isHardToEmploy: n % 22 === 0 },
      })
  }
}

/** A subdistrict with two communities and some hundred residents; volunteer teams only since February 2025. */
export const openSmallOffice = async (count = 120): Promise<TestOffice> => {
  const house = await createTestOffice({
    records: named(registryRecords),
    ledgers: named(builtInLedgers),
    metrics: named([...registryMetrics, ...ledgerMetrics]),
  })
  const { office } = house
  await office.connection.db.transaction().execute(async (db) => {
    const repository = repositoryFor(office, systemActor(office.district), { db, command: newId() })
    await populate(repository, count)
    for (const [index, grid] of grids.entries())
      await insertRecord(repository, volunteerTeam, {
        id: newId(),
        area: at(grid),
        on: '2025-02-01',
        values: { name: `${grid}队`, kind: '01', managerName: '李四', memberCount: 5 + index },
      })
  })
  return house
}
