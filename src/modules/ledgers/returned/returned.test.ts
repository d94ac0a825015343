import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { readWorkbook, writeTable } from '../../../documents/xlsx/index.ts'
import { newId } from '../../../platform/server/new-id.ts'
import { repositoryFor } from '../../../platform/server/office.ts'
import type { Actor } from '../../../platform/server/permission/actor.ts'
import { exportJob, exportRecords } from '../../../platform/server/records/export-records.ts'
import { tokenHeader } from '../../../platform/server/records/row-token.ts'
import { getRecord } from '../../../platform/server/repository/find.ts'
import { countRows } from '../../../platform/server/repository/list.ts'
import { insertRecord } from '../../../platform/server/repository/write.ts'
import { at, createTestOffice, type TestOffice } from '../../../platform/server/testing/test-office.ts'
import { person, registryRecords } from '../../registry/index.ts'
import { addEntry } from '../actions/add-entry.ts'
import { editEntry } from '../actions/edit-entry.ts'
import { endEntry } from '../actions/end-entry.ts'
import { builtInLedgers, disability } from '../definition.ts'
import { returnedActions } from './index.ts'

const [compareFile, acceptFile] = returnedActions as [
  (typeof returnedActions)[0],
  (typeof returnedActions)[0],
]

let house: TestOffice
let clerk: Actor
let elsewhere: Actor
const entries = new Map<string, string>()
beforeAll(async () => {
  house = await createTestOffice({
    records: new Map(registryRecords.map((record) => [record.name, record])),
    ledgers: new Map(builtInLedgers.map((ledger) => [ledger.name, ledger])),
    metrics: new Map(),
  })
  clerk = await house.hire('clerk', at('north'))
  elsewhere = await house.hire('clerk', at('south'))
})
afterAll(() => house.close())
beforeEach(async () => {
  for (const table of ['person', 'person_past', 'ledger_entry', 'ledger_entry_past'])
    await house.office.connection.db.deleteFrom(table).execute()
  for (const name of ['赵甲', '钱乙', '孙丙', '李丁']) await enter(name)
})

const enter = async (name: string) => {
  const write = repositoryFor(house.office, clerk, { db: house.office.connection.db, command: newId() })
  const id = newId()
  const values = { name, sex: '2', birthDate: '1970-01-01' }
  await insertRecord(write, person, { id, area: at('northFirst'), on: '2020-01-01', values })
  const { record } = (await house.run(clerk, addEntry, {
    ledger: 'disability',
    subject: id,
    on: '2025-01-01',
    values: { kind: '4', level: '3', certificateNumber: `9901${name}` },
  })) as { record: { id: string } }
  entries.set(name, record.id)
}
const edit = (name: string, values: object) =>
  house.run(clerk, editEntry, {
    ledger: 'disability',
    id: entries.get(name),
    version: 1,
    mode: 'change',
    on: '2025-03-01',
    values,
  })

type Rows = { texts: string[][]; at: (name: string, title: string) => (text: string) => void }

/** Exports the ledger with row numbers and opens the file as a person would. */
const takeAway = async (): Promise<Rows> => {
  const order = {
    definition: 'disability',
    filter: {},
    unmasked: false,
    numbered: true,
    purpose: '线下核对',
  }
  await house.run(clerk, exportRecords, order)
  const repository = repositoryFor(house.office, clerk)
  const done = await exportJob(house.office)(
    { id: newId(), input: order } as never,
    repository,
    async () => undefined,
  )
  const { bytes } = await house.office.files.get(repository, done!.file!)
  const book = await readWorkbook(bytes, { fileName: 'x.xlsx' })
  if (!book.ok) throw new Error(book.message)
  const { rows } = book.value.sheets.find(({ hidden }) => !hidden)!
  const header = rows.find(({ cells }) => cells.some(({ text }) => text === tokenHeader))!
  const width = header.cells.at(-1)!.column
  const texts = rows
    .filter(({ number }) => number >= header.number)
    .map(({ cells }) =>
      Array.from({ length: width }, (_, i) => cells.find(({ column }) => column === i + 1)?.text ?? ''),
    )
    .filter((row, index) => index === 0 || row.at(-1) !== '')
  return {
    texts,
    at: (name, title) => (text) => {
      texts.find((row) => row.includes(name))![texts[0]!.indexOf(title)] = text
    },
  }
}
const bringBack = async ({ texts }: Rows): Promise<string> => {
  const bytes = await writeTable({
    columns: texts[0]!.map((header) => ({ header, format: 'text' as const })),
    rows: texts.slice(1),
  })
  const repository = repositoryFor(house.office, clerk)
  return (await house.office.files.put(repository, { name: '改过.xlsx', type: '', bytes })).id
}
interface View {
  counts: Record<string, number>
  rows: {
    kind: string
    name: string
    faults: string[]
    notes: string[]
    fields: { title: string; outcome: string }[]
  }[]
}
const compare = async (file: string): Promise<View> =>
  house.run(clerk, compareFile, { ledger: 'disability', file }) as never
const accept = (file: string, choices: object = {}) =>
  house.run(clerk, acceptFile, { ledger: 'disability', file, on: '2025-06-01', choices })
const levelOf = async (name: string) =>
  (await getRecord(repositoryFor(house.office, clerk), disability, entries.get(name)!)).values.level

it('a file brought back as it went changes nothing, masked values and all', async () => {
  const view = await compare(await bringBack(await takeAway()))
  expect(view.counts).toMatchObject({ rows: 4, same: 4 })
  expect(view.rows).toEqual([])
})

it('takes what the file changed, keeps what we changed, and asks where both did', async () => {
  const rows = await takeAway()
  rows.at('赵甲', '残疾等级')('一级')
  rows.at('钱乙', '残疾等级')('一级')
  await edit('钱乙', { level: '2' })
  await edit('孙丙', { level: '4' })
  const file = await bringBack(rows)
  const view = await compare(file)
  expect(view.counts).toMatchObject({ same: 2, change: 1, conflict: 1 })
  expect(view.rows.map(({ name, kind }) => [name, kind])).toEqual([
    ['赵甲', 'change'],
    ['钱乙', 'conflict'],
  ])

  expect(await accept(file)).toEqual({ written: 1, skipped: 0, undecided: 1, faulty: 0 })
  expect([await levelOf('赵甲'), await levelOf('钱乙'), await levelOf('孙丙')]).toEqual(['1', '2', '4'])
  expect(await accept(file, { [entries.get('钱乙')!]: 'theirs' })).toMatchObject({ written: 1, undecided: 0 })
  expect(await levelOf('钱乙')).toBe('1')
  // What was accepted is now the same on both sides: nothing is done twice.
  expect(await accept(file)).toEqual({ written: 0, skipped: 0, undecided: 0, faulty: 0 })
})

it('keeps nowhere in clear what a file says of a sealed field, and compares anew when asked again', async () => {
  const file = await takeAway()
  file.at('赵甲', '残疾人证号')('34052419800101123442')
  const input = { ledger: 'disability', file: await bringBack(file) }
  const view = await house.run(clerk, compareFile, input, 'the same key')
  expect(JSON.stringify(view)).toContain('34052419800101123442')
  const { rows } = await sql`select from command where answer::text like '%34052419800101123442%'`.execute(
    house.office.connection.db,
  )
  expect(rows).toEqual([])
  expect(await house.run(clerk, compareFile, input, 'the same key')).toEqual(view)
})

it('tells every row that cannot be taken, each once and why', async () => {
  const rows = await takeAway()
  rows.at('赵甲', '残疾等级')('九级')
  rows.at('钱乙', '残疾等级')('')
  rows.at('孙丙', '姓名')('孙大丙')
  const copy = [...rows.texts.find((row) => row.includes('李丁'))!]
  const added = copy.map((text, index) => (index === copy.length - 1 ? '' : text))
  const forged = copy.map((text, index) => (index === copy.length - 1 ? text.replace(/.$/, 'x') : text))
  rows.texts.push(copy, added, forged)
  const file = await bringBack(rows)
  const view = await compare(file)
  expect(view.counts).toMatchObject({ rows: 7, faulty: 2, repeated: 1, added: 1, unknown: 1, same: 2 })
  expect(view.rows.find(({ name }) => name === '孙大丙')?.notes[0]).toMatch(/姓名.*不在这里改/)
  expect(view.rows.find(({ name }) => name === '钱乙')?.faults).toEqual(['请填写残疾等级。'])
  expect(await accept(file)).toEqual({ written: 0, skipped: 0, undecided: 0, faulty: 2 })
  expect(await countRows(repositoryFor(house.office, clerk), disability, { limit: 0 })).toBe(4)
})

it('an entry that was ended in the meantime is told, not brought back to life', async () => {
  const rows = await takeAway()
  rows.at('赵甲', '残疾等级')('一级')
  await house.run(clerk, endEntry, {
    ledger: 'disability',
    id: entries.get('赵甲'),
    version: 1,
    on: '2025-03-01',
    cause: 'moved',
  })
  const file = await bringBack(rows)
  expect((await compare(file)).counts).toMatchObject({ gone: 1, same: 3 })
  expect(await accept(file)).toMatchObject({ written: 0 })
})

it('refuses a file without row numbers, and somebody else’s file', async () => {
  const rows = await takeAway()
  const bare: Rows = { ...rows, texts: rows.texts.map((row) => row.slice(0, -1)) }
  await expect(compare(await bringBack(bare))).rejects.toMatchObject({ code: 'file.unreadable' })
  const file = await bringBack(rows)
  await expect(house.run(elsewhere, compareFile, { ledger: 'disability', file })).rejects.toMatchObject({
    code: 'file.not_found',
  })
})
