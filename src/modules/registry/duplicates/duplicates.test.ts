import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeIdNumber } from '../../../core/identity/index.ts'
import type { Actor } from '../../../platform/server/permission/actor.ts'
import { at } from '../../../platform/server/testing/test-office.ts'
import { householdServer } from '../household-server.ts'
import { openRegistryHouse, type RegistryHouse } from '../testing/registry-house.ts'
import { findDuplicatesJob } from './find-duplicates.ts'
import { readDuplicates, readLikelySame } from './read-duplicates.ts'

let registry: RegistryHouse
beforeAll(async () => {
  registry = await openRegistryHouse(householdServer([]))
}, 60_000)
afterAll(() => registry.close())

const settle = async (values: object, area: 'northFirst' | 'southFirst' = 'northFirst', household?: string) =>
  registry.act('moveIn', {
    on: '2025-01-01',
    area: at(area),
    household,
    relation: household ? '97' : undefined,
    values: { sex: '1', birthDate: '1970-01-01', ...values },
  })

const find = async (actor: Actor = registry.clerk) => {
  await findDuplicatesJob({ id: '', input: {} }, registry.house.repository(actor), async () => undefined)
  const { pairs } = await readDuplicates(registry.house.repository(actor), { limit: 50 })
  return pairs.map(({ a, b, reasons }) => ({
    names: [a.display.name, b.display.name].sort(),
    ids: [a.id, b.id],
    reasons,
  }))
}

it('proposes people by name or its reading, birth date, telephone and home, each with its reasons, and never by one sign alone', async () => {
  await settle({ name: '张伟', birthDate: '1960-05-05' })
  await settle({ name: '张伟', birthDate: '1960-05-05' })
  await settle({ name: '李晓明', birthDate: '1971-05-05', mobile: '13900000001' })
  await settle({ name: '李小明', birthDate: '1971-05-06', mobile: '13900000001' })
  const home = await settle({ name: '王芳', birthDate: '1980-01-01', sex: '2' })
  await settle({ name: '王芳', birthDate: '1981-01-01', sex: '2' }, 'northFirst', home.household!)
  await settle({ name: '赵同号', birthDate: '1950-01-01', mobile: '13900000009' })
  await settle({ name: '钱同号', birthDate: '1990-02-02', mobile: '13900000009' })
  await settle({ name: '孙同名', birthDate: '1950-01-01' })
  await settle({ name: '孙同名', birthDate: '1990-02-02' })

  const found = await find()
  expect(found.map(({ names }) => names)).toEqual([
    ['张伟', '张伟'],
    ['李小明', '李晓明'],
    ['王芳', '王芳'],
  ])
  expect(found[0]?.reasons).toEqual(['姓名相同', '出生日期相同'])
  expect(found[1]?.reasons).toEqual(['姓名读音相同', '手机号码相同'])
  expect(found[2]?.reasons).toEqual(['姓名相同', '住在同一套房屋或同一户'])
})

it('finds one who bore the number of another, with what differs said too', async () => {
  const [old, fresh] = [2, 4].map((sequence) => makeIdNumber('990101', '1955-05-05', sequence))
  const born = { sex: '2', birthDate: '1955-05-05' }
  const first = await settle({ ...born, name: '吴旧号', idNumber: old })
  await registry.act('changeIdNumber', {
    on: '2025-02-01',
    person: first.person,
    idNumber: fresh,
    mode: 'change',
  })
  await settle({ ...born, name: '伍新好', idNumber: old })
  const pair = (await find()).find(({ names }) => names.includes('吴旧号'))
  expect(pair?.reasons).toEqual(['一方曾用的身份证号与另一方相同', '出生日期相同'])
})

it('remembers that two people are two, until that is taken back', async () => {
  const [zhang] = (await find()).filter(({ names }) => names[0] === '张伟')
  const [a, b] = zhang!.ids as [string, string]
  const apart = await registry.act('keepApart', { a, b })
  expect((await find()).map(({ ids }) => ids)).not.toContainEqual([a, b])
  expect((await readLikelySame(registry.house.repository(registry.clerk), a)).likely).toEqual([])
  await registry.act('undoChange', { change: apart.change })
  expect((await find()).map(({ ids }) => ids)).toContainEqual([a, b])
})

it('proposes a pair only to those in whose area both lie', async () => {
  const one = await settle({ name: '周两地', birthDate: '1966-06-06' }, 'northFirst')
  await settle({ name: '周两地', birthDate: '1966-06-06' }, 'southFirst')
  const north = await registry.house.hire('clerk', at('north'))
  expect((await find(north)).filter(({ names }) => names[0] === '周两地')).toEqual([])
  expect((await readLikelySame(registry.house.repository(north), one.person!)).likely).toEqual([])
  expect((await find()).filter(({ names }) => names[0] === '周两地')).toHaveLength(1)
})

it('shows each pair on one page and only there, the likeliest first', async () => {
  await find()
  const repository = registry.house.repository(registry.clerk)
  const seen: string[] = []
  const scores: number[] = []
  let cursor: string | undefined
  do {
    const page = await readDuplicates(repository, { cursor, limit: 1 })
    for (const { a, b, score } of page.pairs) {
      seen.push(`${a.id} ${b.id}`)
      scores.push(score)
    }
    cursor = page.next ?? undefined
  } while (cursor)
  const all = await readDuplicates(repository, { limit: 50 })
  expect(seen).toEqual(all.pairs.map(({ a, b }) => `${a.id} ${b.id}`))
  expect(scores).toEqual(scores.toSorted((x, y) => y - x))
  expect(seen.length).toBeGreaterThan(1)
})
