import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { readWorkbook } from '../src/documents/xlsx/index.ts'
import type { ImportView } from '../src/modules/ledgers/contract.ts'
import type { RecordView } from '../src/platform/contract/records.ts'
import type { Api } from './api.ts'
import { dropFile } from './drop-file.ts'
import { disabilityWorkbook, type Line } from './hand-made-workbook.ts'
import { nextIdNumber, register } from './people.ts'
import { test } from './story.ts'

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const disabled = '/api/records/disability?limit=1'

const choose = (page: Page, name: string, buffer: Buffer) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: spreadsheet, buffer })

/** Lets the page see the import in this state, however quick the server is, until the answer is called. */
const keepSeeing = async (page: Page, state: ImportView['state']) => {
  const address = /\/api\/imports\/[\w-]+$/
  await page.route(address, async (route) => {
    const response = await route.fetch()
    const view = (await response.json()) as ImportView
    await route.fulfill({ response, json: { ...view, state } })
  })
  return () => page.unroute(address)
}

const preview = (page: Page) => page.getByRole('region', { name: '导入以后' })
const count = (page: Page, title: string) =>
  page.getByRole('button', { name: new RegExp(`^${title} .*查看含义`) })

const hits = async (api: Api, idNumber: string) =>
  (await api.get<{ persons: RecordView[] }>(`/api/search?q=${idNumber}`)).persons.length

test('a sheet made by somebody else is understood, its faults are named, the rest comes in once', async ({
  open,
  api,
}) => {
  const clerk = api('shegong')
  const known = await register(clerk, '费先在')
  const [first, second, wrong, noDay, noLevel] = [1, 2, 3, 4, 5].map(() => nextIdNumber()) as [
    string,
    string,
    string,
    string,
    string,
  ]
  const check = wrong.endsWith('1') ? '2' : '1'
  const lines: Line[] = [
    { name: '费新一', idNumber: first, mobile: '13800001111', onset: '2019.5.6' },
    { name: '费新二', idNumber: second, kind: '听力', level: '三级' },
    { name: '费先在', idNumber: known.idNumber },
    { name: '费错号', idNumber: wrong.slice(0, 17) + check },
    { name: '费错日', idNumber: noDay, onset: '2023.2.30' },
    { name: '费错级', idNumber: noLevel, level: '九级' },
    { name: '费舍入', idNumber: { number: 1.10105e17 } },
  ]
  const file = disabilityWorkbook(lines)
  const before = (await clerk.get<{ total: number }>(disabled)).total

  const page = await open('shegong')
  await page.goto('/')
  await page.getByRole('heading', { name: '工作台', level: 1 }).waitFor()
  const letBeRead = await keepSeeing(page, 'reading')
  await dropFile(page, '和平社区摸底表.xlsx', file)
  const dialog = page.getByRole('dialog', { name: '“和平社区摸底表.xlsx”是什么？' })
  await dialog.getByRole('button', { name: /^导入台账.*表里已有 7 行内容/ }).click()
  await page.getByRole('progressbar').waitFor()
  await letBeRead()
  await preview(page).waitFor()
  const id = new URL(page.url()).pathname.split('/').at(-1)
  const view = await clerk.get<ImportView>(`/api/imports/${id}`)
  expect(view.counts).toEqual({ rows: 7, add: 3, change: 0, same: 0, newPersons: 2, faulty: 4 })
  for (const [title, number] of [
    ['将新增', '3'],
    ['新登记居民', '2'],
    ['有错误', '4'],
  ] as const) {
    expect(await count(page, title).textContent()).toBe(number)
  }
  await page.getByText('表头在第 3～4 行').waitFor()
  const mapping = page.getByRole('region', { name: '列的对应' })
  for (const [words, title] of [
    ['残疾人姓名', '姓名'],
    ['身份证号码', '公民身份号码'],
    ['联系方式', '手机号码'],
    ['残疾类型', '残疾类别'],
    ['残疾级别', '残疾等级'],
    ['网格', '网格'],
  ] as const) {
    const column = mapping.getByRole('listitem').filter({ hasText: words })
    expect(await column.textContent()).toContain(title)
    expect(await column.textContent()).toContain('已对应')
  }

  const faults = page.getByRole('table', { name: '有错误的格' })
  for (const [place, text, reason] of [
    ['第 8 行 C 列', wrong.slice(0, 17) + check, wrong.at(-1)],
    ['第 9 行 G 列', '2023.2.30', '没有30日'],
    ['第 10 行 F 列', '九级', '九级'],
    ['第 11 行 C 列', '11010500', '文本格式'],
  ] as const) {
    const fault = faults.getByRole('row').filter({ has: page.getByRole('rowheader', { name: place }) })
    expect(await fault.textContent()).toContain(text)
    expect(await fault.textContent()).toContain(reason)
  }

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载错误行' }).click(),
  ])
  const returned = await readWorkbook(await readFile(await download.path()))
  if (!returned.ok) throw new Error(returned.message)
  const texts =
    returned.value.sheets[0]?.rows.map(({ cells }) => cells.map(({ text }) => text).join(' ')) ?? []
  for (const name of ['费错号', '费错日', '费错级', '费舍入']) {
    expect(texts.filter((row) => row.includes(name))).toHaveLength(1)
  }
  expect(texts.join()).not.toContain('费新一')

  expect((await clerk.get<{ total: number }>(disabled)).total).toBe(before)
  const letBeImported = await keepSeeing(page, 'importing')
  await page.getByRole('button', { name: '导入其余 3 行' }).click()
  await page.getByRole('progressbar').waitFor()
  await letBeImported()
  await page.getByRole('status').filter({ hasText: '已导入到残疾人台账' }).waitFor()
  expect(await count(page, '已新增').textContent()).toBe('3')
  expect((await clerk.get<{ total: number }>(disabled)).total).toBe(before + 3)

  await page.getByRole('button', { name: '再导入一份' }).click()
  await choose(page, '和平社区摸底表.xlsx', file)
  await preview(page).waitFor()
  expect(await count(page, '没有变化').textContent()).toBe('3')
  expect(await count(page, '将新增').textContent()).toBe('0')
  expect(await count(page, '将更新').textContent()).toBe('0')
  expect(await page.getByRole('button', { name: /^导入其余/ }).count()).toBe(0)
  await page.getByRole('button', { name: '放弃这次导入' }).click()
  await page.getByText('这次导入已放弃').waitFor()
  expect((await clerk.get<{ total: number }>(disabled)).total).toBe(before + 3)
  for (const number of [first, second, known.idNumber]) expect(await hits(clerk, number)).toBe(1)
  for (const number of [wrong, noDay, noLevel]) expect(await hits(clerk, number)).toBe(0)
})

test('a column that was not recognised is mapped by hand and read again', async ({ open }) => {
  const file = disabilityWorkbook([{ name: '费手配', idNumber: nextIdNumber() }])
  const page = await open('shegong')
  await page.goto('/ledgers/import?ledger=disability')
  await choose(page, '手配.xlsx', file)
  await preview(page).waitFor()
  expect(await count(page, '将新增').textContent()).toBe('1')

  const level = page.getByRole('combobox', { name: /残疾级别.*对应到/ })
  await level.fill('不导入')
  await level.press('Enter')
  await page.getByRole('alert').filter({ hasText: '还没有对应必填的项目' }).waitFor()
  await page.getByRole('button', { name: '按新的对应重新核对' }).click()
  await expect.poll(() => count(page, '有错误').textContent()).toBe('1')
  await level.fill('残疾等级')
  await level.press('Enter')
  await page.getByRole('button', { name: '按新的对应重新核对' }).click()
  await expect.poll(() => count(page, '将新增').textContent()).toBe('1')
  await page.getByRole('button', { name: '放弃这次导入' }).click()
  await page.getByText('这次导入已放弃').waitFor()
})

test('what is no spreadsheet is refused with a sentence, and the ledger stays as it is', async ({ open }) => {
  const page = await open('shegong')
  await page.goto('/ledgers/import?ledger=disability')
  await choose(page, '其实不是.xlsx', Buffer.from('PK\u0003\u0004 nothing of a workbook in here'))
  await page.getByText('台账没有改动').waitFor()
  const told = await page.getByRole('alert').first().textContent()
  expect(told).toMatch(/[\u4e00-\u9fff]{6,}/)

  await page.getByRole('button', { name: '换一个文件' }).click()
  await choose(page, '照片.png', Buffer.from('not taken'))
  await page.getByText('不是这里要的文件').waitFor()
})
