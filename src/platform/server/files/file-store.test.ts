import { afterAll, beforeAll, expect, it } from 'vitest'
import { at, createTestOffice, type TestOffice } from '../testing/test-office.ts'

let house: TestOffice
beforeAll(async () => {
  house = await createTestOffice({ records: new Map(), ledgers: new Map(), metrics: new Map() })
})
afterAll(() => house.close())

it('keeps the name as it shows, and the end of one that is very long', async () => {
  const repository = house.repository(await house.hire('clerk', at('north')))
  const nameOf = async (name: string) =>
    (await house.office.files.put(repository, { name, type: '', bytes: new Uint8Array([1]) })).name
  expect(await nameOf('\u202excod.exe\n.xlsx')).toBe('xcod.exe.xlsx')
  expect(await nameOf(`${'𠮷'.repeat(300)}.xlsx`)).toBe(`${'𠮷'.repeat(195)}.xlsx`)
})
