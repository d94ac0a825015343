import { makeIdNumber } from '../../../core/identity/index.ts'
import { type TableValue, writeTable } from '../../../documents/xlsx/index.ts'
import { repositoryFor } from '../../../platform/server/office.ts'
import type { Actor } from '../../../platform/server/permission/actor.ts'
import { findRow } from '../../../platform/server/repository/find.ts'
import { valuesOf } from '../../../platform/server/repository/write.ts'
import { at } from '../../../platform/server/testing/test-office.ts'
import { person } from '../../registry/index.ts'
import { disability } from '../definition.ts'
import { openImportOffice } from './import-office.ts'

let sequence = 1
/** A new ID number that is nobody's. */
export const nextId = (birthDate = '1956-03-08', isMale = true): string => {
  sequence += 2
  const region = String(990101 + Math.floor(sequence / 998))
  return makeIdNumber(region, birthDate, isMale ? sequence % 998 : (sequence % 998) + 1)
}

export type Line = TableValue[]

/** The columns of {@link lineOf}. */
export const headers = '序号 姓名 性别 身份证号 残疾类别 残疾等级 联系电话 所属网格'.split(' ')

/** A row of a list of disabled people. */
export const lineOf = (
  name: string,
  idNumber: string,
  more: { sex?: string; kind?: string; level?: string; mobile?: string; grid?: string } = {},
): Line => [
  '1',
  name,
  more.sex ?? '男',
  idNumber,
  more.kind ?? '肢体残疾',
  more.level ?? '二级',
  more.mobile ?? null,
  more.grid ?? '第一网格',
]

/** A file with two lines of title, its header in row 3 and what follows it. */
export const book = (
  rows: Line[],
  columns: (string | string[])[] = headers,
  title = '2026年残疾人登记表',
): Promise<Uint8Array> =>
  writeTable({
    title,
    subtitles: ['填报单位：城北社区'],
    columns: columns.map((header) => ({ header })),
    rows,
  })

export const messagesOf = (view: { faults: { message: string }[] }): string[] =>
  view.faults.map(({ message }) => message)

/** Two clerks of different communities and an officer above them, with what they do to a file. */
export const openImportDesk = async () => {
  const house = await openImportOffice()
  const clerk = await house.hire('clerk', at('north'), '小王')
  const other = await house.hire('clerk', at('south'), '小李')
  const officer = await house.hire('officer', at('subdistrict'), '老赵')
  const { pool } = house.office.connection

  const preview = async (bytes: Uint8Array, actor = clerk, more: object = {}, name = '残疾人.xlsx') => {
    const file = await house.put(actor, name, bytes)
    const { import: id } = (await house.run(actor, 'startImport', { file, ...more })) as { import: string }
    await house.work().catch(() => undefined)
    return await house.view(actor, id)
  }
  const confirm = async (id: string, actor = clerk, on = '2026-11-01') => {
    await house.run(actor, 'confirmImport', { id, on })
    await house.work()
    return await house.view(actor, id)
  }
  const repository = (actor: Actor) => repositoryFor(house.office, actor)

  return {
    house,
    clerk,
    other,
    officer,
    preview,
    confirm,
    repository,
    importAll: async (rows: Line[]) => confirm((await preview(await book(rows))).id),
    /** How many rows each table has. */
    async countTables() {
      const counts: Record<string, number> = {}
      for (const table of ['person', 'person_past', 'ledger_entry', 'ledger_entry_past'])
        counts[table] = (await pool.query(`select count(*) as n from ${table}`)).rows[0].n
      return counts
    },
    /** The entry of somebody in the list of disabled people, with its person. */
    async entryOf(name: string) {
      const { rows } = await pool.query(
        `select e.id, p.id as person from ledger_entry e join person p on p.id = e.subject where p.name = $1`,
        [name],
      )
      const { row, subject } = (await findRow(repository(officer), disability, rows[0].id))!
      return {
        id: rows[0].id as string,
        person: rows[0].person as string,
        row,
        values: valuesOf(repository(officer), disability, row),
        subject: valuesOf(repository(officer), person, subject!),
      }
    },
  }
}

export type ImportDesk = Awaited<ReturnType<typeof openImportDesk>>
