import { afterAll, beforeAll, expect, it } from 'vitest'
import { readWorkbook } from '../../documents/xlsx/index.ts'
import { newId } from '../../platform/server/new-id.ts'
import { repositoryFor } from '../../platform/server/office.ts'
import { insertRecord } from '../../platform/server/repository/write.ts'
import { at } from '../../platform/server/testing/test-office.ts'
import { organisation, person, personRelation } from '../registry/index.ts'
import { blankForm, type FormDesk, openFormDesk } from './testing/form-desk.ts'

let desk: FormDesk
beforeAll(async () => {
  desk = await openFormDesk()
  const within = repositoryFor(desk.office, desk.clerk, { command: newId() })
  const enter = async (definition: typeof person, values: object, area = at('northFirst')) => {
    const row = { id: newId(), area, on: '2026-01-01', values: { ...values } }
    await insertRecord(within, definition, row)
    return row.id
  }
  const child = (name: string) => enter(person, { name, sex: '1', birthDate: '2018-01-02' })
  const grandmother = await enter(
    person,
    { name: '周祖母', sex: '2', birthDate: '1955-01-02', mobile: '15400000001' },
    at('northSecond'),
  )
  const guard = (of: string, values: object) =>
    enter(personRelation, { person: of, kind: '1', relation: '62', ...values })
  await guard(await child('周一一'), { relative: grandmother })
  await guard(await child('周二二'), { name: '远方舅舅', phone: '15400000002', relation: '85' })
  await child('周三三')
  await enter(organisation, {
    name: '好码公司',
    kind: '3',
    creditCode: '91350100M000100Y43',
    legalRepresentative: '何法人',
    legalRepresentativePhone: '15400000003',
  })
})
afterAll(() => desk.house.close())

/** Fills a blank form with these headers in clear, and answers its rows below the header. */
const fill = async (
  title: string,
  headers: readonly string[],
  rows: { definition: string; where: string },
) => {
  const file = await desk.put(desk.clerk, `${title}.xlsx`, await blankForm(headers, title))
  const { request } = await desk.run<{ request: string }>(desk.clerk, 'openFormRequest', { file })
  const proposed = (await desk.view(desk.clerk, request)).sheets[0]!.rows
  const sheets = [{ name: 'Sheet1', rows }]
  const { version } = await desk.run<{ version: number }>(desk.clerk, 'confirmForm', {
    id: request,
    version: 1,
    sheets,
  })
  const order = { id: request, version, unmasked: true, purpose: '上报' }
  await desk.run(desk.clerk, 'fillFormRequest', order)
  await desk.work()
  const { fills } = await desk.view(desk.clerk, request)
  const read = await readWorkbook(await desk.bytesOf(desk.clerk, fills[0]!.file!))
  if (!read.ok) throw new Error(read.message)
  const sheet = read.value.sheets[0]!
  const header = sheet.rows.find(({ cells }) => cells.some(({ text }) => text === headers[0]))!
  const filled = sheet.rows
    .filter(({ number }) => number > header.number)
    .map(({ cells }) =>
      header.cells.map(({ column }) => cells.find((cell) => cell.column === column)?.text ?? ''),
    )
    .filter((texts) => texts.some((text) => text !== ''))
  return { proposed, filled }
}

it('answers who guards a child, whether registered here or told by name, once a child', async () => {
  const { filled } = await fill('儿童监护情况登记表', ['姓名', '监护人姓名', '与监护人关系', '监护人电话'], {
    definition: 'person',
    where: 'age < 14',
  })
  expect(filled.sort()).toEqual([
    ['周一一', '周祖母', '祖母', '15400000001'],
    ['周三三', '', '', ''],
    ['周二二', '远方舅舅', '舅父', '15400000002'],
  ])
})

it('proposes the organisations for a form that asks for them, and fills it from the registry', async () => {
  const { proposed, filled } = await fill(
    '辖区企业基本情况统计表',
    ['单位名称', '统一社会信用代码', '法定代表人', '法定代表人电话'],
    { definition: 'organisation', where: '' },
  )
  expect(proposed).toMatchObject({ definition: 'organisation' })
  expect(filled).toEqual([['好码公司', '91350100M000100Y43', '何法人', '15400000003']])
})
