import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '../permission/actor.ts'
import { at, createTestOffice, type TestOffice } from '../testing/test-office.ts'

let house: TestOffice
let clerk: Actor
beforeAll(async () => {
  house = await createTestOffice({ records: new Map(), ledgers: new Map(), metrics: new Map() })
  clerk = await house.hire('clerk', at('north'))
})
afterAll(() => house.close())

const put = (keptDays?: number) =>
  house.office.files.put(house.repository(clerk), {
    name: '导出.xlsx',
    type: 'application/octet-stream',
    bytes: Buffer.from('内容'),
    ...(keptDays === undefined ? {} : { keptDays }),
  })
const get = (id: string) => house.office.files.get(house.repository(clerk), id)

it('keeps a file for its days, then no longer, and erases it', async () => {
  const { office } = house
  const [over, standing, forGood] = [await put(-1), await put(1), await put()]
  await expect(get(over.id)).rejects.toThrow('没有找到这个文件')
  expect(await office.files.clearExpired(office.connection.db, office.district)).toBe(1)
  expect(await office.files.clearExpired(office.connection.db, office.district)).toBe(0)
  for (const { id } of [standing, forGood]) expect(Buffer.from((await get(id)).bytes).toString()).toBe('内容')
})
