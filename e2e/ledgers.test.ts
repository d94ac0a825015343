import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { readWorkbook } from '../src/documents/xlsx/index.ts'
import { builtInLedgers } from '../src/modules/ledgers/index.ts'
import type { RecordView } from '../src/platform/contract/records.ts'
import { takeMadeFile } from './made-file.ts'
import { enter, register } from './people.ts'
import { test } from './story.ts'

type List = { rows: RecordView[]; total: number }

const rowsOf = (page: Page, ledger: string) => page.getByRole('table', { name: ledger }).locator('tbody tr')

const firstCells = (page: Page, ledger: string) =>
  rowsOf(page, ledger).locator('td:first-child').allTextContents()

/** What the list says it has. */
const total = async (page: Page): Promise<number> =>
  Number((await page.getByRole('button', { name: /^共 .*查看出处/ }).textContent())?.replaceAll(',', ''))

const untilTotal = async (page: Page, expected: number) =>
  page.getByRole('button', { name: new RegExp(`^共 ${expected.toLocaleString('en')} `) }).waitFor()

test('every ledger stands in the catalogue with its count', async ({ open, api }) => {
  type Line = { title: string; count: number; own: boolean }
  const catalogue = await api('shegong').get<{ ledgers: Line[] }>('/api/ledgers')
  // Other stories define ledgers of the office's own.
  const ledgers = catalogue.ledgers.filter(({ own }) => !own)
  expect(ledgers.map(({ title }) => title)).toEqual(builtInLedgers.map(({ title }) => title))
  expect(ledgers).toHaveLength(14)
  const page = await open('shegong')
  await page.goto('/ledgers')
  for (const { title, count } of ledgers) {
    const number = count.toLocaleString('en')
    await page.getByRole('button', { name: new RegExp(`^${title} ${number} `) }).waitFor()
  }
  await page.getByRole('link', { name: '残疾人台账', exact: true }).click()
  await page.getByRole('heading', { name: '残疾人台账', level: 1 }).waitFor()
})

test('a list is filtered and sorted, and its address brings both back', async ({ open, api }) => {
  const filtered = await api('shegong').get<List>('/api/records/disability?kind=4&sort=-person.name')
  const names = filtered.rows.map(({ subject }) => subject?.display.name)
  const page = await open('shegong')
  await page.goto('/ledgers/disability')
  await rowsOf(page, '残疾人台账').first().waitFor()
  const all = await total(page)

  await page.getByRole('button', { name: '筛选' }).click()
  await page.getByRole('group', { name: '残疾类别' }).getByLabel('肢体残疾').check()
  await untilTotal(page, filtered.total)
  expect(filtered.total).toBeLessThan(all)
  await page.getByRole('list', { name: '正在使用的筛选' }).getByText('残疾类别为肢体残疾').waitFor()
  expect(new URL(page.url()).searchParams.get('kind')).toBe('4')

  await page.getByRole('button', { name: '姓名' }).click()
  await page.getByRole('columnheader', { name: '姓名' }).and(page.locator('[aria-sort=ascending]')).waitFor()
  await page.getByRole('button', { name: '姓名' }).click()
  await page.getByRole('columnheader', { name: '姓名' }).and(page.locator('[aria-sort=descending]')).waitFor()
  await expect.poll(() => firstCells(page, '残疾人台账')).toEqual(names)

  const again = await open('shegong')
  await again.goto(page.url())
  await untilTotal(again, filtered.total)
  expect(await firstCells(again, '残疾人台账')).toEqual(names)
  await again.getByRole('button', { name: '残疾类别为肢体残疾' }).click()
  await untilTotal(again, all)
})

test('a past day shows that day under a band, and nothing can be edited', async ({ open, api }) => {
  const past = await api('shegong').get<List>('/api/records/elderCare?asOf=2025-06-30&limit=1')
  const page = await open('shegong')
  await page.goto('/ledgers/elderCare')
  await page.getByRole('button', { name: '登记', exact: true }).waitFor()
  await page.getByRole('button', { name: '看哪一天的情况' }).click()
  const day = page.getByRole('dialog', { name: '看哪一天的情况' }).getByRole('textbox', { name: '日期' })
  await day.fill('20250630')
  await day.press('Enter')
  await page.getByRole('status').filter({ hasText: '正在查看 2025年6月30日' }).waitFor()
  await untilTotal(page, past.total)
  expect(new URL(page.url()).searchParams.get('asOf')).toBe('2025-06-30')
  expect(await page.getByRole('button', { name: '登记', exact: true }).count()).toBe(0)

  await rowsOf(page, '老年人台账').first().getByRole('link').click()
  const detail = page.getByRole('complementary', { name: '老年人台账详情' })
  await detail.getByRole('heading', { name: '变更历史' }).waitFor()
  expect(await detail.getByRole('button', { name: '修改' }).count()).toBe(0)

  await page.getByRole('link', { name: '工作台' }).click()
  await page.getByRole('status').filter({ hasText: '正在查看 2025年6月30日' }).waitFor()
  await page.getByRole('button', { name: '回到今天' }).click()
  await page.getByRole('status').filter({ hasText: '正在查看' }).waitFor({ state: 'detached' })
})

test('an entry is changed from today on, its history tells it, and undo takes it back', async ({
  open,
  api,
}) => {
  const clerk = api('shegong')
  const { person } = await register(clerk, '段改一')
  const entry = await enter(clerk, 'disability', person.id, { kind: '4', level: '3' })
  const page = await open('shegong')
  await page.goto(`/ledgers/disability?q=${encodeURIComponent('段改一')}`)
  await rowsOf(page, '残疾人台账').getByRole('link', { name: '段改一' }).click()
  const detail = page.getByRole('complementary', { name: '残疾人台账详情' })
  await detail.getByRole('button', { name: '修改' }).click()
  await detail.getByRole('radio', { name: '一级' }).check()
  await detail.getByLabel('说明').fill('重新评定')
  await detail.getByRole('button', { name: '保存' }).click()

  // Whoever points at the notice keeps it.
  await page.getByText('已保存。').hover()
  const history = detail.getByRole('listitem').filter({ hasText: '变更残疾人台账' })
  await history.waitFor()
  expect(await history.textContent()).toContain('残疾等级')
  expect(await history.textContent()).toContain('说明：重新评定')
  const stored = await clerk.get<RecordView>(`/api/records/disability/${entry.id}`)
  expect(stored).toMatchObject({ version: 2, values: { level: '1' } })
  const before = await clerk.get<RecordView>(`/api/records/disability/${entry.id}?asOf=2025-03-02`)
  expect(before).toMatchObject({ version: 1, values: { level: '3' } })

  await page.getByRole('button', { name: '撤销' }).click()
  await detail.getByRole('listitem').filter({ hasText: '恢复残疾人台账' }).waitFor()
  expect(await clerk.get(`/api/records/disability/${entry.id}`)).toMatchObject({ values: { level: '3' } })
})

test('somebody else was faster: the stale change is refused and what was typed stays', async ({
  open,
  api,
}) => {
  const clerk = api('shegong')
  const { person } = await register(clerk, '段改二')
  const entry = await enter(clerk, 'disability', person.id, { kind: '4', level: '3' })
  const page = await open('shegong')
  await page.goto(`/ledgers/disability/${entry.id}`)
  await page.getByRole('button', { name: '修改' }).click()
  await page.getByRole('radio', { name: '一级' }).check()
  await page.getByLabel('说明').fill('不能丢的话')
  await api('shuji').act('editEntry', {
    ledger: 'disability',
    id: entry.id,
    version: 1,
    mode: 'change',
    on: '2025-05-01',
    values: { level: '2' },
  })
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('alert').first().waitFor()
  expect(await page.getByRole('radio', { name: '一级' }).isChecked()).toBe(true)
  expect(await page.getByLabel('说明').inputValue()).toBe('不能丢的话')
  expect(await clerk.get(`/api/records/disability/${entry.id}`)).toMatchObject({ values: { level: '2' } })
})

test('somebody is entered from the person page, and leaves the ledger for a cause', async ({ open, api }) => {
  const clerk = api('shegong')
  const { person } = await register(clerk, '段进出')
  const page = await open('shegong')
  await page.goto(`/registry/persons/${person.id}`)
  await page.getByRole('button', { name: '加入台账' }).click()
  await page.getByRole('link', { name: '残疾人台账' }).click()
  await page.getByRole('button', { name: /^(登记|保存)$/ }).waitFor()
  await page.getByLabel('残疾类别').fill('肢体')
  await page.getByLabel('残疾类别').press('Enter')
  await page.getByRole('radio', { name: '二级' }).check()
  await page.getByRole('button', { name: /^(登记|保存)$/ }).click()
  await page.getByText('段进出').first().waitFor()
  await expect
    .poll(
      async () => (await clerk.get<List>(`/api/records/disability?q=${encodeURIComponent('段进出')}`)).total,
    )
    .toBe(1)

  await page.goto(`/ledgers/disability?q=${encodeURIComponent('段进出')}`)
  await rowsOf(page, '残疾人台账').getByRole('link', { name: '段进出' }).click()
  const detail = page.getByRole('complementary', { name: '残疾人台账详情' })
  await detail.getByRole('button', { name: '移出台账' }).click()
  await detail.getByRole('radio', { name: '情况变化' }).check()
  await detail.getByRole('button', { name: '移出台账' }).click()
  await page.getByText('没有符合条件的记录').waitFor()
})

test('the list is exported to a workbook that holds what the list shows', async ({ open, api }) => {
  const list = await api('shegong').get<List>('/api/records/disability?kind=4&limit=200')
  const page = await open('shegong')
  await page.goto('/ledgers/disability?kind=4')
  await untilTotal(page, list.total)
  await page.getByRole('button', { name: '导出' }).click()
  const dialog = page.getByRole('dialog', { name: '导出残疾人台账' })
  await dialog.getByLabel('用途').fill('报区残联核对补贴')
  await dialog.getByRole('button', { name: '开始导出' }).click()
  await dialog.waitFor({ state: 'hidden' })

  const file = await takeMadeFile(page, /^导出残疾人台账/)
  expect(file.name).toMatch(/残疾人台账.*\.xlsx$/)
  const book = await readWorkbook(file.bytes)
  if (!book.ok) throw new Error(book.message)
  const sheet = book.value.sheets.find(({ hidden }) => !hidden)
  const texts = sheet?.rows.map(({ cells }) => cells.map(({ text }) => text)) ?? []
  const header = texts.findIndex((row) => row.includes('姓名'))
  const body = texts.slice(header + 1).filter((row) => row.includes('肢体残疾'))
  expect(body).toHaveLength(list.total)
  const names = list.rows.map(({ subject }) => subject?.display.name)
  expect(body.map((row) => row[texts[header]?.indexOf('姓名') ?? 0]).sort()).toEqual(names.sort())
  // ID numbers go out masked unless one asks otherwise.
  expect(JSON.stringify(texts)).not.toMatch(/9901\d{13}[\dX]/)
})
