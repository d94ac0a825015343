import { afterAll, beforeAll, expect, it } from 'vitest'
import { sex } from '../../../core/code/index.ts'
import { code, date, defineLedger, defineRecord, text } from '../../../core/definition/index.ts'
import { newId } from '../new-id.ts'
import { repositoryFor } from '../office.ts'
import { insertRecord } from '../repository/write.ts'
import { at, createTestOffice, type TestOffice } from '../testing/test-office.ts'
import { findConsequences } from './find-consequences.ts'

const person = defineRecord({
  name: 'person',
  title: '居民',
  unit: '人',
  table: 'person',
  fields: {
    name: { type: text({ max: 50 }), title: '姓名', required: true, search: ['name'] },
    sex: { type: code(sex), title: '性别' },
    birthDate: { type: date, title: '出生日期' },
  },
})
const elders = defineLedger({
  name: 'elders',
  title: '老年人台账',
  unit: '人',
  of: person,
  entry: { rule: 'person.age >= 60', message: '未满 60 周岁。' },
  fields: { note: { type: text({ max: 20 }), title: '备注', sensitive: 'health' } },
})

let house: TestOffice
beforeAll(async () => {
  house = await createTestOffice({
    records: new Map([['person', person]]),
    ledgers: new Map([['elders', elders]]),
    metrics: new Map(),
  })
})
afterAll(() => house.close())

it('names the entry that a death would end, and writes nothing', async () => {
  const clerk = await house.hire('clerk', at('north'))
  const repository = repositoryFor(house.office, clerk, {
    db: house.office.connection.db,
    command: newId(),
  })
  const values = { name: '赵奶奶', sex: '2', birthDate: '1940-01-01' }
  const subject = newId()
  const entry = newId()
  const place = { area: at('northFirst'), on: '2025-01-01' }
  await insertRecord(repository, person, { ...place, id: subject, values })
  await insertRecord(repository, elders, { ...place, id: entry, subject, values: { note: '血压高' } })
  const change = { of: 'person', id: subject, on: '2026-01-01', before: { values } }
  for (const round of [1, 2])
    expect(await findConsequences(repository, { ...change, after: 'died' }), `${round}`).toEqual([
      {
        kind: 'leave',
        cause: 'died',
        ledger: 'elders',
        ledgerTitle: '老年人台账',
        rule: '',
        reason: '已去世。',
        entry: { id: entry, version: 1 },
      },
    ])
})
