import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readWorkbook } from '../../documents/xlsx/index.ts'
import { runAction } from '../../platform/server/action/run-action.ts'
import { newId } from '../../platform/server/new-id.ts'
import { exportJob, exportRecords } from '../../platform/server/records/export-records.ts'
import { type ImportDesk, lineOf, nextId, openImportDesk } from './testing/import-desk.ts'

let desk: ImportDesk
const people = 4100
beforeAll(async () => {
  desk = await openImportDesk()
  await desk.importAll(
    Array.from({ length: people }, (_, index) =>
      lineOf(`孔${index}`, nextId(`19${50 + (index % 10)}-02-0${1 + (index % 9)}`)),
    ),
  )
})
afterAll(() => desk.house.close())

const order = (more: object = {}) =>
  runAction(
    desk.house.office,
    desk.clerk,
    exportRecords,
    { definition: 'disability', purpose: '核对', ...more },
    randomUUID(),
  )

const rowsOf = async (more: object) => {
  const repository = desk.repository(desk.clerk)
  const input = { definition: 'disability', filter: {}, purpose: '核对', unmasked: false, ...more }
  const told: number[] = []
  const { file } = await exportJob(desk.house.office)(
    { id: newId(), input },
    repository,
    async ({ done }) => {
      told.push(done)
    },
  )
  const { bytes } = await desk.house.office.files.get(repository, file!)
  const book = await readWorkbook(bytes)
  if (!book.ok) throw new Error(book.message)
  return { rows: book.value.sheets[0]!.rows.map(({ cells }) => cells.map(({ text }) => text)), told }
}

describe('exporting', () => {
  test('every row once, in the order asked for, masked; progress is told', async () => {
    const { rows, told } = await rowsOf({ sort: '-person.birthDate' })
    const [title, scope, header] = rows
    expect(title).toEqual(['残疾人台账'])
    expect(scope![0]).toContain(`共 ${people} 人`)
    const body = rows.slice(3, -1)
    expect(body).toHaveLength(people)
    expect(new Set(body.map((row) => row[header!.indexOf('姓名')])).size).toBe(people)
    const births = body.map((row) => row[header!.indexOf('出生日期')]!)
    expect(births).toEqual([...births].sort().reverse())
    for (const row of body.slice(0, 20))
      expect(row[header!.indexOf('公民身份号码')]).toMatch(/^990\d{3}\*{8}\d{3}[\dX]$/)
    expect(told).toEqual([2000, 4000, people])
  })

  test('a field or an order that there is not is refused before anything is made', async () => {
    await expect(order({ fields: ['kind', 'shoeSize'] })).rejects.toMatchObject({
      code: 'field.invalid',
      message: '残疾人台账没有「shoeSize」这一项。',
    })
    await expect(order({ sort: 'shoeSize' })).rejects.toMatchObject({ code: 'request.invalid' })
    await expect(order({ filter: { shoeSize: '42' } })).rejects.toMatchObject({ code: 'request.invalid' })
  })
})
