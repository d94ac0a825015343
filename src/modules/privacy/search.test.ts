import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '../../platform/server/new-id.ts'
import { repositoryFor } from '../../platform/server/office.ts'
import type { Actor } from '../../platform/server/permission/actor.ts'
import { insertRecord } from '../../platform/server/repository/write.ts'
import { at } from '../../platform/server/testing/test-office.ts'
import { dwelling } from '../registry/index.ts'
import { openPrivacyHouse, type PrivacyHouse } from './testing/privacy-house.ts'

let privacy: PrivacyHouse
let south: Actor
beforeAll(async () => {
  privacy = await openPrivacyHouse()
  south = await privacy.house.hire('clerk', at('south'))
  const repository = repositoryFor(privacy.house.office, privacy.clerk, { command: newId() })
  for (const [code, address] of [
    ['1', '幸福路12号阳光花园3幢2单元501室'],
    ['2', '建设街8号院1幢101室'],
    ['3', '幸福路14号'],
  ])
    await insertRecord(repository, dwelling, {
      id: newId(),
      area: at('northFirst'),
      on: '2025-01-01',
      values: { code, address },
    })
})
afterAll(() => privacy.close())

const ask = async (url: string, by: Actor) =>
  (await privacy.app.inject({ url, headers: { cookie: await privacy.cookieOf(by) } })).json()
const addresses = async (q: string, by = privacy.clerk): Promise<string[]> => {
  const { dwellings } = await ask(`/api/search?q=${encodeURIComponent(q)}`, by)
  return dwellings.map(({ display }: { display: { address: string } }) => display.address)
}
const entries = async (q: string, by = privacy.clerk): Promise<string[]> => {
  const answer = await ask(`/api/entry-numbers?q=${encodeURIComponent(q)}`, by)
  return answer.entries.map(({ id }: { id: string }) => id)
}

it('an address with a wrong, a missing or a full-width character is found, the most similar first; in scope only', async () => {
  for (const typed of ['阳光花元3幢', '幸福路12号阳花园', '幸福路１２号 阳光花圆'])
    expect((await addresses(typed))[0]).toBe('幸福路12号阳光花园3幢2单元501室')
  expect((await addresses('建设节8号院'))[0]).toBe('建设街8号院1幢101室')
  expect(await addresses('火星大道99号')).toEqual([])
  expect(await addresses('阳光花元3幢', south)).toEqual([])
})

it('a person is found by the tail of the telephone', async () => {
  const { id } = await privacy.resident('电话尾', { mobile: '13900007421' })
  const { persons } = await ask('/api/search?q=7421', privacy.clerk)
  expect(persons.map((one: { id: string }) => one.id)).toEqual([id])
})

it('an entry is found by its certificate number, whole or tail, however it is written; in scope only', async () => {
  const { id, idNumber } = await privacy.resident('证件号')
  const number = `${idNumber}4B`
  const { record } = await privacy.act('addEntry', {
    ledger: 'disability',
    subject: id,
    on: '2025-02-01',
    values: { kind: '4', level: '2', certificateNumber: number },
  })
  const spaced = `${number.slice(0, 6)} ${number.slice(6).toLowerCase()}`
  for (const typed of [number, spaced, number.slice(-4)]) {
    expect(await entries(typed)).toEqual([record.id])
    expect(await entries(typed, south)).toEqual([])
  }
  expect(await entries(number.slice(0, -1))).toEqual([])
  const list = await ask(`/api/records/disability?q=${number.slice(-4)}`, privacy.clerk)
  expect(list.rows).toHaveLength(1)
  const edit = { ledger: 'disability', id: record.id, version: 1, mode: 'change', on: '2025-06-01' }
  await privacy.act('editEntry', { ...edit, values: { certificateNumber: `${idNumber}44` } })
  expect(await entries(number)).toEqual([])
  expect(await entries(`${idNumber}44`)).toEqual([record.id])
})

it('entries written before are made findable once', async () => {
  const { id, idNumber } = await privacy.resident('早登记')
  const { record } = await privacy.act('addEntry', {
    ledger: 'veteran',
    subject: id,
    on: '2025-02-01',
    values: { kind: '1', certificateNumber: `${idNumber}77` },
  })
  await sql`update ledger_entry set numbers = null where id = ${record.id}`.execute(
    privacy.house.office.connection.db,
  )
  expect(await entries(`${idNumber}77`)).toEqual([])
  await privacy
    .beats()
    .find(({ name }) => name === 'entry-numbers')!
    .run()
  expect(await entries(`${idNumber}77`)).toEqual([record.id])
})
