import { afterAll, beforeAll, expect, it } from 'vitest'
import { readWorkbook } from '../../documents/xlsx/index.ts'
import type { Action } from '../../platform/server/action/define-action.ts'
import type { Actor } from '../../platform/server/permission/actor.ts'
import { exportJob, exportRecords } from '../../platform/server/records/export-records.ts'
import { revealField } from '../../platform/server/records/reveal-field.ts'
import { at, type TestOffice } from '../../platform/server/testing/test-office.ts'
import { recordMatter } from './actions/record-matter.ts'
import { createMattersOffice } from './testing/matters-office.ts'

let house: TestOffice
let clerk: Actor
let id: string
const phone = '13800001111'

beforeAll(async () => {
  house = await createMattersOffice()
  clerk = await house.hire('clerk', at('north'))
  const said = { content: '楼道灯不亮。', category: 'light', channel: 'visit', reporterPhone: phone }
  const done = await house.run(clerk, recordMatter as unknown as Action, { area: at('northFirst'), ...said })
  id = (done as { id: string }).id
})
afterAll(() => house.close())

const code = (action: unknown, input: object) =>
  house.run(clerk, action as Action, input).then(
    () => 'done',
    (error: { code: string; message: string }) => `${error.code} ${error.message}`,
  )

it('gives no caller’s number to whoever exports matters or opens a field', async () => {
  const order = { definition: 'matter', purpose: '统计', fields: ['number', 'reporterPhone'] }
  expect(await code(exportRecords, { ...order, unmasked: true })).toMatch(/^right\.missing 诉求.*脱敏/)
  expect(
    await code(revealField, { definition: 'matter', id, field: 'reporterPhone', purpose: '看看' }),
  ).toMatch(/^right\.missing/)
  expect(await code(exportRecords, order)).toBe('done')
  const repository = house.repository(clerk)
  const make = exportJob(house.office)
  const { file } = await make(
    { id, input: { ...order, filter: {}, unmasked: false } },
    repository,
    async () => {},
  )
  const book = await readWorkbook((await house.office.files.get(repository, file!)).bytes)
  const text = JSON.stringify(book)
  expect(text).toContain('138****1111')
  expect(text).not.toContain(phone)
})
