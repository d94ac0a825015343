import { addDays } from '../../../core/time/index.ts'
import { newId } from '../../../platform/server/new-id.ts'
import { repositoryFor } from '../../../platform/server/office.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { changeRecord, endRecord, insertRecord } from '../../../platform/server/repository/write.ts'
import type { TestOffice } from '../../../platform/server/testing/test-office.ts'
import {
  agreement,
  dwelling,
  facility,
  household,
  organisation,
  person,
  personRelation,
} from '../../registry/index.ts'

const buildingsPerGrid = 4
const dwellingsPerBuilding = 3
const personsPerHousehold = 2

const fillDwelling = async (repository: Repository, grid: string, building: number, number: number) => {
  const since = (days: number) => addDays(repository.today, -days)
  const home = await insertRecord(repository, dwelling, {
    id: newId(),
    area: grid,
    on: since(500),
    values: {
      code: `${grid}-${building}-${number}`,
      address: `${grid.slice(-3)}号院${building}幢${number}室`,
      estate: `${grid.slice(-3)}号院`,
      buildingNumber: String(building),
    },
  })
  const family = await insertRecord(repository, household, {
    id: newId(),
    area: grid,
    on: since(450),
    values: { number: `H${grid}-${building}-${number}`, dwelling: home.id },
  })
  for (let index = 0; index < personsPerHousehold; index++) {
    // Some came lately, some changed lately, some left lately: within what a backdated change reaches.
    const turn = (building * 7 + number * 3 + index) % 9
    const values = {
      name: `甲${building}${number}${index}`,
      sex: '1',
      birthDate: '1970-01-01',
      household: family.id,
    }
    const row = await insertRecord(repository, person, {
      id: newId(),
      area: grid,
      on: since(turn < 2 ? 12 + turn : 400),
      values,
    })
    const changed =
      turn % 3 === 0
        ? await changeRecord(repository, person, row, {
            values: { ...values, workplace: '某厂' },
            on: since(turn < 2 ? 9 : 20),
            mode: 'change',
          })
        : row
    const guarded = { person: row.id, kind: '1', name: '某人' }
    await insertRecord(repository, personRelation, {
      id: newId(),
      area: grid,
      on: since(12),
      values: guarded,
    })
    if (turn === 5 || turn === 6)
      await endRecord(repository, person, changed, { on: since(turn), cause: 'moved' })
  }
}

/** A shop in the building with what it signed, and a hydrant before the door. */
const fillGround = async (repository: Repository, grid: string, building: number) => {
  const on = addDays(repository.today, -300)
  const place = { estate: `${grid.slice(-3)}号院`, buildingNumber: String(building) }
  const enter = (definition: typeof organisation, values: object) =>
    insertRecord(repository, definition, { id: newId(), area: grid, on, values: { ...values } })
  const shop = await enter(organisation, { ...place, name: `${building}号店`, kind: '4' })
  await enter(agreement, { name: '责任书', kind: '2', signedOn: on, organisation: shop.id })
  await enter(facility, { ...place, name: '消防栓', kind: '12', state: '1', maintainer: shop.id })
}

/** Puts up buildings with families and shops in some grids, with changes over the last weeks. */
export const fillCommunity = async (house: TestOffice, grids: readonly string[]): Promise<void> => {
  const clerk = await house.hire('clerk', grids[0]!.slice(0, 12))
  const repository = repositoryFor(house.office, clerk, { command: newId() })
  for (const grid of grids)
    for (let building = 1; building <= buildingsPerGrid; building++) {
      await fillGround(repository, grid, building)
      for (let number = 1; number <= dwellingsPerBuilding; number++)
        await fillDwelling(repository, grid, building, number)
    }
}
