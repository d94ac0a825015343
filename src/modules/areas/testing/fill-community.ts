import { addDays } from '../../../core/time/index.ts'
import { newId } from '../../../platform/server/new-id.ts'
import { repositoryFor } from '../../../platform/server/office.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { changeRecord, endRecord, insertRecord } from '../../../platform/server/repository/write.ts'
import type { TestOffice } from '../../../platform/server/testing/test-office.ts'
import { dwelling, household, person } from '../../registry/index.ts'

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
    if (turn === 5 || turn === 6)
      await endRecord(repository, person, changed, { on: since(turn), cause: 'moved' })
  }
}

/** Puts up buildings with families in some grids, with changes over the last weeks. */
export const fillCommunity = async (house: TestOffice, grids: readonly string[]): Promise<void> => {
  const clerk = await house.hire('clerk', grids[0]!.slice(0, 12))
  const repository = repositoryFor(house.office, clerk, { command: newId() })
  for (const grid of grids)
    for (let building = 1; building <= buildingsPerGrid; building++)
      for (let number = 1; number <= dwellingsPerBuilding; number++)
        await fillDwelling(repository, grid, building, number)
}
